"""填报的数要像样：名称有定义，不超过上限，计数没有小数，与上一年不差十倍。

多打一个零、填错一行，是填表最常见的错。确实如此的，由核实人对照原件签名。

依据：数字准确。

不通过：

    data/figures.yml：
    局党组会:
      单位: 次
      口径: 当年召开的局党组会，按次计。
      上限: 100
    data/2023/figures.yml：
    局党组会:
      数值: 300
      来源: 会议登记簿

通过：

    data/figures.yml：
    局党组会:
      单位: 次
      口径: 当年召开的局党组会，按次计。
      上限: 100
    data/2023/figures.yml：
    局党组会:
      数值: 30
      来源: 会议登记簿
"""

import difflib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from macros.figures import figures_of_year
from macros.formatting import chinese_date
from macros.handbook import Handbook
from macros.models.figure import FigureDefinition, FigureValue
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedSite

RULE = "FIG-09"
CODE = "figure-value"
SEVERITIES = (Severity.FAULT, Severity.ERROR, Severity.WARNING)
DEFINITIONS = "data/figures.yml"
LEAP = 10


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each typed value that is unknown, too large or far from its neighbor."""
    handbook = site.handbook
    is_defined = DEFINITIONS not in {found.where.file for found in handbook.problems}
    for year, data in handbook.years.items():
        for name, typed in data.values.items():
            definition = handbook.definitions.get(name)
            if definition is None:
                if is_defined:
                    yield _unknown(handbook, name, typed)
            elif typed.value is not None:
                yield from _single(name, year, definition, typed)
            if typed.verified_on and not date(year, 1, 1) <= typed.verified_on <= handbook.day:
                day = chinese_date(typed.verified_on)
                fact = f"“{name}”的核实日期是{day}，早于这一年或还没有到"
                hint = "写核实人实际核实的那一天，如 2023-12-20。"
                yield Problem(typed.place("核实日期"), CODE, fact, hint, Severity.ERROR)
        yield from _counted_too_large(handbook, year)
    for earlier, later in pairwise(sorted(handbook.years)):
        yield from _leaps(handbook, earlier, later)


def _unknown(handbook: Handbook, name: str, typed: FigureValue) -> Problem:
    close = difflib.get_close_matches(name, handbook.definitions, n=1, cutoff=0.4)
    guess = f"是不是想写“{close[0]}”？" if close else ""
    hint = f"{guess}名称照 data/figures.yml；新的数先在那里定义。"
    return Problem(typed.where, CODE, f"没有定义叫“{name}”的数，填了也不会用到", hint)


def _single(
    name: str, year: int, definition: FigureDefinition, typed: FigureValue
) -> Iterator[Problem]:
    if typed.value > definition.maximum:
        fact = f"“{name}”{year}年写的是 {typed.value}，超过上限 {definition.maximum}"
        hint = "对照原件，看是否多打了零、填错了行；确实这么多，改 data/figures.yml 的 上限。"
        yield Problem(typed.place("数值"), CODE, fact, hint)
    if not definition.places and typed.value != int(typed.value):
        fact = f"“{name}”{year}年写的是 {typed.value}，这个数没有小数"
        hint = "写成整数；确实要印小数的，在 data/figures.yml 写 小数位: 2。"
        yield Problem(typed.place("数值"), CODE, fact, hint)


def _counted_too_large(handbook: Handbook, year: int) -> Iterator[Problem]:
    for figure in figures_of_year(handbook, year):
        counted, maximum = figure.counted.value, figure.definition.maximum
        if counted is not None and counted > maximum:
            fact = f"“{figure.key.name}”{year}年台账数出 {counted}，超过上限 {maximum}"
            hint = "查台账有没有重复的行、多打的零；确实这么多，改 data/figures.yml 的 上限。"
            yield Problem(figure.where, CODE, fact, hint, Severity.ERROR)


def _leaps(handbook: Handbook, earlier: int, later: int) -> Iterator[Problem]:
    for name in handbook.definitions:
        pair = [(year, handbook.years[year].values.get(name)) for year in (later, earlier)]
        if not all(typed and typed.value for _, typed in pair):
            continue
        small, large = sorted(Decimal(typed.value) for _, typed in pair)
        year, typed = next((one for one in pair if not one[1].verified_by), (0, None))
        if typed and large >= LEAP * small:
            other = large if typed.value == small else small
            fact = f"“{name}”{year}年写的是 {typed.value}，相邻一年是 {other}，相差十倍以上"
            hint = "对照原件；没有错就写上 核实人 和 核实日期，错了就改 数值。"
            yield Problem(typed.place("数值"), CODE, fact, hint, Severity.ERROR)
