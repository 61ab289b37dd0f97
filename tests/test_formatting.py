"""Numbers and dates as Chinese official documents write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.formatting import (
    MISSING,
    arabic,
    chinese,
    chinese_date,
    from_chinese,
    rounded,
    text_or_missing,
)


class TestChinese:
    @pytest.mark.parametrize(
        ("number", "text"),
        [
            (0, "零"), (4, "四"), (10, "十"), (14, "十四"), (20, "二十"), (100, "一百"),
            (105, "一百零五"), (110, "一百一十"), (1001, "一千零一"), (1010, "一千零一十"),
            (10_000, "一万"), (10_005, "一万零五"), (15_000, "一万五千"), (100_000, "十万"),
            (1_000_100, "一百万零一百"), (100_000_000, "一亿"), (100_010_000, "一亿零一万"),
            (1_000_000_001, "十亿零一"),
        ],
    )  # fmt: skip
    def test_canonical(self, number, text):
        """Zeros within a number are said once, trailing ones never."""
        assert text == chinese(number)

    @given(st.integers(0, 10**12 - 1))
    def test_round_trip(self, number):
        """What is written in Chinese numerals is read as the same number."""
        assert number == from_chinese(chinese(number))

    @pytest.mark.parametrize("number", [-1, 10**12])
    def test_out_of_range(self, number):
        """Figures of a bureau are neither negative nor a trillion."""
        with pytest.raises(ValueError, match="Chinese numerals"):
            chinese(number)


class TestFromChinese:
    @pytest.mark.parametrize(("text", "number"), [("两", 2), ("两百", 200), ("三十", 30)])
    def test_two(self, text, number):
        """两 counts as 二."""
        assert number == from_chinese(text)

    @pytest.mark.parametrize("text", ["", "三〇", "十十", "一十四", "三五", "百", "三十余", "30"])
    def test_not_canonical(self, text):
        """Approximations, years and slips are no numbers."""
        assert from_chinese(text) is None

    @given(st.text("零一二两三四五六七八九十百千万亿", max_size=12))
    def test_never_another_number(self, text):
        """A text is either canonical or refused."""
        number = from_chinese(text)

        assert number is None or chinese(number) == text.replace("两", "二")


class TestRounded:
    @pytest.mark.parametrize(
        ("number", "places", "shown"),
        [("2.5", 0, "3"), ("0.125", 2, "0.13"), ("98.705", 2, "98.71"), ("1.1", 2, "1.10")],
    )
    def test_half_up(self, number, places, shown):
        """Official figures round half up, and keep their zeros."""
        assert shown == arabic(Decimal(number), places)

    @given(st.decimals(0, 10**9, places=4), st.integers(0, 4))
    def test_never_off_by_more_than_half(self, number, places):
        """Rounding moves a figure by half a unit of its last place at most."""
        assert abs(rounded(number, places) - number) <= Decimal(1).scaleb(-places) / 2

    def test_grouped(self):
        """Groups of three digits, where the definition asks for them."""
        assert "1,234,567" == arabic(1_234_567, grouped=True)


class TestText:
    def test_date(self):
        """Year, month and day without leading zeros."""
        assert "2023年3月5日" == chinese_date(date(2023, 3, 5))
        assert MISSING == chinese_date(None)

    @pytest.mark.parametrize(
        ("value", "text"),
        [(None, MISSING), ("", MISSING), ((), MISSING), (0, "0"), ("甲", "甲"),
         (("甲", "乙"), "甲、乙"), (date(2023, 3, 5), "2023年3月5日")],
    )  # fmt: skip
    def test_text_or_missing(self, value, text):
        """Nothing shows as 【待填】; zero is not nothing."""
        assert text == text_or_missing(value)
