"""指标的定义要说得通：台账、列、条件都存在，样式合用，又名不与别的数重复。

定义错了，数会一直空着或者数错，而数本身看不出来。

依据：计数只用 计次、合计、去重 三种方式。

不通过：

    data/figures.yml：
    集体约谈:
      单位: 次
      口径: 当年召开的集体约谈，按次计。
      计算:
        台账: 约谈
        条件:
          类别: 集中约谈
    data/2023/figures.yml：
    集体约谈:
      数值: 4
      来源: 约谈登记簿

通过：

    data/figures.yml：
    集体约谈:
      单位: 次
      口径: 当年召开的集体约谈，按次计。
      计算:
        台账: 约谈
        条件:
          类别: 集体约谈
    data/2023/figures.yml：
    集体约谈:
      数值: 4
      来源: 约谈登记簿
"""

from collections.abc import Iterator, Mapping

from macros.models.figure import Counting, FigureDefinition
from macros.models.ledger import CellKind, Column, LedgerKind
from macros.models.ledger_kinds import LEDGER_KINDS
from macros.models.record import Record
from macros.models.rectifications import Rectification
from macros.models.responsibilities import Duty
from macros.models.work_points import Aspect, WorkPoint
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedSite

RULE = "FIG-08"
CODE = "figure-definition"
SEVERITIES = (Severity.FAULT,)

LEDGERS: Mapping[str, LedgerKind] = {kind.name: kind for kind in LEDGER_KINDS}
LISTS: Mapping[str, type[Record]] = {
    "要点方面": Aspect,
    "要点": WorkPoint,
    "整改问题": Rectification,
    "责任清单": Duty,
}


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each definition that cannot be counted or written as it says."""
    definitions = site.handbook.definitions
    for name, definition in definitions.items():
        faults = [*_style(definition)]
        if definition.counting:
            faults += _counting(definition.counting)
        for fact, hint in faults:
            yield Problem(definition.where, CODE, f"“{name}”{fact}", hint)
    yield from _shared_labels(definitions)


def _style(definition: FigureDefinition) -> Iterator[tuple[str, str]]:
    if definition.style == "汉字" and definition.places:
        hint = "改成 样式: 阿拉伯，或者删去 小数位。"
        yield f"用汉字样式，却要印 {definition.places} 位小数", hint


def _counting(counting: Counting) -> Iterator[tuple[str, str]]:
    if counting.ledger in LISTS:
        names = [info.alias for info in LISTS[counting.ledger].model_fields.values() if info.alias]
        yield from _unknown_columns(counting, names)
    elif counting.ledger in LEDGERS:
        kind = LEDGERS[counting.ledger]
        yield from _unknown_columns(counting, [column.name for column in kind.columns])
        yield from _column_kinds(counting, kind)
    else:
        hint = f"能用的台账和清单：{'、'.join([*LEDGERS, *LISTS])}。"
        yield f"要数的台账“{counting.ledger}”不存在", hint


def _unknown_columns(counting: Counting, known: list[str]) -> Iterator[tuple[str, str]]:
    for name in (*([counting.column] if counting.column else []), *counting.conditions):
        if name not in known:
            yield f"用的列“{name}”不在“{counting.ledger}”里", f"能用的列：{'、'.join(known)}。"


def _column_kinds(counting: Counting, kind: LedgerKind) -> Iterator[tuple[str, str]]:
    added = kind.column(counting.column or "")
    if counting.method == "合计" and added and added.kind is not CellKind.COUNT:
        numbers = [column.name for column in kind.columns if column.kind is CellKind.COUNT]
        hint = f"合计只能用数字列：{'、'.join(numbers) or '这本台账没有'}；数行用 计次。"
        yield f"要合计的列“{added.name}”不是数字", hint
    for name, wanted in counting.conditions.items():
        column = kind.column(name)
        words = (wanted,) if isinstance(wanted, str) else wanted
        yield from _condition(column, words) if column else ()


def _condition(column: Column, words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if column.is_restricted:
        hint = "换一个公开的列作条件，如 类别；条件会随指标公布。"
        yield f"的条件用了内部列“{column.name}”", hint
    for word in words:
        if column.choices and word not in column.choices:
            hint = f"{column.name}只有：{'、'.join(column.choices)}。"
            yield f"的条件“{column.name}: {word}”永远数不到", hint


def _shared_labels(definitions: Mapping[str, FigureDefinition]) -> Iterator[Problem]:
    owners: dict[tuple[str, str], str] = {}
    for name, definition in definitions.items():
        for label in (name, *definition.aliases):
            owner = owners.setdefault((label, definition.unit), name)
            if owner != name:
                fact = f"“{name}”的又名“{label}”已经指“{owner}”，单位也相同"
                hint = "删去其中一个又名，或把两个又名写得更长、能分清。"
                yield Problem(definition.where, CODE, fact, hint)
