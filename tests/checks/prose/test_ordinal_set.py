import pytest

from macros.checks.prose import ordinal_set
from macros.problems import Severity
from tests.checks.support import FIRST_LINE, facts, page, problems


def test_second_without_first(handbook):
    """
    “二是” alone is a reminder at its line.
    """
    text = page("存在问题。\n\n从严治党需增强。二是融合不够。")
    (found,) = problems(handbook({"docs/a.md": text}), ordinal_set)
    assert (FIRST_LINE + 2, Severity.WARNING) == (found.where.line, found.severity)
    assert "有“二是”，前面没有“一是”" == found.fact


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("一是学习。三是检查。", "有“三是”，前面没有“二是”"),
        ("一是学习。", "只有“一是”，没有“二是”"),
        ("（一）学习。\n\n（三）检查。", "有“（三）”，前面没有“（二）”"),
        ("第一，学习。第三，检查。", "有“第三，”，前面没有“第二，”"),
        ("做好工作。其次，抓检查。", "有“其次”，前面没有“首先”"),
    ],
)
def test_incomplete(handbook, text, fact):
    """
    Each way of numbering in running text must be complete.
    """
    assert [fact] == facts(handbook({"docs/a.md": page(text)}), ordinal_set)


@pytest.mark.parametrize(
    "text",
    [
        "一是学习。二是检查。\n\n一是整改。二是提高。",
        "首先，学习。其次，检查。",
        "首先要学习。",
        "（一）学习；\n\n（二）检查。",
        "依照第十三条第二款第（三）项。",
        "原文有“二是”，没有“一是”。",
        "第一要务，第三产业。",
    ],
)
def test_complete(handbook, text):
    """
    Complete sets, several sets in a row, citations and quoted words are fine.
    """
    assert [] == facts(handbook({"docs/a.md": page(text)}), ordinal_set)


def test_sections_are_apart(handbook):
    """
    A set must be complete within its section.
    """
    text = "## 甲\n\n一是学习。二是检查。\n\n## 乙\n\n三是整改。"
    assert ["有“三是”，前面没有“一是”"] == facts(handbook({"docs/a.md": page(text)}), ordinal_set)
