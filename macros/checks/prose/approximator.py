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

from macros.checks.prose import patterns
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage, RenderedSite

RULE = "FIG-05"
CODE = "approximator"
SEVERITIES = (Severity.WARNING,)

BEFORE = r"(?:大约|约|将近|(?<![最临附])近|至少|不少于|超过|逾)"
BEHIND = r"(?:余|左右|上下|以上(?![各三两所几]))"
HINT = (
    "删去“{word}”。准确的数直接引用；只知道大概的，在 data/<年份>/figures.yml 这个数下写"
    " 约数: true，页面自动印“余”。"
)


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a reminder for each approximate word around a figure, or two around one number."""
    units = patterns.any_of(patterns.measure_words(site.handbook))
    doubled = re.compile(
        rf"{BEFORE}\s*{patterns.NUMERAL}(?:[余多]{units}|{units}{BEHIND})"
        rf"|{patterns.NUMERAL}[余多]{units}(?:左右|上下|以上)"
    )
    for page in site.own_pages:
        yield from _around_calls(page)
        yield from _doubled(page, doubled)


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


def _doubled(page: RenderedPage, doubled: re.Pattern[str]) -> Iterator[Problem]:
    for line in page.lines:
        for found in doubled.finditer(patterns.plain(line.typed)):
            fact = f"“{found.group()}”用了两个概数词"
            hint = "只留一个，如 30余次，或 约30次。"
            yield Problem(line.where, CODE, fact, hint, Severity.WARNING)
