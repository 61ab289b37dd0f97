"""A figure of a year: its value and state, and everything needed to check it."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from macros.figures.counting import NOTHING, Counted, count
from macros.figures.issued import Issued, issued
from macros.handbook import Handbook
from macros.models.figure import FigureDefinition, FigureValue
from macros.problems import Where


class State(Enum):
    """How far a figure can be trusted; only people raise it."""

    MISSING = "待填"
    GIVEN = "手工填报"
    DERIVED = "台账计算"
    VERIFIED = "已核实"
    NOT_APPLICABLE = "不适用"
    CONFLICT = "冲突"


class FigureKey(NamedTuple):
    """Name and year: what `data-figure` holds as ``name@year``."""

    name: str
    year: int

    def __str__(self) -> str:
        return f"{self.name}@{self.year}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one year."""

    key: FigureKey
    definition: FigureDefinition
    value: int | Decimal | None
    """The number, not rounded; None unless it is settled."""

    state: State
    typed: FigureValue | None
    """What people entered, if anything."""

    counted: Counted
    as_of: date | None
    """Day up to which the year's data are complete."""

    where: Where
    """The line on which an editor supplies or corrects it."""

    issued: Issued | None = None
    """What was issued when the year was closed: value, state and 截至 are those."""

    live: "Figure | None" = None
    """The figure as the data have it now, for an issued one."""

    @property
    def approximation(self) -> str:
        """余 or 多; empty for exact figures and for all that come from a ledger."""
        if self.issued:
            return self.issued.approximation
        if self.typed is None or self.counted.value is not None:
            return ""
        return {True: "余", False: ""}.get(self.typed.approximation, "多")

    @property
    def claims(self) -> tuple[tuple[str, int | Decimal], ...]:
        """The different values and who claims each, the typed one first."""
        return _claims(self.typed, self.counted)

    @property
    def has_drifted(self) -> bool:
        """Whether the data have come to differ from what was issued."""
        if self.issued is None:
            return False
        if self.value is None or self.live.value is None:
            return self.state is not self.live.state
        return not _agrees(self.value, bool(self.approximation), self.live.value)


class UnknownFigure(Exception):
    """No definition of that name, or no data for that year; carries fact and hint."""

    def __init__(self, fact: str, hint: str) -> None:
        self.fact = fact
        self.hint = hint
        super().__init__(fact)

    @classmethod
    def named(cls, handbook: Handbook, name: str) -> "UnknownFigure":
        """Return what to raise for a name that no definition has."""
        return cls(f"没有叫“{name}”的数", _did_you_mean(handbook, name))


def figure(handbook: Handbook, name: str, year: int) -> Figure:
    """Return the figure of a year.

    Raises:
        UnknownFigure: if `data/figures.yml` does not define it or the year has no folder.
    """
    definition = handbook.definitions.get(name)
    if definition is None:
        raise UnknownFigure.named(handbook, name)
    data = handbook.years.get(year)
    if data is None:
        known = "、".join(str(known) for known in handbook.years) or "没有"
        hint = f"现有的年份：{known}；新的一年用 handbook new-year {year} 建立。"
        raise UnknownFigure(f"没有 {year} 年的数据", hint)
    typed = data.values.get(name)
    counted = count(definition.counting, data) if definition.counting else NOTHING
    found = issued(data, name)
    value, state = _settle(typed, counted)
    if state is State.CONFLICT and found and _is_as_issued(typed, found):
        # The typed value only repeats what was issued, so the ledger says what is so now.
        value, state = _settle(None, counted)
    live = Figure(
        key=FigureKey(name, year),
        definition=definition,
        value=value,
        state=state,
        typed=typed,
        counted=counted,
        as_of=data.state.as_of,
        where=typed.where if typed else Where(f"data/{year}/figures.yml"),
    )
    return _as_issued(live, found)


def _is_as_issued(typed: FigureValue, found: Issued) -> bool:
    return typed.value == found.record.value and not typed.other_reports


def _as_issued(live: Figure, found: Issued | None) -> Figure:
    if found is None:
        return live
    state = State(found.record.state)
    if state is State.NOT_APPLICABLE and found.value is not None:
        state = State.GIVEN  # corrected: there was something to count after all
    return replace(
        live, value=found.value, state=state, as_of=found.as_of, issued=found, live=live
    )


def figures_of_year(handbook: Handbook, year: int) -> Iterator[Figure]:
    """Yield every defined figure of a year, in the order of the definitions."""
    for name in handbook.definitions:
        yield figure(handbook, name, year)


def _settle(
    typed: FigureValue | None, counted: Counted
) -> tuple[int | Decimal | None, State]:
    if typed and typed.not_applicable:
        is_contradicted = bool(counted.value) or bool(typed.other_reports)
        return None, State.CONFLICT if is_contradicted else State.NOT_APPLICABLE
    claims = _claims(typed, counted)
    if not claims:
        return None, State.MISSING
    if len(claims) > 1:
        return None, State.CONFLICT
    if typed and typed.verified_by:
        return claims[0][1], State.VERIFIED
    return claims[0][1], State.GIVEN if counted.value is None else State.DERIVED


def _claims(
    typed: FigureValue | None, counted: Counted
) -> tuple[tuple[str, int | Decimal], ...]:
    claims: list[tuple[str, int | Decimal]] = []
    if typed and typed.value is not None:
        claims.append(("填报", typed.value))
    if counted.value is not None:
        if claims and _agrees(typed.value, bool(typed.approximation), counted.value):
            claims = []
        claims.append(("台账", counted.value))
    for other in typed.other_reports if typed else ():
        if all(other.value != value for _, value in claims):
            claims.append((other.source, other.value))
    return tuple(claims)


def _agrees(typed: int | Decimal, is_rough: bool, counted: int | Decimal) -> bool:
    """An approximate 130 (130余) agrees with 130 to 139: up to its last digit that is not 0."""
    if not is_rough:
        return typed == counted
    step = 1
    while typed and typed % (step * 10) == 0:
        step *= 10
    return typed <= counted < typed + step


def _did_you_mean(handbook: Handbook, name: str) -> str:
    for known, definition in handbook.definitions.items():
        if name in definition.aliases:
            return f"是不是想写“{known}”？"
    close = difflib.get_close_matches(name, handbook.definitions, n=3, cutoff=0.3)
    guess = f"是不是想写“{'”“'.join(close)}”？" if close else ""
    return f"{guess}数的名称见 data/figures.yml；新的数先在那里定义。"
