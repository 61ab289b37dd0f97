"""`handbook impact`: what reviewers read before a change goes in."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

HEADER = "编号,日期,类别,约谈人,对象,人数\n"
ROW = "2023-001,2023-03-05,集体约谈,张三,李四,5\n"
PAGES = {
    "docs/reports/2023.md": (
        "---\n类型: 报告\n年份: 2023\n---\n\n# 年度报告\n\n## 约谈\n\n"
        '集体约谈{{ 数("集体约谈", 2023) }}，约谈{{ 数("约谈人次", 2023) }}。别的不变。\n'
    ),
    "docs/talks.md": '# 约谈\n\n{{ 台账表("约谈", 2023, 按="类别") }}\n',
    "data/books.yml": (
        "- 代号: report\n  标题: 报告\n  版式: 公文\n  页面:\n    - reports/2023.md\n"
    ),
    "data/2023/ledgers/talks.csv": HEADER + ROW,
    "data/2023/figures.yml": "局党组会:\n  数值: 30\n  来源: 报告\n",
}
"""A report with two figures that are counted, and the table of their ledger."""


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=甲", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def committed(project: Callable[..., Path]) -> Callable[..., Path]:
    """Return a function that writes the project with files over it and commits it."""

    def write(files: dict[str, str | bytes | None] | None = None) -> Path:
        root = project(PAGES | (files or {}))
        git(root, "init", "-q", "-b", "main")
        git(root, "add", "-A")
        git(root, "commit", "-qm", "x")
        return root

    return write


def state(root: Path) -> dict[str, bytes]:
    """Return every file of the project that is not git's own."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*")
            if path.is_file() and ".git" not in path.parts}  # fmt: skip


def report(run: Callable, root: Path, *options: str) -> dict:
    """Return the report against the last commit as values."""
    return json.loads(run(root, "impact", "HEAD", "--format", "json", *options)[1])


def test_nothing_changed(committed, run):
    """An empty change is said in one line, and is no error."""
    assert (0, "与 main 相比，读者看到的内容没有变化。\n") == run(committed(), "impact", "main")


def test_row(committed, run):
    """A new row, not committed yet: the figures with old, new, state and the row that caused it,
    restricted cells masked; the sentence old beside new; the table; the book with its heading."""
    root = committed()
    more = "2023-002,2023-06-05,集体约谈,王五,赵六,7\n"
    (root / "data/2023/ledgers/talks.csv").write_text(HEADER + ROW + more, "utf-8")
    before = state(root)

    code, text = run(root, "impact", "HEAD")

    assert 0 == code
    assert "### 集体约谈（2023年）：<del>1</del>次 → <ins>2</ins>次" in text
    assert "### 约谈人次（2023年）：<del>5</del>人次 → <ins>12</ins>人次" in text
    assert "- **变动大**：现在是原来的 2.40 倍，请核对" in text
    assert "- 增行 `data/2023/ledgers/talks.csv:3`：编号 <ins>2023-002</ins>" in text
    assert "对象 <ins>（内部，不显示）</ins>；人数 <ins>7</ins>" in text
    assert (
        "| 10 | 改句子 | 集体约谈<del>1</del>次，约谈<del>5</del>人次。"
        " | 集体约谈<ins>2</ins>次，约谈<ins>12</ins>人次。 |"
    ) in text
    assert "- 《报告》（`report`，修改）\n    - 年度报告：约谈\n" in text
    assert [] == [word for word in ("王五", "赵六", "张三", "别的不变") if word in text]
    assert before == state(root)


def test_values(committed, run):
    """JSON has the same, as values."""
    root = committed()
    (root / "data/2023/ledgers/talks.csv").write_text(HEADER, "utf-8")

    found = report(run, root)

    assert [("集体约谈", "1次", "0次"), ("约谈人次", "5人次", "0人次")] == [
        (one["name"], one["old"]["text"], one["new"]["text"]) for one in found["figures"]
    ]
    changed = next(page for page in found["pages"] if page["page"] == "reports/2023.md")
    assert [("集体约谈1次，约谈5人次。", "集体约谈0次，约谈0人次。", 10)] == [
        (edit["old"]["text"], edit["new"]["text"], edit["new"]["line"])
        for edit in changed["edits"]
    ]
    assert ["删行"] == [row["change"] for row in found["rows"]]
    assert not found["blocked"]


