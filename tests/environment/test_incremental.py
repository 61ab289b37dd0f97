"""A build that takes over what has not changed differs in no byte from one made from nothing."""

import errno
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.environment.building import site_to_add_to
from tests.conftest import CACHES, FILES, REPOSITORY, SMALL_MKDOCS

pytestmark = pytest.mark.slow

LAW = "---\ntitle: 值班办法\n类别: 管理\n施行日期: {day}\n---\n\n# 值班办法\n\n第一条 {text}。\n"
VERSION = "docs/regulations/duty/2020-01-01.md"
START = {
    **FILES,
    "docs/a.md": '# 甲\n\n见[乙](b.md)。约谈{{ 数("约谈人次", 2023) }}。\n',
    "docs/b.md": "# 乙\n\n依照《值班办法》第一条。\n",
    "docs/regulations/index.md": "# 制度\n\n{{ 制度一览() }}\n\n{{ 指标表(2023) }}\n",
    VERSION: LAW.format(day="2020-01-01", text="值班人员应当在岗"),
    "data/2023/ledgers/talks.csv": "编号,日期,类别,人数\r\n2023-001,2023-03-20,集体约谈,12\r\n",
}
TALKS = START["data/2023/ledgers/talks.csv"]

EDITS: dict[str, dict[str, str | None]] = {
    "page": {"docs/a.md": '# 甲\n\n改过。见[乙](b.md)。{{ 数("局党组会", 2023) }}。\n'},
    "title": {"docs/a.md": "# 甲改\n\n见[乙](b.md)。\n"},
    "figure": {"data/2023/figures.yml": "局党组会:\n  数值: 31\n  来源: 报告\n"},
    "ledger row": {
        "data/2023/ledgers/talks.csv": f"{TALKS}2023-002,2023-04-20,集体约谈,5\r\n"
    },
    "rename": {"docs/b.md": None, "docs/c.md": "# 乙\n\n依照《值班办法》第一条。\n",
               "docs/a.md": "# 甲\n\n见[乙](c.md)。\n"},
    "new page": {"docs/d.md": "# 丁\n\n见[甲](a.md)。\n"},
    "cited text": {VERSION: LAW.format(day="2020-01-01", text="值班人员应当按时到岗")},
    "status": {VERSION: LAW.format(day="2099-01-01", text="值班人员应当在岗")},
    "menu": {"mkdocs.yml": SMALL_MKDOCS.replace("其他", "其余")},
    "template": {"overrides/partials/path.html": "<p>路径</p>\n"},
    "style": {"overrides/assets/site.css": "p { color: #111 }\n"},
    "terms": {"data/terms.yml": "计量单位: [次, 场次, 人次]\n固定词语: [三会一课]\n"},
    "back": START,
}  # fmt: skip
"""What people change; each may come after any other."""


def write(root: Path, files: dict[str, str | None]) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content.encode("utf-8"))


def everything(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes()
            for path in site.rglob("*") if path.is_file()}  # fmt: skip


