"""`check --fix`: mechanical corrections, everything else byte for byte as it was."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.checks.fixing import fixed_line
from macros.sources.markdown_file import MASK

PAGE = "docs/a.md"


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("示范学,成效明显.", "示范学，成效明显。"),
        ("时间:上午;地点:会议室?是!好", "时间：上午；地点：会议室？是！好"),
        ("办法(试行)印发(见附件)", "办法（试行）印发（见附件）"),
        ("见(甲(乙),丙)", "见（甲（乙），丙）"),
        ("县发[2023]1号、县发(2023)2号、县发【2023】3号",
         "县发〔2023〕1号、县发〔2023〕2号、县发〔2023〕3号"),
        ("县发〔2023]第01号", "县发〔2023〕第01号"),
        ("2023年03月05日和2023年 09月", "2023年3月5日和2023年 9月"),
        ("行末两个空格,  ", "行末两个空格，  "),
        ("    !!!", "    !!!"),
    ],
)  # fmt: skip
def test_corrected(project, run, before, behind):
    """
    Punctuation, brackets of document numbers and zeros in dates; nothing else of the line.
    """
    root = project({PAGE: f"# 标题\n\n{before}\n\n末行\n"})
    run(root, "check", "--fix")
    assert f"# 标题\n\n{behind}\n\n末行\n" == (root / PAGE).read_text("utf-8")


@pytest.mark.parametrize(
    "line",
    [
        "领导班子示范学+支部研讨集体学",
        "一.加强学习",
        "2023年3月5号",
        "召开３０次，三、五次，3千余人",
        "用 `甲,乙` 隔开",
        "```\n甲,乙.\n```",
        "    甲,乙",
        '{{ 数("局党组会", 2023) }},次',
        "[甲](乙,丙.md)和![图](图,一.png)",
        "[甲]: 学习(一).md",
        "<https://example.cn/甲,乙>",
        "## 甲,乙(丙)",
        '!!! note "甲,乙"',
        "GB/T 9704(2012)、9:30、3.5%",
        "转义\\(甲\\)",
        "只写[23]1号",
    ],
)
def test_left_alone(project, run, line):
    """
    Words, numbers, code, calls, links, headings and what Markdown needs stay.
    """
    text = f"# 标题\n\n{line}\n"
    root = project({PAGE: text})
    run(root, "check", "--fix")
    assert text == (root / PAGE).read_text("utf-8")


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_bytes_around_stay(project, run, ending, mark):
    """
    Byte order mark, line ends and the missing end of the last line are kept.
    """
    lines = ["---", "title: 甲,乙(丙)", "---", "# 标题", "", "示范学,好", "", "末行(完)"]
    root = project({PAGE: mark + ending.join(lines).encode()})
    run(root, "check", "--fix")
    fixed = [*lines[:5], "示范学，好", "", "末行（完）"]
    assert mark + ending.join(fixed).encode() == (root / PAGE).read_bytes()


def test_says_what_it_changed(project, run):
    """
    Each change is a line with place, old and new; then the checks report what is left.
    """
    root = project({PAGE: "# 标题\n\n示范学,成效明显。\n\n印发(2023)。\n"})
    code, output = run(root, "check", "--fix")
    first = f"{PAGE}:3: “示范学,成效明显” → “示范学，成效明显”"
    assert (0, first) == (code, output.splitlines()[0])
    assert "改了 2 处。" in output
    assert "[punctuation]" not in output
    assert "没有能自动改的。" in run(root, "check", "--fix")[1]


def test_faulty_pages_stay(project, run):
    """
    A page that cannot be read, and one with calls that mean nothing, is not touched.
    """
    pages = {
        "docs/a.md": "# 标题\n\n甲,乙。\n".encode("gbk"),
        "docs/b.md": "# 标题\n\n甲,乙{{ 数字() }}。\n",
        "docs/c.md": "---\ntitle: [甲\n---\n# 标题\n\n甲,乙。\n",
        "docs/d.md": "# 标题\n\n<<<<<<< HEAD\n甲,乙。\n",
    }
    root = project(pages)
    before = {name: (root / name).read_bytes() for name in pages}
    assert 1 == run(root, "check", "--fix")[0]
    assert before == {name: (root / name).read_bytes() for name in pages}


def test_what_people_let_stand(project, run):
    """
    Allowed wordings, doubts and exceptions are not corrected.
    """
    text = "---\n存疑: ['甲,乙']\n---\n# 标题\n\n甲,乙和丙,丁和戊,己和庚,辛\n"
    root = project(
        {
            PAGE: text,
            "data/terms.yml": "容许词:\n  - 词: 丙,丁\n    理由: 原名\n",
            "data/exceptions.yml": (
                f"- 检查: punctuation\n  位置:\n    文件: {PAGE}\n    原文: 戊,己\n"
                "  原因: 照录\n  日期: 2024-01-10\n"
            ),
        }
    )
    run(root, "check", "--fix")
    assert text.replace("庚,辛", "庚，辛") == (root / PAGE).read_text("utf-8")


@given(st.text("甲乙三年月日号0123,.:;?!()[]〔〕（）+ 发" + MASK, max_size=60))
def test_fixing_twice_is_fixing_once(line):
    """
    A second run finds nothing; letters and numbers are as before but for zeros of dates.
    """
    fixed, _ = fixed_line(line, line)
    assert (fixed, []) == fixed_line(fixed, fixed)

    def words(text: str) -> str:
        return re.sub(r"[^甲乙三年月日号0-9发]|(?<=[年月])0", "", re.sub(r"\s", "", text))

    assert words(line) == words(fixed)
