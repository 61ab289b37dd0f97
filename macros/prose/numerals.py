"""Numerals as reports write them, with the style that writes them again."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from macros import formatting

Style = Literal["阿拉伯", "汉字", "千分位"]

ARABIC = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?"
CHINESE = "[零〇一二两三四五六七八九十百千万亿]+"
FULL_WIDTH = "[０-９][０-９．，]*"
LARGEST = 10**12
MOST_PLACES = 4


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and how it is written."""

    value: int | Decimal
    style: Style
    places: int = 0
    """Decimals."""

    @property
    def text(self) -> str:
        """The number as its style writes it."""
        if self.style == "汉字":
            return formatting.chinese(int(self.value))
        return formatting.arabic(self.value, self.places, grouped=self.style == "千分位")


def read_numeral(text: str) -> Numeral | None:
    """Return what a numeral states, or None if no style would write it just so."""
    numeral = _chinese(text) if re.fullmatch(CHINESE, text) else _arabic(text)
    return numeral if numeral and numeral.text == text else None


def _chinese(text: str) -> Numeral | None:
    value = formatting.from_chinese(text)
    return None if value is None else Numeral(value, "汉字")


def _arabic(text: str) -> Numeral | None:
    if not re.fullmatch(ARABIC, text):
        return None
    style: Style = "千分位" if "," in text else "阿拉伯"
    digits = text.replace(",", "")
    places = len(digits.partition(".")[2])
    value = Decimal(digits)
    if value > LARGEST or places > MOST_PLACES:
        return None
    return Numeral(value if places else int(value), style, places)
