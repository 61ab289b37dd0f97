"""What is exported of a year: figures, gaps, plans, rectifications, duties and ledgers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic.fields import FieldInfo

from macros.exporting.table import Field, Table, Value
from macros.figures import Figure, State, figures_of_year, plain_text
from macros.handbook import Handbook, YearData
from macros.models.ledger import CellKind, Column, Ledger, LedgerKind
from macros.models.ledger_kinds import LEDGER_KINDS
from macros.models.ledger_row import STAMP, check_digits
from macros.models.meanings import meanings
from macros.models.record import Record
from macros.models.rectifications import NextStep, Rectification
from macros.models.responsibilities import Duty
from macros.models.work_points import WorkPoint
from macros.page_macros.gaps import open_figures, other_gaps

WIDE, NARROW = 36, 8

SOURCE = Field("出处", "这一行在哪个文件第几行。", 34)

FIGURES = (
    Field("指标", "名称，页面用它引用。", 22),
    Field("分组", width=14),
    Field("年份", width=NARROW),
    Field("数值", "还没有就是【待填】；几处不一致看“印成”。", is_count=True, is_expected=True),
    Field("约数", "印在数后面的“余”“多”。", NARROW),
    Field("单位", width=NARROW),
    Field("印成", "页面上印的样子。", 20),
    Field("状态", "待填、手工填报、台账计算、已核实、不适用、冲突。"),
    Field("口径", "计什么、不计什么。", WIDE),
    Field("截至", "统计到哪一天。", is_day=True, is_expected=True),
    Field("来源", "手工填报的数抄自哪里。", 26),
    Field("台账", "从哪本台账数出来。"),
    Field("台账行数", "数了几行。", 10, is_count=True),
    Field("核实人", width=10),
    Field("核实日期", is_day=True),
    SOURCE,
)
GAPS = (
    Field("内容", "缺的是什么。", 34),
    Field("状态"),
    Field("空缺几处", is_count=True),
    Field("原因", width=WIDE, is_expected=True),
    Field("责任科室", width=16, is_expected=True),
    Field("补报期限", is_day=True, is_expected=True),
    Field("填在哪里", width=34),
)

NOBODY = ("", "", "")
"""Reason, owner and date of gaps for which the data have no place to say them."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What of the data goes out."""

    handbook: Handbook
    year: int
    is_restricted: bool = False
    """Whether columns that are never published are taken along."""

    @property
    def data(self) -> YearData:
        """The year."""
        return self.handbook.years[self.year]


def tables(scope: Scope) -> Iterator[Table]:
    """Yield the tables of a year; a ledger that has no file is left out."""
    yield figures_table(scope)
    yield gaps_table(scope)
    plan, duties, found = (
        scope.data.work_points, scope.data.responsibilities, scope.data.rectifications
    )  # fmt: skip
    yield record_table("要点", WorkPoint, plan.points if plan else ())
    yield record_table("整改", Rectification, found.problems if found else ())
    yield record_table("下一步", NextStep, found.next_steps if found else ())
    yield record_table("责任", Duty, duties.duty_list.duties if duties else ())
    for kind in LEDGER_KINDS:
        if kind.name in scope.data.ledgers:
            yield ledger_table(scope, scope.data.ledgers[kind.name])


def figures_table(scope: Scope) -> Table:
    """Return 指标: each figure with its provenance."""
    rows = map(_figure_row, figures_of_year(scope.handbook, scope.year))
    return Table("指标", FIGURES, tuple(rows))


def _figure_row(shown: Figure) -> tuple[Value, ...]:
    typed, definition = shown.typed, shown.definition
    is_counted = shown.counted.value is not None
    return (
        shown.key.name,
        definition.group,
        shown.key.year,
        "不适用" if shown.state is State.NOT_APPLICABLE else shown.value,
        shown.approximation or None,
        definition.unit,
        plain_text(shown),
        shown.state.value,
        definition.meaning,
        shown.as_of,
        typed and typed.source,
        definition.counting and definition.counting.ledger,
        len(shown.counted.rows) if is_counted else None,
        typed and typed.verified_by,
        typed and typed.verified_on,
        place(shown),
    )


