"""Rows of ledgers as text, and check digits that tell whether one has changed."""

import hashlib
from collections.abc import Iterable
from datetime import date

from macros.models.ledger import READERS, Cell, Column

STAMP = "校验"
"""Column of an exported sheet with the check digits of each row as it was exported."""


def written(cell: Cell) -> str:
    """Return a cell as the CSV file writes it; nothing for a blank one."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    return "、".join(cell) if isinstance(cell, tuple) else str(cell)


def parsed(column: Column, text: str, year: int) -> Cell:
    """Return what the ledger makes of a text.

    Raises:
        CellRefused: if the column does not take it.
    """
    stripped = text.strip()
    return READERS[column.kind](column, stripped, year) if stripped else None


def check_digits(cells: Iterable[Cell]) -> str:
    """Return eight digits that differ as soon as a cell differs."""
    text = "\x1f".join(map(written, cells))
    return hashlib.sha256(text.encode()).hexdigest()[:8]
