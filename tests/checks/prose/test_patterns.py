import re
from decimal import Decimal

import pytest

from macros.checks.prose.patterns import quantities, sections, value_of
from macros.rendering.site import render_site

UNITS = ("个方面", "场次", "次", "个", "项")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("召开会议30次", ["30次"], id="arabic"),
        pytest.param("召开会议３０次", ["３０次"], id="full_width"),
        pytest.param("召开会议三十次", ["三十次"], id="chinese"),
        pytest.param("召开会议 30 次", ["30 次"], id="blank_between"),
        pytest.param("会议1,200余次", ["1,200余次"], id="grouped_and_approximate"),
        pytest.param("从四个方面14项", ["四个方面", "14项"], id="two_in_a_row"),
        pytest.param("第三次会议，十九届六次全会", [], id="ordinals"),
        pytest.param("为期3个月", [], id="duration"),
        pytest.param("《十项规定》", [], id="title"),
        pytest.param("几次、多次、每次", [], id="no_number"),
    ],
)
def test_quantities(text, expected):
    """
    A quantity is a number with its measure word; ordinals, durations and titles are not.
    """
    assert expected == [found.group() for found in quantities(text, UNITS)]


@pytest.mark.parametrize(
    ("numeral", "expected"),
    [
        ("30", Decimal(30)),
        ("３０", Decimal(30)),
        ("1,200", Decimal(1200)),
        ("1.2万", Decimal(12000)),
        ("十四", Decimal(14)),
        ("二〇二三", None),
    ],
)
def test_value_of(numeral, expected):
    """
    Every way of writing a number gives the same value; digits of a year are no number.
    """
    assert expected == value_of(numeral)


def test_sections(handbook):
    """Lines are told apart by the headings between them; what a heading says is no line of it."""
    text = "# 甲\n\n甲一\n\n甲二\n\n## 乙\n\n乙一\n\n## 甲丙\n\n丙\n\n## 丁\n\n甲三\n"
    page = render_site(handbook({"docs/x.md": text})).pages["x.md"]
    found = [(title, [line.plain for line in lines]) for title, lines in
             sections(page, re.compile("甲"))]  # fmt: skip

    assert [("甲", ["甲一", "甲二"]), ("丁", ["甲三"])] == [one for one in found if one[1]]
