"""Ledger rows as evidence: what each row says, and what of it is still to come."""

from collections.abc import Iterable, Mapping, Sequence

from macros.exporting.contents import SOURCE, Scope
from macros.exporting.table import Field, Table, Value
from macros.models.ledger import CellKind, Ledger, LedgerKind
from macros.models.ledger_row import written

ASKED = ("应到", "实到", "参加人数", "人数", "份数", "缺席原因", "记录号")
"""Columns that an inspection looks for; a row is complete when those its ledger has are filled."""

MATTERS = ("议题", "主题", "题目", "事项", "事由类别", "责任单位")
"""Columns that say what a row is about."""

NOTHING_ASKED = "—"
COMPLETE = "齐全"


def records_table(
    scope: Scope, ledger: Ledger, rows: Iterable[int], counted: Mapping[int, Sequence[str]]
) -> Table:
    """Return rows of a ledger, each with what it lacks.

    Args:
        scope: whether restricted columns are shown.
        ledger: of the year.
        rows: which of its rows, counted from 0.
        counted: the figures that count each row.
    """
    names = _columns(ledger.kind, scope.is_restricted)
    made = []
    for number, row in enumerate(rows, 1):
        cells = {name: _shown(ledger, name, row) for name in names}
        figures = "、".join(counted.get(row, ())) or NOTHING_ASKED
        made.append(
            (number, *cells.values(), check(ledger, row), figures, str(ledger.where(row)))
        )
    fields = [_field(ledger.kind, name) for name in names]
    ends = (Field("核对", width=18), Field("计入的指标", width=18), SOURCE)
    return Table(ledger.kind.name, (Field("序号", width=6), *fields, *ends), tuple(made))


def check(ledger: Ledger, row: int) -> str:
    """Return 齐全, or what a row lacks or contradicts."""
    if _is_too_many(ledger, row):
        return "实到多于应到，须核对原件"
    asked = [name for name in ASKED if ledger.kind.column(name)]
    lacking = [name for name in asked if _shown(ledger, name, row) is None]
    return f"缺：{'、'.join(lacking)}" if lacking else COMPLETE


def _columns(kind: LedgerKind, is_restricted: bool) -> list[str]:
    matter = next((name for name in MATTERS if kind.column(name)), "")
    wanted = ("编号", "日期", "党组织", kind.category, matter)
    names = [name for name in dict.fromkeys(wanted) if name and kind.column(name)]
    if is_restricted:
        names += [column.name for column in kind.columns if column.is_restricted]
    names += [name for name in ASKED if kind.column(name)]
    return names


def _field(kind: LedgerKind, name: str) -> Field:
    column = kind.column(name)
    return Field(
        name,
        column.description,
        24 if name in MATTERS else 12,
        is_day=column.kind is CellKind.DATE,
        is_count=column.kind is CellKind.COUNT,
        is_expected=name in ASKED or name in MATTERS,
    )


def _shown(ledger: Ledger, name: str, row: int) -> Value:
    cell = ledger.cells[name][row]
    if name == "缺席原因" and cell is None:
        return _absence(ledger, row)
    return written(cell) if isinstance(cell, tuple) else cell


def _absence(ledger: Ledger, row: int) -> str | None:
    """Return what to say where no reason is given: a reason is asked only if someone was absent."""
    expected, present = ledger.cells["应到"][row], ledger.cells["实到"][row]
    if expected is None or present is None:
        return NOTHING_ASKED
    return None if present < expected else "无缺席"


def _is_too_many(ledger: Ledger, row: int) -> bool:
    if not (ledger.kind.column("应到") and ledger.kind.column("实到")):
        return False
    expected, present = ledger.cells["应到"][row], ledger.cells["实到"][row]
    return expected is not None and present is not None and present > expected
