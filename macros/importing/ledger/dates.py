"""Dates as Excel and people write them."""

import re
import unicodedata
from datetime import date, datetime

from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from macros.importing.ledger.reading import Reading, doubtful, refused
from macros.importing.ledger.sheet import Value

EXAMPLE = "写成“年-月-日”，如 2023-03-05，并核对这一天存在。"
FULL = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?\.?")
SHORT_YEAR = re.compile(r"(\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
NO_YEAR = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?")
JOINED = re.compile(r"(\d{4})(\d{2})(\d{2})")
DOTTED = re.compile(r"(\d{1,2})[-/.](\d{1,2})")
CLOCK = re.compile(
    r"(?:\s+|T|(?<=日)|(?<=号))(?:[上下]午)?\s*\d{1,2}\s*[:时点]\s*"
    r"(?:\d{1,2}\s*分?(?::\d{1,2}(?:\.\d+)?)?)?$"
)
WEEKDAY = re.compile(r"\s*[（(]?(?:星期|周|礼拜)([一二三四五六日天])[)）]?$")
WEEKDAYS = "一二三四五六日"
SERIALS = range(15_000, 80_000)
"""Serial numbers of days from 1941 to 2119: what a date becomes where its format is lost."""


def read_day(value: Value, year: int, starts_1904: bool, is_event: bool) -> Reading:
    """Return the day as ``2023-03-05``.

    Args:
        value: the cell.
        year: of the ledger; completes a date of the event that says none.
        starts_1904: which day serial numbers count from.
        is_event: whether it is the day of the event, which lies in the year of the ledger.
    """
    if isinstance(value, datetime):
        clock = "去掉了钟点" if value.time() != datetime.min.time() else ""
        return Reading(value.date().isoformat(), clock)
    if isinstance(value, date):
        return Reading(value.isoformat())
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return refused(f"写的是“{value}”", EXAMPLE)
    if isinstance(value, (int, float)):
        return _number(value, starts_1904)
    return _text(value, year, is_event)


def _number(value: float, starts_1904: bool) -> Reading:
    joined = JOINED.fullmatch(str(int(value))) if value == int(value) else None
    if joined:
        return _day(*joined.groups(), shown=str(int(value)), note="日期改成规定写法")
    if int(value) not in SERIALS:
        fact = f"写的是数“{value:g}”"
        return refused(fact, f"3.5 这样的数看不出是不是日期；{EXAMPLE}")
    epoch = CALENDAR_MAC_1904 if starts_1904 else CALENDAR_WINDOWS_1900
    return Reading(from_excel(int(value), epoch).date().isoformat(), "日期序号换算成日期")


def _text(value: str, year: int, is_event: bool) -> Reading:
    text = unicodedata.normalize("NFKC", value).strip()
    bare, weekday = CLOCK.sub("", text).strip(), ""
    found = WEEKDAY.search(bare)
    if found:
        bare, weekday = bare[: found.start()].strip(), found[1].replace("天", "日")
    reading = _plain_day(bare, value.strip(), year, is_event)
    if weekday and reading.text and not reading.doubt:
        day = date.fromisoformat(reading.text)
        if WEEKDAYS[day.weekday()] != weekday:
            fact = f"写的是“{value.strip()}”，这一天是星期{WEEKDAYS[day.weekday()]}"
            return doubtful(reading.text, fact, "核对是日期写错了，还是星期写错了。")
    return reading


def _plain_day(text: str, shown: str, year: int, is_event: bool) -> Reading:
    found = FULL.fullmatch(text) or JOINED.fullmatch(text)
    if found:
        is_standard = re.fullmatch(r"\d{4}-\d\d-\d\d", shown)
        return _day(*found.groups(), shown=shown, note="" if is_standard else "日期改成规定写法")
    found = NO_YEAR.fullmatch(text)
    if found and is_event:
        return _day(str(year), *found.groups(), shown=shown, note=f"没有写年份的日期按 {year} 年")
    if found:
        reading = _day(str(year), *found.groups(), shown=shown, note="")
        return _doubted(reading, f"写的是“{shown}”，没有年份", "补上年份，如 2023-03-05。")
    found = SHORT_YEAR.fullmatch(text)
    if found:
        reading = _day(f"20{found[1]}", found[2], found[3], shown=shown, note="")
        return _doubted(reading, f"写的是“{shown}”，年份只有两位", "年份写四位，如 2023-03-05。")
    found = DOTTED.fullmatch(text)
    if found:
        reading = _day(str(year), *found.groups(), shown=shown, note="")
        return _doubted(reading, f"写的是“{shown}”，看不出是不是几月几日", EXAMPLE)
    return refused(f"写的是“{shown}”", EXAMPLE)


def _doubted(reading: Reading, doubt: str, remedy: str) -> Reading:
    return reading if reading.refusal else doubtful(reading.text, doubt, remedy)


def _day(year: str, month: str, day: str, *, shown: str, note: str) -> Reading:
    try:
        return Reading(date(int(year), int(month), int(day)).isoformat(), note)
    except ValueError:
        return refused(f"写的是“{shown}”", EXAMPLE)

