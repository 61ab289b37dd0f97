"""Windows of a frequency rule: each period of a year, and whether the ledger shows it was done.

A window only tells what the ledger shows up to the day the year's data are complete (截至);
without that day nothing is called overdue, however long the year is over.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from macros.figures.periods import Span, spans
from macros.handbook import Handbook
from macros.models.cadence import Cadence, Proof
from macros.models.ledger import Ledger
from macros.problems import Where

ORGANIZATION = "党组织"
"""Column of ledgers that are kept per party organization."""


class WindowState(Enum):
    """What the ledger shows for a window."""

    DONE = "已办"
    SHORT = "次数不足"
    UNSEEN = "本期未见记录"
    NOT_DUE = "未到期"
    UNJUDGED = "截至日期待填"
    NO_LEDGER = "无台账"


@dataclass(frozen=True, slots=True)
class Window:
    """One period in which something should be done by the bureau or a party organization."""

    cadence: Cadence
    organization: str | None
    """None for the bureau as a whole."""

    span: Span
    rows: tuple[Where, ...]
    """The ledger rows that show it was done."""

    state: WindowState

    @property
    def is_lacking(self) -> bool:
        """Whether a verified 应当 is not met; all weaker rules can only remind."""
        is_binding = self.cadence.strength == "应当" and self.cadence.is_verified
        return is_binding and self.state in (WindowState.UNSEEN, WindowState.SHORT)


class _Record(NamedTuple):
    organization: str | None
    day: date
    where: Where


def windows(handbook: Handbook, cadence: Cadence, year: int) -> Iterator[Window]:
    """Yield the windows of a rule in a year, party organization by party organization.

    None for a rule without 计算 or without regular periods; a single one over the whole year
    where there is no ledger to look into.
    """
    periods = spans(cadence.period, year)
    if cadence.proof is None or not periods:
        return
    ledger = _ledger(handbook, cadence.proof, year)
    if ledger is None:
        whole = spans("年", year)[0]
        yield Window(cadence, None, whole, (), WindowState.NO_LEDGER)
        return
    records = list(_records(handbook, cadence.proof, periods))
    as_of = handbook.years[year].state.as_of
    for organization in _organizations(handbook, cadence, ledger, records):
        own = [record for record in records if organization in (None, record.organization)]
        for span, rows in _by_span(own, periods):
            state = _state(cadence, span, len(rows), as_of)
            yield Window(cadence, organization, span, rows, state)


def _ledger(handbook: Handbook, proof: Proof, year: int) -> Ledger | None:
    data = handbook.years.get(year)
    ledger = data.ledgers.get(proof.ledger) if data else None
    if ledger is None or not set(proof.conditions) <= set(ledger.cells):
        return None
    return ledger


def _records(handbook: Handbook, proof: Proof, periods: tuple[Span, ...]) -> Iterator[_Record]:
    """Yield the proving rows; a week that spans New Year has them in two ledgers."""
    for year in range(periods[0].start.year, periods[-1].end.year + 1):
        ledger = _ledger(handbook, proof, year)
        if ledger is None:
            continue
        days = ledger.cells["日期"]
        organizations = ledger.cells.get(ORGANIZATION)
        for row in ledger.matching(proof.conditions):
            organization = organizations[row] if organizations else None
            yield _Record(organization, days[row], ledger.where(row))


def _organizations(
    handbook: Handbook, cadence: Cadence, ledger: Ledger, records: Iterable[_Record]
) -> list[str | None]:
    """The organizations the rule is for, and those that have rows though nobody lists them."""
    if ORGANIZATION not in ledger.cells:
        return [None]
    known = handbook.organization.party_organizations if handbook.organization else ()
    # 党组织 is any of them; only then does 党组 in a scope mean the party group.
    scope = (cadence.scope or "").replace("党组织", "")
    names = [one.name for one in known if one.kind in scope]
    seen = [record.organization for record in records]
    return list(dict.fromkeys([*names, *seen])) or [None]


def _by_span(
    records: Iterable[_Record], periods: tuple[Span, ...]
) -> Iterator[tuple[Span, tuple[Where, ...]]]:
    starts = [span.start for span in periods]
    rows: list[list[Where]] = [[] for _ in periods]
    for record in records:
        index = bisect_right(starts, record.day) - 1
        if index >= 0 and record.day <= periods[index].end:
            rows[index].append(record.where)
    return ((span, tuple(found)) for span, found in zip(periods, rows, strict=True))


def _state(cadence: Cadence, span: Span, count: int, as_of: date | None) -> WindowState:
    if count >= (cadence.times or 1):
        return WindowState.DONE
    if as_of is None:
        return WindowState.UNJUDGED
    if span.end > as_of:
        return WindowState.NOT_DUE
    return WindowState.SHORT if count else WindowState.UNSEEN