def test_restricted_cell(committed, run):
    """A change of a name in a restricted column is told without the name, old or new."""
    root = committed()
    (root / "data/2023/ledgers/talks.csv").write_text(HEADER + ROW.replace("李四", "孙七"), "utf-8")

    text = run(root, "impact", "HEAD")[1]

    assert "- 改行 `data/2023/ledgers/talks.csv:2`：对象" in text
    assert "李四" not in text
    assert "孙七" not in text


def test_vanished(committed, run):
    """A heading that goes takes its address with it: blocked, until `data/redirects.yml` says
    where it leads now. The report writes the entry."""
    root = committed()
    page = root / "docs/reports/2023.md"
    page.write_text(page.read_text("utf-8").replace("## 约谈", "## 集体约谈"), "utf-8")

    code, text = run(root, "impact", "HEAD")

    assert 1 == code
    assert "- `reports/2023.html#约谈`：**没有去处**。原在 `docs/reports/2023.md:8`" in text
    assert "- 旧地址: reports/2023.html#约谈\n  新地址:\n" in text
    (root / "data/redirects.yml").write_text(
        "- 旧地址: reports/2023.html#约谈\n  新地址: reports/2023.html#集体约谈\n"
        "  原因: 改标题\n  日期: 2024-03-01\n",
        "utf-8",
    )
    code, text = run(root, "impact", "HEAD")
    assert 0 == code
    assert "`reports/2023.html#约谈`：已改到 `reports/2023.html#集体约谈`（改标题）" in text


def test_renamed_page(committed, run):
    """A renamed page is one page: only what differs is listed, and its address is missed."""
    root = committed()
    git(root, "mv", "docs/talks.md", "docs/interviews.md")

    found = report(run, root)

    assert ["talks.html"] == [one["address"] for one in found["addresses"]]
    assert ("改名", "interviews.md", "talks.md", []) in [
        (one["change"], one["page"], one["old_page"], one["edits"]) for one in found["pages"]
    ]
    assert found["blocked"]


def test_findings(committed, run):
    """New errors of `check` block; what is mended is told."""
    root = committed({"docs/other.md": "# 别的\n\n[约谈](none.md)\n"})
    (root / "docs/other.md").write_text("# 别的\n\n{{ 数目(2023) }}\n", "utf-8")

    code, text = run(root, "impact", "HEAD")

    assert 1 == code
    new, mended = text.split("## 检查不再报的问题")
    assert "（unknown-macro）" in new
    assert "（broken-link）" in mended


def test_unreadable(committed, run):
    """A page and definitions that cannot be read are errors, not vanished pages."""
    root = committed()
    (root / "docs/talks.md").write_text("---\ntitle: [\n---\n\n# 约谈\n", "utf-8")
    (root / "data/figures.yml").write_text("局党组会: [\n", "utf-8")

    found = report(run, root)

    assert [] == found["addresses"]
    assert "talks.md" not in [page["page"] for page in found["pages"]]
    files = {one["file"] for one in found["findings"]["new"]}
    assert {"docs/talks.md", "data/figures.yml"} <= files
    assert found["blocked"]


def test_gaps(committed, run):
    """A gap that opens, one that closes."""
    root = committed({"data/2023/figures.yml": "局党组会:\n  数值: null\n  原因: 未报\n"})
    (root / "data/2023/figures.yml").write_text("局党组会:\n  数值: 30\n  来源: 报告\n", "utf-8")
    (root / "data/2023/ledgers/talks.csv").unlink()

    text = run(root, "impact", "HEAD")[1]

    new, closed = text[text.index("## 新的待补") :].split("## 已补上")
    assert "“集体约谈”2023年没有数" in new
    assert "“局党组会”2023年没有数" in closed


def test_regulation(committed, run):
    """A regulation is compared article by article, and its status on both sides is told."""
    draft = "# 试行办法\n\n第一条　甲事须报告。\n\n第二条　乙事须登记。\n"
    root = committed({"docs/regulations/trial/draft.md": draft})
    text = f"---\n施行日期: 2020-01-01\n---\n\n{draft.replace('登记', '登记备案')}"
    (root / "docs/regulations/trial/draft.md").write_text(text, "utf-8")

    found = report(run, root)["regulations"]

    assert [("草案", "现行有效")] == [(one["old_status"], one["new_status"]) for one in found]
    assert [("修改", "第二条")] == [(one["change"], one["label"]) for one in found[0]["articles"]]


