"""The page that verifies a copy, opened from its folder without any server."""

import pytest

from macros.publishing.bundle import bundle_files, write_folder
from macros.publishing.manifest import read_manifest
from tests.publishing.folders import finished

pytestmark = pytest.mark.browser


@pytest.fixture
def copy(tmp_path):
    """The folder of a bundle."""
    write_folder(tmp_path / "copy", bundle_files(finished(tmp_path / "site", 1)))
    return tmp_path / "copy"


@pytest.fixture
def answer(visit):
    """Return a function that lets the page verify a folder and gives what it says."""

    def choose(folder):
        visit.page.goto(f"file://{folder}/verify.html")
        visit.page.set_input_files("#folder", folder)
        visit.page.wait_for_selector("#answer.good, #answer.bad")
        assert [] == visit.complaints
        assert [] == visit.requests_outside("file://")
        return visit.page.inner_text("#answer"), visit.page.inner_text("#faults")

    return choose


def test_whole_copy(copy, answer):
    """A whole copy is said to be whole."""
    count = len(read_manifest(copy))

    assert f"核对无误：{count} 个文件全部一致。" == answer(copy)[0]


def test_damaged_copy(copy, answer):
    """A file changed, lost or added is named."""
    (copy / "index.html").write_text("changed", "utf-8")
    (copy / "part1/p1.html").unlink()
    (copy / "part1/extra.html").write_text("x", "utf-8")

    said, faults = answer(copy)

    assert "有 3 处不对" in said
    for line in ("内容不同：index.html", "缺少：part1/p1.html", "多出来的文件：part1/extra.html"):
        assert line in faults


def test_wrong_folder(copy, answer, visit):
    """A folder without the list is told from one that is damaged."""
    visit.page.goto(f"file://{copy}/verify.html")
    visit.page.set_input_files("#folder", copy / "part1")

    visit.page.wait_for_selector("#answer.bad")
    assert "没有 sha256.txt" in visit.page.inner_text("#answer")