def place(shown: Figure) -> str:
    """Return the line on which a figure is supplied; the file only, if it has no entry yet."""
    return str(shown.where) if shown.typed else shown.where.file


def gaps_table(scope: Scope) -> Table:
    """Return 待补: missing and disputed figures with who owes them, then all other gaps."""
    rows: list[tuple[Value, ...]] = []
    for shown in open_figures(scope.handbook, scope.year):
        typed = shown.typed
        is_gap = shown.state is State.MISSING
        reason = (typed and typed.reason) if is_gap else f"{plain_text(shown)}，由本局核定"
        debt = (reason, typed and typed.owner, typed and typed.due_on)
        rows.append((shown.key.name, shown.state.value, 1, *debt, place(shown)))
    for what, count, file in other_gaps(scope.handbook, scope.data, scope.year):
        if count:
            rows.append((what, State.MISSING.value, count, *NOBODY, file))
    return Table("待补", GAPS, tuple(rows))


def record_table(name: str, model: type[Record], records: Iterable[Record]) -> Table:
    """Return the records of a list, one column per key and where each stands."""
    infos = [(key, info) for key, info in model.model_fields.items() if info.alias]
    meaning = meanings(model)
    fields = tuple(_record_field(info, meaning[info.alias]) for _, info in infos)
    rows = tuple(
        (*(_joined(getattr(one, key)) for key, _ in infos), str(one.where)) for one in records
    )
    return Table(name, (*fields, SOURCE), rows)


def _record_field(info: FieldInfo, meaning: str) -> Field:
    is_day = "date" in str(info.annotation)
    is_short = is_day or info.alias in ("序号", "方面", "编号", "状态", "责任人", "责任领导")
    width = 12 if is_short else 24
    return Field(info.alias, meaning, width, is_day=is_day, is_expected=True)


def _joined(value: object) -> Value:
    if isinstance(value, tuple):
        return "；".join(value) or None
    return value


def ledger_fields(kind: LedgerKind, is_restricted: bool) -> tuple[Field, ...]:
    """Return the columns of a ledger that may go out, with help and choices for filling in."""
    return tuple(
        Field(
            column.name,
            _help(column),
            _width(column),
            column.choices,
            column.kind is CellKind.DATE,
            column.kind is CellKind.COUNT,
            column.is_required,
        )
        for column in kind.columns
        if is_restricted or not column.is_restricted
    )


def _help(column: Column) -> str:
    asked = "必填。" if column.is_required else ""
    words = f"只能填：{'、'.join(column.choices)}；几样都是用顿号隔开。" if column.choices else ""
    return f"{asked}{column.description}{words}"


def _width(column: Column) -> int:
    if column.kind in (CellKind.DATE, CellKind.COUNT) or column.name in ("编号", "主持", "主讲"):
        return 12
    return 20 if column.choices or column.name in ("记录号", "党组织") else 30


def ledger_table(scope: Scope, ledger: Ledger) -> Table:
    """Return a ledger as it may go out, each row with its place and check digits."""
    fields = ledger_fields(ledger.kind, scope.is_restricted)
    columns = [ledger.cells[field.name] for field in fields]
    rows = tuple(
        (*map(_joined_words, cells), str(ledger.where(row)), check_digits(cells))
        for row, cells in enumerate(zip(*columns, strict=True))
    )
    stamp = Field(STAMP, "导入时核对这一行改过没有，请不要动。", 10)
    return Table(ledger.kind.name, (*fields, SOURCE, stamp), rows, is_form=True)


def _joined_words(value: object) -> Value:
    return "、".join(value) if isinstance(value, tuple) else value


def blank_ledgers() -> Iterator[Table]:
    """Yield an empty table for each ledger, restricted columns included."""
    for kind in LEDGER_KINDS:
        yield Table(kind.name, ledger_fields(kind, is_restricted=True), (), is_form=True)
