"""“今年以来”“至目前”要写明截至哪一天，数据也要有截至日期。

没有日期的“至目前”，过一个月就没有人说得清指到哪天。截至日期要在这一年里，不能晚于今天。

依据：公文中的相对时间应换成具体日期。

不通过：

    至目前，召开集体约谈{{ 数("集体约谈", 2023) }}。

通过：

    截至{{ 截至(2023) }}，召开集体约谈{{ 数("集体约谈", 2023) }}。
"""

import re
from collections.abc import Iterator
from datetime import date

from macros.checks.prose import patterns
from macros.formatting import chinese_date
from macros.models.year import YearState
from macros.problems import Problem, Severity
from macros.rendering.body import BLANKS
from macros.rendering.site import RenderedPage, RenderedSite

RULE = "TIME-01"
CODE = "as-of"
SEVERITIES = (Severity.WARNING, Severity.GAP, Severity.ERROR)

RELATIVE = re.compile(r"今年以来|截?至目前|(?:^|[，。；：、])(?:近期|日前|近日)", re.MULTILINE)
DATED = re.compile(rf"截[至止]{BLANKS}(?:20[0-9]{{2}}年|[0-9]{{1,2}}月)")


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a gap for each year without a day, a problem for a day that cannot be."""
    for year, data in site.handbook.years.items():
        if data.state.as_of is None:
            fact = f"{year}年的数据没有截至日期"
            hint = f"在 data/{year}/year.yml 写明数据统计到哪一天，如 截至: {year}-12-31。"
            yield Problem(data.state.place("截至"), CODE, fact, hint, Severity.GAP)
        else:
            yield from _wrong_day(year, data.state, site.handbook.day)


def _wrong_day(year: int, state: YearState, today: date) -> Iterator[Problem]:
    day = chinese_date(state.as_of)
    fact = ""
    if state.as_of.year != year:
        fact = f"{year}年数据的截至日期是{day}，不在这一年里"
    elif state.as_of > today:
        fact = f"{year}年数据的截至日期是{day}，还没有到"
    if fact:
        hint = f"写数据实际统计到的那一天，如 截至: {year}-11-30。"
        yield Problem(state.place("截至"), CODE, fact, hint, Severity.ERROR)


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a reminder for each relative time on a page of a year that names no day."""
    if not patterns.is_of_year(page.page) or _is_dated(page):
        return
    for line, found in patterns.matches(page, RELATIVE):
        word = found.group().lstrip("，。；：、")
        context = patterns.around(line.plain, found.start(), found.end(), 0, 10)
        fact = f"“{context}”用了“{word}”，这一页没有写截至哪一天"
        hint = "写明日期，如 截至{{ 截至(2023) }}，或 截至2023年11月30日。"
        yield Problem(line.where, CODE, fact, hint, Severity.WARNING)


def _is_dated(page: RenderedPage) -> bool:
    has_call = any(call.name == "截至" for call in page.page.calls)
    return has_call or DATED.search(page.body.typed) is not None
