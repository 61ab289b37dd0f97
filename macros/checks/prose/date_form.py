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
from macros.rendering.body import BLANKS, Line
from macros.rendering.site import RenderedPage

RULE = "STR-04"
CODE = "date-form"
SEVERITIES = (Severity.ERROR,)

DATE = re.compile(
    rf"(?P<year>{patterns.lone('[0-9]', '[0-9]')}[0-9]{{3}})年{BLANKS}(?P<month>[0-9]{{1,2}})月"
    rf"(?:{BLANKS}(?P<day>[0-9]{{1,2}})(?P<word>[日号]))?"
)
DAY = re.compile(rf"{patterns.lone('[0-9]', '[0-9年]')}[0-9]?月[0-9]{{1,2}}号(?![楼院门令文])")
PUNCTUATED = re.compile(r"(?<![0-9./-])(?:19|20)[0-9]{2}([-/.])[0-9]{1,2}\1[0-9]{1,2}(?![0-9./-])")


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a problem for each date that is not written as official documents do."""
    for line, found, fault in _faults(page):
        fact = f"日期写的是“{found.group()}”，{fault}"
        hint = "写成 2023年3月5日 的样子，并核对这一天。"
        yield Problem(line.where, CODE, fact, hint, Severity.ERROR)


def _faults(page: RenderedPage) -> Iterator[tuple[Line, re.Match[str], str]]:
    for line, found in patterns.matches(page, DATE):
        fault = _fault(found)
        if fault:
            yield line, found, fault
    for line, found in patterns.matches(page, DAY):
        yield line, found, "“号”应为“日”"
    if patterns.is_of_year(page.page):
        for line, found in patterns.matches(page, PUNCTUATED):
            yield line, found, "没有写年月日"


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
