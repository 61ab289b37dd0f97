"""`handbook publish` and `handbook rollback`, from a commit to what readers get."""

import subprocess

import pytest

from macros.publishing.manifest import MANIFEST, digests, read_manifest

pytestmark = pytest.mark.slow

COMPLETE = {
    "data/2023/figures.yml": (
        "局党组会:\n  数值: 30\n  来源: 报告\n集体约谈:\n  数值: 4\n  来源: 记录\n"
        "约谈人次:\n  数值: 20\n  来源: 记录\n"
    ),
    "docs/old.md": "# 旧页\n\n这一页后来删去。\n",
    ".gitignore": "/site/\n/.site-*/\n/.handbook.lock\n/.cache/\n__pycache__/\n",
}
"""A project without gaps."""


GAP = '# 首页\n\n召开集体约谈{{ 数("集体约谈", 2023) }}。\n'


def git(root, *arguments):
    names = ("-c", "user.name=x", "-c", "user.email=x@localhost")
    subprocess.run(["git", "-C", str(root), *names, *arguments], check=True, capture_output=True)


def commit(root):
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "x")


@pytest.fixture
def web(tmp_path_factory):
    """An empty web root outside of the project."""
    return tmp_path_factory.mktemp("web")


def served(web):
    return (web / "current/index.html").read_text("utf-8")


def test_release_and_way_back(buildable, run, web):
    """
    A commit is published whole; uncommitted changes and a lost page stop the next; the one with
    a redirect is published, and can be taken back.
    """
    root = buildable(COMPLETE)
    commit(root)

    code, output = run(root, "publish", web)

    assert 0 == code, output
    assert read_manifest(web / "current") == digests(web / "current")
    assert (web / "current" / MANIFEST).read_text("utf-8").count("index.html")
    assert "召开局党组会" in served(web)
    assert "draft-mark" not in served(web)

    (root / "docs/old.md").unlink()
    code, output = run(root, "publish", web)
    assert (1, True) == (code, "还有没提交的改动" in output)

    commit(root)
    code, output = run(root, "publish", web)
    assert (1, True) == (code, "上一版有“old.html”，这一版没有了" in output), output
    assert (web / "current/old.html").is_file()

    moved = "- 旧地址: old.html\n  新地址: index.html\n  原因: 并入首页\n  日期: 2024-03-01\n"
    (root / "data/redirects.yml").write_text(moved, "utf-8")
    (root / "docs/index.md").write_text("# 首页\n\n改过的首页。\n", "utf-8")
    commit(root)
    code, output = run(root, "publish", web)
    assert 0 == code, output
    assert "index.html" in (web / "current/old.html").read_text("utf-8")
    assert "改过的首页" in served(web)

    code, output = run(root, "rollback", web)
    assert 0 == code
    assert "原来：" in output
    assert "召开局党组会" in served(web)
    assert "没有更早的版本" in run(root, "rollback", web)[1]


def test_gaps_only_in_a_preview(buildable, run, web, tmp_path_factory):
    """
    With a gap nothing is published but a preview, marked on each page.
    """
    root = buildable({".gitignore": COMPLETE[".gitignore"], "docs/index.md": GAP})
    commit(root)

    code, output = run(root, "publish", web)
    assert (1, True) == (code, "“集体约谈”2023年没有数" in output)
    assert not (web / "current").exists()

    preview = tmp_path_factory.mktemp("preview")
    code, output = run(root, "publish", preview, "--draft")
    assert 0 == code, output
    assert "草稿，只供内部预览" in served(preview)
    assert "【待填】" in served(preview)


def test_place_within_the_project(buildable, run):
    """
    A web root in the project would publish itself.
    """
    root = buildable()
    (root / "web").mkdir()

    assert "互相包含" in run(root, "publish", root / "web")[1]
