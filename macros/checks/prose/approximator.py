"""“约、近、余、左右、以上”不能套在引用的数上，也不能一前一后重复。

概数是数据的一部分：台账给出准确数以后，“约30次”就错了。要印“余”，在数据里写 约数: true。

依据：公文写作惯例，一个数只用一个概数词。

不通过：

    召开局党组会约{{ 数("局党组会", 2023) }}左右。

通过：

    召开局党组会{{ 数("局党组会", 2023) }}。
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from macros.checks.prose import patterns
from macros.problems import Problem, Severity
from macros.rendering.body import BLANKS
from macros.rendering.site import RenderedPage

RULE = "FIG-05"
CODE = "approximator"
SEVERITIES = (Severity.WARNING,)

BEFORE = r"(?:大约|约|将近|(?<![最临附])近|至少|不少于|超过|逾)"
BEHIND = r"(?:余|左右|上下|以上(?![各三两所几]))"
HINT = (
    "删去“{word}”。准确的数直接引用；只知道大概的，在 data/<年份>/figures.yml 这个数下写"
    " 约数: true，页面自动印“余”。"
)


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a reminder for each approximate word around a figure, or two around one number."""
    yield from _around_calls(page)
    units = patterns.measure_words(page.handbook)
    doubled = _doubled(units)
    for line in patterns.counting_lines(page, units):
        for found in doubled.finditer(line.plain):
            fact = f"“{found.group()}”用了两个概数词"
            hint = "只留一个，如 30余次，或 约30次。"
            yield Problem(line.where, CODE, fact, hint, Severity.WARNING)


@lru_cache(maxsize=2)
def _doubled(units: tuple[str, ...]) -> re.Pattern[str]:
    unit = patterns.any_of(units)
    return re.compile(
        rf"{BEFORE}{BLANKS}{patterns.NUMERAL}(?:[余多]{unit}|{unit}{BEHIND})"
        rf"|{patterns.NUMERAL}[余多]{unit}(?:左右|上下|以上)"
    )


def _around_calls(page: RenderedPage) -> Iterator[Problem]:
    text = page.page.file.text
    for call in page.page.calls:
        if call.name != "数":
            continue
        found = [
            re.search(rf"{BEFORE}\s*$", text[max(0, call.start - 6) : call.start]),
            re.match(rf"\s*{BEHIND}", text[call.end : call.end + 6]),
        ]
        words = "”“".join(one.group().strip() for one in found if one)
        if words:
            fact = f"引用的数“{call.arguments[0]}”旁边又写了“{words}”"
            yield Problem(call.where, CODE, fact, HINT.format(word=words), Severity.WARNING)
