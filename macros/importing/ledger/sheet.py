"""One sheet as its file holds it: values by row and column, and what a reader would not see."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NamedTuple


class CellError(str):
    """What a formula that failed shows: ``#N/A``, ``#REF!``."""


Value = str | int | float | bool | date | datetime | time | timedelta | CellError | None
Place = tuple[int, int]
"""Row and column, counted from 0."""


class Merge(NamedTuple):
    """A block of merged cells; both ends belong to it, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int

    def places(self) -> Iterator[Place]:
        """Yield every cell of the block."""
        for row in range(self.top, self.bottom + 1):
            for column in range(self.left, self.right + 1):
                yield row, column


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet, read and not yet understood."""

    name: str
    """Empty for a CSV file."""

    rows: list[list[Value]]
    """From the first cell of the sheet; rows may differ in length."""

    numbers: list[int]
    """What the program that wrote the file calls each row: its number, or the line of a CSV."""

    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    struck_rows: frozenset[int] = frozenset()
    """Rows with a cell that is struck through, as people cancel an entry."""

    merges: tuple[Merge, ...] = ()
    formulas: frozenset[Place] = frozenset()
    formats: Mapping[Place, str] = field(default_factory=dict)
    """Number formats of cells with numbers, where they say more than 常规."""

    starts_1904: bool = False
    """Whether serial numbers of days count from 1904, as old Macintosh files do."""

    blind_to: str = ""
    """What this kind of file does not tell, for the report."""

    def value(self, row: int, column: int) -> Value:
        """Return what a cell holds; None for nothing."""
        cells = self.rows[row]
        value = cells[column] if column < len(cells) else None
        return None if isinstance(value, str) and not value.strip() else value

    def held(self, row: int) -> dict[int, Value]:
        """Return the cells of a row that hold something, by column."""
        places = range(len(self.rows[row]))
        return {one: value for one in places if (value := self.value(row, one)) is not None}

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing on the sheet."""
        return not any(map(self.held, range(len(self.rows))))
