"""日期写成“2023年3月5日”：年份写全，月日不补零，用“日”不用“号”，而且真有这一天。

依据：GB/T 9704-2012 7.3.5.4。

不通过：

    2023年03月05号召开会议。

通过：

    2023年3月5日召开会议。
"""

import re
from collections.abc import Iterator
from datetime import date

from macros.checks.prose import patterns
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage, RenderedSite

RULE = "STR-04"
CODE = "date-form"
SEVERITIES = (Severity.ERROR,)

DATE = re.compile(
    r"(?<![0-9])(?P<year>[0-9]{4})年\s*(?P<month>[0-9]{1,2})月"
    r"(?:\s*(?P<day>[0-9]{1,2})(?P<word>[日号]))?"
)
DAY = re.compile(r"(?<![0-9年])(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})号(?![楼院门令文])")
PUNCTUATED = re.compile(r"(?<![0-9./-])(?:19|20)[0-9]{2}([-/.])[0-9]{1,2}\1[0-9]{1,2}(?![0-9./-])")


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each date that is not written as official documents do."""
    for page in site.own_pages:
        yield from _check_page(page)


def _check_page(page: RenderedPage) -> Iterator[Problem]:
    excused = patterns.excused(page.handbook, page.page)
    for line in page.lines:
        text = patterns.plain(line.typed)
        for found, fault in _faults(text, patterns.is_of_year(page.page)):
            if not patterns.covers(patterns.occurrences(text, excused), *found.span()):
                fact = f"日期写的是“{found.group()}”，{fault}"
                hint = "写成 2023年3月5日 的样子，并核对这一天。"
                yield Problem(line.where, CODE, fact, hint, Severity.ERROR)


def _faults(text: str, is_of_year: bool) -> Iterator[tuple[re.Match[str], str]]:
    for found in DATE.finditer(text):
        fault = _fault(found)
        if fault:
            yield found, fault
    for found in DAY.finditer(text):
        yield found, "“号”应为“日”"
    for found in PUNCTUATED.finditer(text) if is_of_year else ():
        yield found, "没有写年月日"


def _fault(found: re.Match[str]) -> str:
    month, day = found["month"], found["day"]
    if month.startswith("0") or (day or "").startswith("0"):
        return "月、日不补零"
    if found["word"] == "号":
        return "“号”应为“日”"
    try:
        date(int(found["year"]), int(month), int(day or 1))
    except ValueError:
        return "没有这一天"
    return ""
