"""Numerals and the style that writes them again."""

from decimal import Decimal

import pytest

from macros.prose.numerals import Numeral, read_numeral


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30", Numeral(30, "阿拉伯")),
        ("0", Numeral(0, "阿拉伯")),
        ("98.50", Numeral(Decimal("98.50"), "阿拉伯", 2)),
        ("1,286", Numeral(1286, "千分位")),
        ("1,286.5", Numeral(Decimal("1286.5"), "千分位", 1)),
        ("四", Numeral(4, "汉字")),
        ("十二", Numeral(12, "汉字")),
        ("三百", Numeral(300, "汉字")),
        ("一百零五", Numeral(105, "汉字")),
    ],
)
def test_read(text, expected):
    """The value with its style; written again it is the same text."""
    assert expected == read_numeral(text)
    assert text == expected.text


@pytest.mark.parametrize("text", ["012", "两", "千", "一百十", "三五", "1.23456", "9" * 13, "１２"])
def test_not_to_be_written_again(text):
    """A numeral that no style would write just so is none."""
    assert read_numeral(text) is None
