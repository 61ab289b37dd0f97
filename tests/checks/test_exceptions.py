"""The allow-list: it quiets what people have settled, and nothing that keeps readers safe."""

import pytest

from macros.checks.run import run_checks
from macros.handbook import load_handbook
from macros.problems import Severity
from tests.checks.support import page

LIST = "data/exceptions.yml"
WORDS = "外单位词: [住建局, 财政局]\n"
REPORT = {"docs/a.md": page("请住建局和财政局参加。"), "data/terms.yml": WORDS}


def entry(check: str, file: str, quote: str) -> str:
    return (f"- 检查: {check}\n  位置:\n    文件: {file}\n    原文: {quote}\n"
            "  原因: 核对过\n  日期: 2024-01-10\n")  # fmt: skip


@pytest.fixture
def found(project):
    """Return a function: files → place, code and severity of what is reported on them."""

    def check(files):
        problems = run_checks(load_handbook(project(files)))
        names = {*files, LIST}
        return [
            (str(one.where), one.code, one.severity) for one in problems if one.where.file in names
        ]

    return check


def test_one_place(found):
    """
    The quoted place is quiet; its neighbor on the same line is not.
    """
    assert 2 == len(found(REPORT))
    assert [("docs/a.md:8", "foreign-word", Severity.WARNING)] == found(
        {**REPORT, LIST: entry("foreign-word", "docs/a.md", "称谓“财政局”")}
    )


@pytest.mark.parametrize(
    ("check", "file", "quote", "severity"),
    [
        ("foreign-word", "docs/a.md", "水利局", Severity.WARNING),
        ("foreign-word", "docs/b.md", "住建局", Severity.WARNING),
        ("foreign-words", "docs/a.md", "住建局", Severity.ERROR),
    ],
)
def test_matches_nothing(found, check, file, quote, severity):
    """
    An exception for what is no longer there, or for no check, is itself a finding.
    """
    problems = found({**REPORT, LIST: entry(check, file, quote)})
    assert 3 == len(problems)
    assert severity in [one for where, _, one in problems if where.startswith(LIST)]


@pytest.mark.parametrize(
    ("files", "check", "file", "quote"),
    [
        ({"docs/a.md": "# 甲\n\n<b>乙</b>\n"}, "unsafe-html", "docs/a.md", "<b>"),
        ({"data/2023/year.yml": "年份: 2023\n状态: 编制\n截至: null\n"},
         "year-state", "data/2023/year.yml", "编制"),
        ({"data/2023/ledgers/talks.csv": "编号,日期\n"},
         "ledger-header", "data/2023/ledgers/talks.csv", "类别"),
        ({"docs/a.md": "# 甲\n\n{{ 数 }}\n"}, "template-logic", "docs/a.md", "不是宏调用"),
        ({"data/2023/figures.yml": "局党组会:\n  数值: 30\n  来源: 报告\n"},
         "missing-figure", "data/2023/figures.yml", "集体约谈"),
        ({"data/2023/ledgers/meetings.csv": "编号,日期,类别\n2023-001,2023-03-06,局党组会\n"},
         "figure-conflict", "data/2023/figures.yml", "局党组会"),
    ],
)  # fmt: skip
def test_what_cannot_be_excepted(found, files, check, file, quote):
    """
    Unreadable data, unsafe pages, gaps and conflicts stay, and the exception is an error.
    """
    before = found({**files, file: files.get(file)} if file in files else files)
    problems = found({**files, LIST: entry(check, file, quote)})
    named = [one for one in problems if one[0].startswith(LIST)]
    assert [(f"{LIST}:1", "exception", Severity.ERROR)] == named
    assert set(before) <= set(problems)


@pytest.mark.parametrize(
    ("text", "place", "fact"),
    [
        (entry("foreign-word", "docs/a.md", "住"), f"{LIST}:4", "原文写的是“住”"),
        (entry("foreign-word", "docs/a.md", "住建局").replace("原因: 核对过", "原因:"),
         f"{LIST}:5", "冒号后面没有内容"),
        (entry("foreign-word", "docs/a.md", "住建局").replace("  日期: 2024-01-10\n", ""),
         f"{LIST}:1", "缺少“日期”"),
        ("检查: foreign-word\n", f"{LIST}:1", "这个文件应当是一列记录"),
    ],
)  # fmt: skip
def test_entries_must_say_why_and_when(project, text, place, fact):
    """
    Each part of an entry is asked for, at its line.
    """
    problems = load_handbook(project({**REPORT, LIST: text})).problems
    assert [(place, fact)] == [(str(one.where), one.fact) for one in problems]
