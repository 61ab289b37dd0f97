"""Ledger rows by month, quarter or column: only what cannot single out an event or a person."""

from collections.abc import Iterable, Mapping

from macros.figures.periods import spans
from macros.models.figure import Counting
from macros.models.ledger import CellKind, Ledger, LedgerKind

PERIODS = {"月份": "月", "季度": "季度"}
"""Groupings by date, and the period of each."""

BLANK = "未填"


def groupings(kind: LedgerKind) -> list[str]:
    """Return what a ledger may be grouped by in public.

    Free text, names and numbers of records are left out: a group of one row would tell who or
    what it was.
    """
    columns = [
        column.name
        for column in kind.columns
        if not column.is_restricted
        and (column.kind is CellKind.CHOICE or column.name == "党组织")
    ]
    return [*columns, *PERIODS]


def rows_by(ledger: Ledger, by: str, rows: Iterable[int] | None = None) -> dict[str, list[int]]:
    """Return group → rows, in the order of the choices or of the calendar.

    A cell of several words puts its row into each group.
    """
    chosen = range(len(ledger)) if rows is None else rows
    if by in PERIODS:
        return _by_period(ledger, by, chosen)
    column = ledger.kind.column(by)
    groups: dict[str, list[int]] = {word: [] for word in column.choices}
    cells = ledger.cells[by]
    for row in chosen:
        cell = cells[row]
        for word in cell if isinstance(cell, tuple) else (cell or BLANK,):
            groups.setdefault(word, []).append(row)
    return groups


def _by_period(ledger: Ledger, by: str, rows: Iterable[int]) -> dict[str, list[int]]:
    names = [span.name for span in spans(PERIODS[by], ledger.year)]
    groups: dict[str, list[int]] = {name: [] for name in names}
    days = ledger.cells["日期"]
    for row in rows:
        groups[names[(days[row].month - 1) * len(names) // 12]].append(row)
    return groups


def count_by(counting: Counting, ledger: Ledger, by: str) -> Mapping[str, int]:
    """Return group → what a figure counts in it; the added column must have no blanks."""
    groups = rows_by(ledger, by, ledger.matching(counting.conditions))
    if counting.method == "计次":
        return {name: len(rows) for name, rows in groups.items()}
    cells = ledger.cells[counting.column]
    if counting.method == "去重":
        return {name: len({cells[row] for row in rows}) for name, rows in groups.items()}
    return {name: sum(cells[row] for row in rows) for name, rows in groups.items()}
