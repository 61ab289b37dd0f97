"""A table on its way out: the same rows become a sheet, a CSV file or a page of evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from macros.formatting import MISSING

Value = str | int | Decimal | date | bool | None


@dataclass(frozen=True, slots=True)
class Field:
    """A column."""

    name: str
    help: str = ""
    """What it holds, for the note at its head."""

    width: int = 12
    """In characters of Excel, of which a Chinese one takes two."""

    choices: tuple[str, ...] = ()
    """Words offered to choose from."""

    is_day: bool = False
    is_count: bool = False
    is_required: bool = False
    is_expected: bool = False
    """Whether 【待填】 stands where there is nothing."""


@dataclass(frozen=True, slots=True)
class Table:
    """A named table; every row has a value for each field."""

    name: str
    fields: tuple[Field, ...]
    rows: tuple[Sequence[Value], ...]
    is_form: bool = False
    """Whether people write on below the rows."""

    def shown(self, row: Sequence[Value]) -> list[Value]:
        """Return a row as people read it, with 【待填】 for what is still to come."""
        return [
            MISSING if value is None and field.is_expected else value
            for field, value in zip(self.fields, row, strict=True)
        ]