def test_markup_is_harmless(committed, run):
    """Text of pages cannot break the table, or call people, in a pull request."""
    root = committed()
    (root / "docs/talks.md").write_text("# 约谈\n\n甲|乙 @all &lt;b&gt;粗&lt;/b&gt;。\n", "utf-8")

    row = next(line for line in run(root, "impact", "HEAD")[1].split("\n") if "粗" in line)

    assert "<ins>甲\\|乙 &#64;all &lt;b&gt;粗&lt;/b&gt;。</ins>" in row


@pytest.mark.parametrize("revision", ["none", "--help-me", "HEAD:docs", ""])
def test_unknown_revision(committed, run, revision):
    """A revision that is not there is wrong usage; the message names the branches there are."""
    code, text = run(committed(), "impact", "--", revision)

    assert 2 == code
    assert f"没法比：没有叫“{revision}”的版本" in text
    assert "现有的分支：main。" in text


def test_shallow_clone(committed, run, tmp_path_factory):
    """A shallow clone says how to fetch what is missing."""
    root = committed()
    git(root, "commit", "-qm", "y", "--allow-empty")
    shallow = tmp_path_factory.mktemp("clone") / "shallow"
    git(root, "clone", "-q", "--depth", "1", f"file://{root}", str(shallow))

    code, text = run(shallow, "impact", "HEAD~1")

    assert 2 == code
    assert "git fetch --unshallow" in text


def test_no_repository(project, run):
    """A folder that was unpacked from an archive has nothing to compare with."""
    code, text = run(project(), "impact", "HEAD")

    assert 2 == code
    assert "没法比：这个文件夹不在 git 仓库里" in text


def test_no_git(committed, run, monkeypatch):
    """Without git the message says so."""
    root = committed()
    monkeypatch.setenv("PATH", os.devnull)

    code, text = run(root, "impact", "HEAD")

    assert 2 == code
    assert "没法比：这台电脑上没有 git" in text


def test_project_in_a_folder(committed, run):
    """The handbook can lie in a folder of a larger repository, with a Chinese name."""
    root = committed()
    inner = root / "机关手册"
    inner.mkdir()
    for name in ("data", "docs", "mkdocs.yml"):
        shutil.move(root / name, inner / name)
    git(root, "add", "-A")
    git(root, "commit", "-qm", "y")
    (inner / "docs/index.md").write_text("# 首页\n\n改过了。\n", "utf-8")

    found = report(run, inner)

    assert [{"change": "改", "file": "docs/index.md"}] == found["files"]
    assert "index.md" in [page["page"] for page in found["pages"]]


def test_index_is_left_alone(committed, run, monkeypatch):
    """Run from a hook of git, what is staged stays as it is."""
    root = committed()
    (root / "docs/talks.md").write_text("# 约谈\n\n改过。\n", "utf-8")
    git(root, "add", "-A")
    staged = (root / ".git/index").read_bytes()
    monkeypatch.setenv("GIT_DIR", str(root / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(root / ".git/index"))

    assert "talks.md" in [page["page"] for page in report(run, root)["pages"]]
    assert staged == (root / ".git/index").read_bytes()


def test_history(committed, run):
    """What git tells on a page, it tells of both sides: a commit alone changes nothing."""
    root = committed({"docs/index.md": "# 首页\n\n{{ 近期变动(条数=8) }}\n"})
    git(root, "commit", "-qm", "y", "--allow-empty")

    assert "读者看到的内容没有变化" in run(root, "impact", "HEAD~1")[1]


@pytest.mark.slow
def test_rendered(committed, run, repository_code):
    """Built in full, both sides with their own code, a change of a template shows as well."""
    root = committed(repository_code)
    macro = root / "macros/page_macros/ledger_table.py"
    macro.write_text(macro.read_text("utf-8").replace('else "合计"', 'else "总计"'), "utf-8")
    before = state(root)

    assert [] == report(run, root)["pages"]
    found = report(run, root, "--rendered")["pages"]

    edits = [(edit["old"]["text"], edit["new"]["text"]) for page in found
             for edit in page["edits"]]  # fmt: skip
    assert ("合计｜1｜5", "总计｜1｜5") in edits
    assert before == state(root)


@pytest.fixture
def repository_code() -> dict[str, bytes]:
    """Return the code and the theme as files of a project."""
    return {path.relative_to(REPOSITORY).as_posix(): path.read_bytes()
            for name in ("macros", "overrides") for path in (REPOSITORY / name).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts}  # fmt: skip
