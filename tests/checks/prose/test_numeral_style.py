import pytest

from macros.checks.prose import numeral_style
from macros.problems import Severity
from tests.checks.support import facts, page, problems

TERMS = "计量单位: [次, 项, 个, 个方面, 人次]\n固定词语: [一个]\n"


def test_mixed(handbook):
    """
    Chinese and Arabic numerals side by side are pointed out, not changed.
    """
    files = {"data/terms.yml": TERMS, "docs/a.md": page("从四个方面14项内容安排。")}
    (found,) = problems(handbook(files), numeral_style)
    assert Severity.WARNING is found.severity
    assert "“四个方面14项”里汉字和阿拉伯数字混用" == found.fact


def test_as_shown(handbook):
    """
    Numbers that come from the data are read as they are printed.
    """
    text = '开展三项、{{ 数("局党组会", 2023) }}。'
    files = {"data/terms.yml": TERMS, "docs/a.md": page(text)}
    assert 1 == len(facts(handbook(files), numeral_style))


@pytest.mark.parametrize(
    "text",
    ["4个方面14项。", "四个方面十四项。", "一个支部14项。", "三次会议，研究了重点工作14项。"],
)
def test_good(handbook, text):
    """
    One style, a fixed phrase, and numbers of different clauses.
    """
    files = {"data/terms.yml": TERMS, "docs/a.md": page(text)}
    assert [] == facts(handbook(files), numeral_style)
