"""Figures that changed: what they say now, in which state, and the rows that made them so."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from macros.figures import Figure, FigureKey, figure, plain_text
from macros.handbook import Handbook
from macros.impact.rows import RowChange
from macros.models.figure import FigureDefinition
from macros.models.record import Record
from macros.problems import Where

JUMP = 2
"""A figure that grows beyond this factor, or shrinks below its inverse, is to be looked at."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing that is said of a figure, as it was and as it is; empty if not said."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure of one year that is no longer what it was."""

    key: FigureKey
    old: Figure | None
    new: Figure | None
    aspects: tuple[Aspect, ...]
    """What people entered for it, where that changed."""

    rows: tuple[RowChange, ...]
    """The rows that caused it."""

    factor: Decimal | None
    """How many times the old number the new one is, if that is a jump."""

    @property
    def where(self) -> Where:
        """Where it is entered."""
        return (self.new or self.old).where


@dataclass(frozen=True, slots=True)
class DefinitionChange:
    """A figure that is defined otherwise, for every year."""

    name: str
    where: Where
    word: str
    aspects: tuple[Aspect, ...]


def compare_figures(
    old: Handbook, new: Handbook, rows: Iterable[RowChange]
) -> list[FigureChange]:
    """Return the figures that differ, by name in the order of the definitions, then by year."""
    rows = list(rows)
    before, after = _all_figures(old), _all_figures(new)
    changes = (
        _change(key, before.get(key), after.get(key), rows) for key in {**after, **before}
    )
    return [change for change in changes if change]


def _all_figures(handbook: Handbook) -> dict[FigureKey, Figure]:
    return {
        FigureKey(name, year): figure(handbook, name, year)
        for name in handbook.definitions
        for year in handbook.years
    }


def _change(
    key: FigureKey, old: Figure | None, new: Figure | None, rows: Iterable[RowChange]
) -> FigureChange | None:
    aspects = tuple(_aspects(old and old.typed, new and new.typed))
    causes = tuple(row for row in rows if _is_cause(row, key, old, new))
    if old and new and (_said(old), aspects) == (_said(new), ()) and not causes:
        return None
    return FigureChange(key, old, new, aspects, causes, _jump(old, new))


def _said(shown: Figure) -> tuple[object, ...]:
    return plain_text(shown), shown.state, shown.counted.value


def _aspects(old: Record | None, new: Record | None) -> Iterator[Aspect]:
    """Yield the keys of two records that differ."""
    one, other = (_by_alias(record) for record in (old, new))
    for name in dict.fromkeys([*one, *other]):
        before, after = one.get(name, ""), other.get(name, "")
        if before != after:
            yield Aspect(name, before, after)


def _by_alias(record: Record | None) -> Mapping[str, str]:
    if record is None:
        return {}
    fields = type(record).model_fields.items()
    return {info.alias: _text(getattr(record, name)) for name, info in fields if info.alias}


def _text(value: object) -> str:
    if value is None or value is False or value == ():
        return ""
    if isinstance(value, Record):
        parts = {key: text for key, text in _by_alias(value).items() if text}
        return "；".join(f"{key} {text}" for key, text in parts.items())
    if isinstance(value, tuple):
        return "、".join(map(_text, value))
    if isinstance(value, dict):
        return "，".join(f"{key}={_text(item)}" for key, item in value.items())
    return "是" if value is True else str(value)


def _is_cause(row: RowChange, key: FigureKey, old: Figure | None, new: Figure | None) -> bool:
    """Return whether a row is counted on one side only, or with other content in what counts."""
    counting = [side.definition.counting for side in (old, new) if side]
    if row.year != key.year or all(one is None or one.ledger != row.ledger for one in counting):
        return False
    counted_before = bool(old) and row.old in old.counted.rows
    counted_after = bool(new) and row.new in new.counted.rows
    columns = {one.column for one in counting if one}
    return counted_before != counted_after or (
        counted_before and not columns.isdisjoint(row.columns)
    )


def _jump(old: Figure | None, new: Figure | None) -> Decimal | None:
    """Return the factor of a jump; below 1 counts as 1, so that a first 1 or 2 is none."""
    if old is None or new is None or old.value is None or new.value is None:
        return None
    before, after = (max(Decimal(1), Decimal(side.value)) for side in (old, new))
    limit = Decimal(new.definition.jump or JUMP)
    if before <= after * limit and after <= before * limit:
        return None
    return after / before


def compare_definitions(old: Handbook, new: Handbook) -> list[DefinitionChange]:
    """Return the definitions that differ, in their order."""
    found = (
        _definition(name, old.definitions.get(name), new.definitions.get(name))
        for name in {**new.definitions, **old.definitions}
    )
    return [change for change in found if change.aspects]


def _definition(
    name: str, old: FigureDefinition | None, new: FigureDefinition | None
) -> DefinitionChange:
    word = "新增" if old is None else "删除" if new is None else "修改"
    return DefinitionChange(name, (new or old).where, word, tuple(_aspects(old, new)))
