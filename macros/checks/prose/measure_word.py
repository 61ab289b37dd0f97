"""一个指标只用一个计量单位，行文里不换。

指标定义是“次”的，写成 `局党组会30场`，读者不知道是不是同一个数。只查意思相近、容易混的单位：
次、场、场次、期；份、篇、个、件；人、人次、名。

依据：本手册的要求：一个指标一个单位，单位以 data/figures.yml 为准。

不通过：

    docs/a.md：
    # 会议

    2023年召开局党组会30场。

通过：

    docs/a.md：
    # 会议

    2023年召开局党组会{{ 数("局党组会", 2023) }}。
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from macros.checks.prose import patterns
from macros.handbook import Handbook
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage

RULE = "MEAS-01"
CODE = "measure-word"
SEVERITIES = (Severity.WARNING,)

KIN = (("次", "场", "场次", "期"), ("份", "篇", "个", "件"), ("人", "人次", "名"))
"""Units that say nearly the same."""


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a reminder for each figure named with a number in a unit that is not its own."""
    wanted = _units_by_label(page.handbook)
    for line, found in patterns.matches(page, _named_number(tuple(wanted))):
        unit, own = found["unit"], wanted[found["label"]]
        if unit != own and any(unit in kin and own in kin for kin in KIN):
            fact = f"“{found.group()}”的单位是“{unit}”，这个指标的单位是“{own}”"
            call = f'{{{{ 数("{found["label"]}", 2023) }}}}'
            hint = f"引用数据，如 {call}；不是同一个数的换个说法。"
            yield Problem(line.where, CODE, fact, hint, Severity.WARNING)


@lru_cache(maxsize=2)
def _units_by_label(handbook: Handbook) -> Mapping[str, str]:
    """Return name or 又名 of a figure → its unit, the longest first."""
    units = {
        label: definition.unit
        for name, definition in handbook.definitions.items()
        for label in (name, *definition.aliases)
        if any(definition.unit in kin for kin in KIN)
    }
    return dict(sorted(units.items(), key=lambda item: -len(item[0])))


@lru_cache(maxsize=2)
def _named_number(labels: tuple[str, ...]) -> re.Pattern[str]:
    units = patterns.any_of(sorted({unit for kin in KIN for unit in kin}, key=len, reverse=True))
    return re.compile(
        rf"(?P<label>{patterns.any_of(labels)})(?:共计|累计|合计|共|了|达)?{patterns.NUMERAL}[余多]?"
        rf"(?P<unit>{units})(?![{patterns.CHINESE}])"
    )
