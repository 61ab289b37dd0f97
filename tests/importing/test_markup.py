"""Lines of a report as Markdown: unchanged to readers, and no more escapes than it takes."""

import pytest

from macros.importing.markup import escaped


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("学习方式示范学+集体学，完成率98.5%。", "学习方式示范学+集体学，完成率98.5%。"),
        ("2023年3月5日（星期日）", "2023年3月5日（星期日）"),
        ("1. 加强领导", r"1\. 加强领导"),
        ("- 加强领导", r"\- 加强领导"),
        ("# 标题", r"\# 标题"),
        ("> 引用", r"\> 引用"),
        ("*重点*工作", r"\*重点*工作"),
        ("a_b 和 c", "a_b 和 c"),
        ("见[附件](a.md)", r"见[附件]\(a.md)"),
        ("小于<b>号", "小于&#60;b>号"),
        ("3 < 5", "3 < 5"),
        ("甲&amp;乙", "甲&#38;amp;乙"),
        ("AT&T", "AT&T"),
        ("{{ 数 }}", "&#123;&#123; 数 &#125;&#125;"),
        ("`代码`", "&#96;代码&#96;"),
        ("    缩进", "   &#32;缩进"),
        ("=======", "&#61;======"),
        ("　　一是加强领导", "　　一是加强领导"),
    ],
)
def test_paragraph(text, expected):
    """Only what would show otherwise is escaped."""
    assert expected == escaped(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("一、C#", r"## 一、C\#"), ("一、甲*乙", "## 一、甲*乙"), ("一、甲\\", "## 一、甲\\\\")],
)
def test_heading(text, expected):
    """Headings have marks of their own at their end."""
    assert expected == escaped(text, level=2)
