"""Numbers and dates as Chinese official documents write them (GB/T 15835, GB/T 9704)."""

from datetime import date, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal

MISSING = "【待填】"
"""What stands for a value nobody has supplied, in every output alike."""

CHINA = timezone(timedelta(hours=8))
"""Dates are those of the office, whatever the time zone of the machine."""

DIGITS = "零一二三四五六七八九"
UNITS = ("", "十", "百", "千")
GROUPS = ("", "万", "亿")


def rounded(value: int | Decimal, places: int) -> Decimal:
    """Return `value` rounded half up, as official figures are."""
    return Decimal(value).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def arabic(value: int | Decimal, places: int = 0, grouped: bool = False) -> str:
    """Return `value` in Arabic digits with exactly `places` decimals: ``30``, ``98.71``."""
    return f"{rounded(value, places):{',' if grouped else ''}f}"


def chinese(value: int) -> str:
    """Return `value` in Chinese numerals: 4 → 四, 14 → 十四, 105 → 一百零五.

    Raises:
        ValueError: if `value` is negative or not below 10¹².
    """
    if not 0 <= value < 10**12:
        raise ValueError(f"cannot write {value} in Chinese numerals")
    if value < 10:
        return DIGITS[value]
    text = _grouped(value)
    return text[1:] if text.startswith("一十") else text


def _grouped(value: int) -> str:
    text, gap = "", False
    for power in range(2, -1, -1):
        part = value // 10000**power % 10000
        if not part:
            gap = gap or bool(text)
            continue
        if text and (gap or part < 1000):
            text += "零"
        text += _below_ten_thousand(part) + GROUPS[power]
        gap = False
    return text


def _below_ten_thousand(value: int) -> str:
    text, gap = "", False
    for power in range(3, -1, -1):
        digit = value // 10**power % 10
        if not digit:
            gap = gap or bool(text)
            continue
        text += ("零" if gap else "") + DIGITS[digit] + UNITS[power]
        gap = False
    return text


def from_chinese(text: str) -> int | None:
    """Return the number that Chinese numerals state, or None if `text` is not canonical.

    Canonical means that `chinese` writes the number just so (两 counts as 二).
    """
    value = _read_chinese(text.replace("两", "二"))
    if value is None or value >= 10**12 or chinese(value) != text.replace("两", "二"):
        return None
    return value


def _read_chinese(text: str) -> int | None:
    total = section = digit = 0
    for character in text:
        if character in DIGITS:
            digit = DIGITS.index(character)
        elif character in "十百千":
            section += (digit or 1) * 10 ** ("十百千".index(character) + 1)
            digit = 0
        elif character == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        elif character == "亿":
            total, section, digit = (total + section + digit) * 10**8, 0, 0
        else:
            return None
    return total + section + digit if text else None


def chinese_date(day: date | None) -> str:
    """Return the date as official documents write it: 2023年3月5日, or 【待填】."""
    return MISSING if day is None else f"{day.year}年{day.month}月{day.day}日"


def text_or_missing(value: object) -> str:
    """Return `value` as text; 【待填】 for None and for nothing at all."""
    if value is None or value in ("", (), []):
        return MISSING
    if isinstance(value, date):
        return chinese_date(value)
    if isinstance(value, (list, tuple)):
        return "、".join(text_or_missing(item) for item in value)
    return str(value)