def new_project(root: Path) -> Path:
    for name in ("macros", "overrides"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=CACHES)
    write(root, {"mkdocs.yml": SMALL_MKDOCS, **START})
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Return a project that many sequences of edits go through: its cache has seen them all."""
    return new_project(tmp_path_factory.mktemp("warm"))


@settings(max_examples=3, derandomize=True,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(edits=st.lists(st.sampled_from(sorted(EDITS)), min_size=4, max_size=5, unique=True))
def test_generated_sequences(root, run, monkeypatch, edits):
    """
    After any sequence of edits, each built upon the last, the site is that of a build from
    nothing. On another day, too.
    """
    for number, edit in enumerate(edits):
        write(root, EDITS[edit])
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1_700_000_000 + number * 86_400))
        code, output = run(root, "build")
        assert 0 == code, output

    warm = everything(root / "site")
    run(root, "build", "--no-cache")

    cold = everything(root / "site")
    assert [] == sorted(name for name in warm.keys() | cold.keys()
                        if warm.get(name) != cold.get(name))  # fmt: skip


def test_names_of_pages_outside_the_menu(buildable, run):
    """
    Pages that the menu leaves out name each other; a new title reaches those beside and below.
    """
    law = LAW.format(day="2020-01-01", text="甲")
    laws = {f"docs/regulations/r{number}/2020-01-01.md": law for number in range(10, 80)}
    older = {"docs/regulations/r30/2019-01-01.md": LAW.format(day="2019-01-01", text="甲")}
    settings = f"{SMALL_MKDOCS}  - 制度: regulations/\n"
    root = buildable({"mkdocs.yml": settings, "docs/regulations/index.md": "# 制度\n",
                      **laws, **older})  # fmt: skip
    run(root, "build")
    write(root, {"docs/regulations/r30/2020-01-01.md": law.replace("值班办法", "轮值办法")})
    run(root, "build")

    pages = everything(root / "site")
    for name in ("r29/2020-01-01", "r31/2020-01-01", "r30/2019-01-01"):
        assert "轮值办法" in pages[f"regulations/{name}.html"].decode("utf-8")
    run(root, "build", "--no-cache")
    assert pages == everything(root / "site")


def test_title_of_the_menu(buildable, run):
    """
    A page that is taken over keeps in the menu of an edited one the title of its front matter.
    """
    root = buildable({"docs/a.md": "---\ntitle: 别名\n---\n\n# 甲\n", "docs/b.md": "# 乙\n"})
    run(root, "build")
    write(root, {"docs/b.md": "# 乙\n\n改过。\n"})
    run(root, "build")

    edited = (root / "site/b.html").read_text("utf-8")
    assert "改过。" in edited and "别名" in edited


def test_unchanged_pages_are_taken_over(root, run):
    """
    An edited page is written anew, another is the very file of the site before.
    """
    write(root, START)
    run(root, "build")
    before = {name: (root / f"site/{name}.html").stat().st_ino for name in ("a", "b")}
    write(root, EDITS["page"])

    run(root, "build")

    assert before["b"] == (root / "site/b.html").stat().st_ino
    assert "改过。" in (root / "site/a.html").read_text("utf-8")


@pytest.mark.parametrize("pattern", ["b.html", "search/s*.js", "assets/*.css"])
def test_a_site_changed_by_hand_is_not_taken_over(root, run, pattern):
    """
    Whatever somebody did to a file of the site, the next build mends it, an edit or not.
    """
    for edit in (START, EDITS["page"]):
        write(root, START)
        run(root, "build")
        file = next((root / "site").glob(pattern))
        file.write_bytes(b"x")
        write(root, edit)

        run(root, "build")

        assert b"x" != file.read_bytes()


def test_books_leave_the_site_as_it_was(root, run):
    """
    After books were put into it, the site is still known: they stay, and an edit takes pages over.
    """
    write(root, START)
    run(root, "build")
    with site_to_add_to(root) as folder:
        write(folder, {"books/a.pdf": "x"})

    assert "没有变化" in run(root, "build")[1]
    assert (root / "site/books/a.pdf").exists()
    before = (root / "site/b.html").stat().st_ino
    write(root, EDITS["page"])
    run(root, "build")
    assert before == (root / "site/b.html").stat().st_ino


def test_a_cache_on_another_disk(buildable, run, monkeypatch):
    """
    Where `.cache` is somewhere else, as a volume of a container is, builds replace the site.
    """
    rename = Path.rename

    def on_two_disks(self, target):
        if (".cache" in self.parts) != (".cache" in Path(target).parts):
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", on_two_disks)
    root = buildable()
    for number in range(3):
        write(root, {"docs/a.md": f"# 甲\n\n第{number}稿。\n"})
        code, output = run(root, "build")

        assert 0 == code, output
        assert f"第{number}稿" in (root / "site/a.html").read_text("utf-8")


def test_a_broken_cache_is_begun_anew(root, run):
    """
    A cache file that is none does not stop a build.
    """
    write(root, START)
    run(root, "build")
    whole = everything(root / "site")
    (root / ".cache/pieces.sqlite").write_bytes(b"x" * 4096)

    code, _ = run(root, "build")

    assert 0 == code
    assert whole == everything(root / "site")
