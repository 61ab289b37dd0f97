"""Counting rows: the closed vocabulary 计次, 合计, 去重 over ledgers and lists."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from macros.handbook import YearData
from macros.models.figure import Counting
from macros.models.ledger import Ledger
from macros.models.record import Record
from macros.problems import Where

LISTS: Mapping[str, Callable[[YearData], tuple[Record, ...] | None]] = {
    "要点方面": lambda year: year.work_points and year.work_points.aspects,
    "要点": lambda year: year.work_points and year.work_points.points,
    "整改问题": lambda year: year.rectifications and year.rectifications.problems,
    "责任清单": lambda year: year.responsibilities and year.responsibilities.duty_list.duties,
}
"""Lists of YAML files that can be counted like ledgers."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What counting gave."""

    value: int | None
    """None when there is nothing to count from, or when cells to be added are blank."""

    rows: tuple[Where, ...] = ()
    """The rows that were counted."""

    blanks: tuple[Where, ...] = ()
    """Counted rows whose cell in the added column is blank."""


NOTHING = Counted(None)


def count(counting: Counting, year: YearData) -> Counted:
    """Return the count for a year; `NOTHING` if the ledger has no file."""
    if counting.ledger in LISTS:
        return _count_list(counting, LISTS[counting.ledger](year))
    ledger = year.ledgers.get(counting.ledger)
    if ledger is None or not set(counting.conditions) <= set(ledger.cells):
        return NOTHING
    question = counting.model_dump_json(by_alias=True)
    if question not in ledger.counts:
        ledger.counts[question] = _count_ledger(counting, ledger)
    return ledger.counts[question]


def _count_ledger(counting: Counting, ledger: Ledger) -> Counted:
    rows = ledger.matching(counting.conditions)
    places = tuple(ledger.where(row) for row in rows)
    if counting.method == "计次":
        return Counted(len(rows), places)
    if counting.column not in ledger.cells:
        return NOTHING
    return _add_up(counting, ledger, rows, places)


def _add_up(
    counting: Counting, ledger: Ledger, rows: Iterable[int], places: tuple[Where, ...]
) -> Counted:
    column = ledger.cells[counting.column]
    cells = [column[row] for row in rows]
    blanks = tuple(place for place, cell in zip(places, cells, strict=True) if cell is None)
    if blanks:
        return Counted(None, places, blanks)
    if counting.method == "去重":
        return Counted(len(set(cells)), places)
    return Counted(sum(cells), places)


def _count_list(counting: Counting, records: tuple[Record, ...] | None) -> Counted:
    if records is None:
        return NOTHING
    kept = [record for record in records if _meets(record, counting.conditions)]
    places = tuple(record.where for record in kept)
    if counting.method == "计次":
        return Counted(len(kept), places)
    cells = [_cell(record, counting.column) for record in kept]
    blanks = tuple(place for place, cell in zip(places, cells, strict=True) if cell is None)
    if blanks:
        return Counted(None, places, blanks)
    return Counted(len(set(cells)) if counting.method == "去重" else sum(cells), places)


def _meets(record: Record, conditions: Mapping[str, str | tuple[str, ...]]) -> bool:
    return all(
        str(_cell(record, name)) in ((wanted,) if isinstance(wanted, str) else wanted)
        for name, wanted in conditions.items()
    )


def _cell(record: Record, alias: str) -> object:
    for name, info in type(record).model_fields.items():
        if info.alias == alias:
            return getattr(record, name)
    return None
