"""已经定义的数，哪一页都不要手打；打了的，不能与数据不同。

查紧跟在数的名称或“又名”后面、单位也相同的数。年份看句中最近的“2023年”，没有就看页面的年份；
讲一般要求、没有年份的页面不查。

依据：同一个数在各处必须一致。

不通过：

    docs/a.md：
    # 会议

    2023年召开局党组会29次。

通过：

    docs/a.md：
    # 会议

    2023年召开局党组会{{ 数("局党组会", 2023) }}。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from macros.checks.prose import patterns
from macros.figures import Figure, figure, plain_text
from macros.problems import Problem, Severity, Where
from macros.rendering.site import RenderedPage

RULE = "FIG-06"
CODE = "typed-figure"
SEVERITIES = (Severity.ERROR, Severity.WARNING)


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a problem for each known figure whose number is typed by hand."""
    units = patterns.measure_words(page.handbook)
    for line in patterns.counting_lines(page, units):
        for found in patterns.quantities(line.plain, units):
            yield from _compare(page, line.where, line.plain, found)


def _compare(
    page: RenderedPage, where: Where, text: str, found: re.Match[str]
) -> Iterator[Problem]:
    before = text[: found.start()]
    name = patterns.figure_before(page.handbook, before, found["unit"])
    year = _year(page, before)
    value = patterns.value_of(found["number"])
    if name is None or year not in page.handbook.years or value is None:
        return
    words = patterns.excused(page.handbook, page.page)
    if patterns.covers(patterns.occurrences(text, words), *found.span()):
        return
    known = figure(page.handbook, name, year)
    is_same = _agrees(known, value, bool(found["approximation"]))
    if is_same and page.page.is_report:
        return  # reported as a bare number
    shown = f"“{name}”{year}年手打了“{found.group()}”"
    fact = f"{shown}，与数据相同" if is_same else f"{shown}，数据是“{plain_text(known)}”"
    severity = Severity.WARNING if is_same else Severity.ERROR
    hint = f'改成 {{{{ 数("{name}", {year}) }}}}，数变了这里跟着变；手打的数若是对的，改数据。'
    yield Problem(where, CODE, fact, hint, severity)


def _year(page: RenderedPage, before: str) -> int | None:
    sentence = re.split("[。；]", before)[-1]
    years = re.findall(r"(?<![0-9])(20[0-9]{2})年", sentence)
    return int(years[-1]) if years else patterns.year_of(page.page)


def _agrees(known: Figure, value: Decimal, is_approximate: bool) -> bool:
    values = [claimed for _, claimed in known.claims]
    return any(value == one or (is_approximate and value <= one < value * 2) for one in values)
