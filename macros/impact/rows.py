"""Rows of ledgers and lists: which were added, removed or changed, restricted cells masked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from macros.figures.counting import LISTS
from macros.formatting import chinese_date
from macros.handbook import Handbook, YearData
from macros.models.ledger import Cell, Ledger
from macros.models.record import Record
from macros.problems import Where

MASKED = "（内部，不显示）"
KEYS = ("编号", "序号")
"""Columns that name a row."""


class Row(NamedTuple):
    """One row of a side."""

    where: Where
    cells: Mapping[str, object]


class CellChange(NamedTuple):
    """One cell of a row; empty text where the row or its content is missing."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that was added, removed or changed."""

    ledger: str
    year: int
    old: Where | None
    new: Where | None
    cells: tuple[CellChange, ...]
    """All that is filled in, for a row added or removed; else what changed."""

    columns: frozenset[str]
    """The columns that differ."""

    @property
    def word(self) -> str:
        """What happened: 增行, 删行 or 改行."""
        if self.old is None:
            return "增行"
        return "删行" if self.new is None else "改行"

    @property
    def where(self) -> Where:
        """Where the row stands now, or stood."""
        return self.new or self.old


def compare_rows(old: Handbook, new: Handbook) -> list[RowChange]:
    """Return every row that differs, ledger by ledger, in the order of the files."""
    changes: list[RowChange] = []
    for year in sorted({*old.years, *new.years}):
        one, other = (_tables(side.years.get(year)) for side in (old, new))
        for name in dict.fromkeys([*one, *other]):
            before, after = one.get(name, {}), other.get(name, {})
            restricted = _restricted(name, old, new, year)
            changes += _compared(name, year, before, after, restricted)
    return changes


def _restricted(name: str, old: Handbook, new: Handbook, year: int) -> frozenset[str]:
    ledgers = (side.years[year].ledgers.get(name) for side in (old, new) if year in side.years)
    kinds = [ledger.kind for ledger in ledgers if ledger]
    return frozenset(c.name for kind in kinds for c in kind.columns if c.is_restricted)


def _tables(data: YearData | None) -> dict[str, dict[object, Row]]:
    if data is None:
        return {}
    lists = ((name, records(data)) for name, records in LISTS.items())
    return {
        **{name: dict(_ledger_rows(ledger)) for name, ledger in data.ledgers.items()},
        **{name: dict(_list_rows(records)) for name, records in lists if records},
    }


def _ledger_rows(ledger: Ledger) -> Iterator[tuple[object, Row]]:
    names = list(ledger.cells)
    for index, values in enumerate(zip(*ledger.cells.values(), strict=True)):
        cells = dict(zip(names, values, strict=True))
        yield cells.get("编号", index), Row(ledger.where(index), cells)


def _list_rows(records: Iterable[Record]) -> Iterator[tuple[object, Row]]:
    for index, record in enumerate(records):
        cells = record.model_dump(by_alias=True)
        cells.pop("lines", None)
        key = next((cells[name] for name in KEYS if cells.get(name)), index)
        yield key, Row(record.where, cells)


def _compared(
    name: str, year: int, old: Mapping[object, Row], new: Mapping[object, Row],
    restricted: frozenset[str],
) -> Iterator[RowChange]:  # fmt: skip
    for key in dict.fromkeys([*old, *new]):
        before, after = old.get(key), new.get(key)
        if before and after and before.cells == after.cells:
            continue
        cells = list(_cells(before, after, restricted))
        yield RowChange(
            name, year, before and before.where, after and after.where,
            tuple(cells), frozenset(cell.column for cell in cells),
        )  # fmt: skip


def _cells(old: Row | None, new: Row | None, restricted: frozenset[str]) -> Iterator[CellChange]:
    columns = dict.fromkeys([*(old.cells if old else ()), *(new.cells if new else ())])
    for column in columns:
        before, after = (row.cells.get(column) if row else None for row in (old, new))
        if before == after:
            continue
        texts = (_cell_text(cell, column in restricted) for cell in (before, after))
        yield CellChange(column, *texts)


def _cell_text(cell: Cell | object, is_restricted: bool) -> str:
    if cell is None or cell == ():
        return ""
    if is_restricted:
        return MASKED
    if isinstance(cell, tuple):
        return "、".join(map(str, cell))
    return chinese_date(cell) if hasattr(cell, "isoformat") else str(cell)
