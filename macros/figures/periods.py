"""The periods of a year: weeks, months, quarters, halves, and the year itself."""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

MONTHS_OF_PERIOD = {"月": 1, "季度": 3, "半年": 6, "年": 12}


class Span(NamedTuple):
    """One period, from its first to its last day."""

    name: str
    start: date
    end: date


def spans(period: str, year: int) -> tuple[Span, ...]:
    """Return the periods of a year in order; none for a period that is not regular (不定期)."""
    if period == "周":
        return _weeks(year)
    months = MONTHS_OF_PERIOD.get(period)
    if months is None:
        return ()
    return tuple(
        _months(period, year, first, first + months - 1) for first in range(1, 13, months)
    )


def _months(period: str, year: int, first: int, last: int) -> Span:
    names = {
        "月": f"{first}月",
        "季度": f"第{'一二三四'[(first - 1) // 3]}季度",
        "半年": "上半年" if first == 1 else "下半年",
        "年": "全年",
    }
    end = date(year, last, calendar.monthrange(year, last)[1])
    return Span(names[period], date(year, first, 1), end)


def _weeks(year: int) -> tuple[Span, ...]:
    """A week belongs to the year that holds its Thursday (ISO 8601), so none is cut in two."""
    count = date(year, 12, 28).isocalendar().week
    starts = [date.fromisocalendar(year, week, 1) for week in range(1, count + 1)]
    ends = [start + timedelta(days=6) for start in starts]
    return tuple(
        Span(f"第{week}周", start, end)
        for week, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    )

