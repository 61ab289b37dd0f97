"""`本月事项`: what the frequency rules ask for in the month of the handbook's day."""

from collections.abc import Iterator
from datetime import date

from macros.figures.periods import Span, spans
from macros.figures.windows import windows
from macros.formatting import chinese_date
from macros.handbook import Handbook
from macros.models.cadence import Cadence
from macros.page_macros.cadence import BUREAU, state_badge
from macros.page_macros.html import NOTHING, badge, cell_text, escape, table, wide


def show_month(handbook: Handbook) -> str:
    """列出本月到期的事项：每周、每月的，以及到本月底满一季度、半年、一年的。

    “本月”是手册日期所在的月份，和制度的效力同一个日期。当年有台账的，写明台账里有没有记录。

    Example:
        {{ 本月事项() }}
    """
    day = handbook.day
    rows = [
        (
            chinese_date(span.end),
            escape(cadence.matter),
            cell_text(cadence.requirement),
            escape(cadence.strength) + ("" if cadence.is_verified else f" {UNVERIFIED}"),
            _record(handbook, cadence, span),
        )
        for span, cadence in sorted(_due(handbook), key=lambda due: (due[0].end, due[1].id))
    ]
    caption = f"{day.year}年{day.month}月到期的事项（{len(rows)}项）"
    header = ("最迟", "事项", "要求", "强度", "台账")
    empty = f"{day.year}年{day.month}月没有到期的事项。"
    return table(caption, header, rows, empty, kinds=wide("要求"))


UNVERIFIED = badge("待核验", "missing")


def _due(handbook: Handbook) -> Iterator[tuple[Span, Cadence]]:
    """Yield the rules with the period that ends this month; of weeks the one of the day."""
    for cadence in handbook.cadences:
        span = _current(cadence, handbook.day)
        if span and (cadence.period == "周" or span.end.month == handbook.day.month):
            yield span, cadence


def _current(cadence: Cadence, day: date) -> Span | None:
    """Return the period that holds a day; a week belongs to the year of its Thursday."""
    for year in (day.year - 1, day.year, day.year + 1):
        for span in spans(cadence.period, year):
            if span.start <= day <= span.end:
                return span
    return None


def _record(handbook: Handbook, cadence: Cadence, span: Span) -> str:
    """Return what the ledger of the year shows, per party organization."""
    if span.end.year not in handbook.years:
        return NOTHING
    found = [one for one in windows(handbook, cadence, span.end.year) if one.span == span]
    return "<br>".join(
        f"{escape(one.organization or BUREAU)} {state_badge(one)}" for one in found
    ) or NOTHING
