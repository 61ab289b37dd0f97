"""What an OpenDocument sheet (.ods) holds beside its values: merges, formulas, what is hidden."""

import zipfile
from dataclasses import dataclass, field

from lxml import etree

from macros.importing.ledger.sheet import Merge, Place

SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}
TABLE, OFFICE = f"{{{SPACES['table']}}}", f"{{{SPACES['office']}}}"
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
HIDDEN = ("collapse", "filter")
MOST = 2**20
"""Rows of a sheet; the empty end of a sheet is one row, said to be repeated."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Places counted from 0."""

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merges: tuple[Merge, ...] = ()
    formulas: frozenset[Place] = frozenset()
    errors: tuple[tuple[int, int, str], ...] = ()
    formats: dict[Place, str] = field(default_factory=dict)


def read_marks(file: zipfile.ZipFile) -> dict[str, Marks]:
    """Return the marks of each sheet by name.

    Raises:
        ValueError: if the content is not XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        tree = etree.fromstring(file.read("content.xml"), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    tables = tree.iterfind(f".//{TABLE}table")
    return {table.get(f"{TABLE}name", ""): _marks(table) for table in tables}


def _marks(table: etree._Element) -> Marks:
    hidden_rows: set[int] = set()
    found = _Found()
    row = 0
    for element in table.iter(f"{TABLE}table-row"):
        times = int(element.get(f"{TABLE}number-rows-repeated", 1))
        if row + times < MOST and element.get(f"{TABLE}visibility") in HIDDEN:
            hidden_rows.update(range(row, row + times))
        found.read(element, row)
        row += times
    return Marks(
        frozenset(hidden_rows),
        frozenset(_hidden_columns(table)),
        tuple(found.merges),
        frozenset(found.formulas),
        tuple(found.errors),
        found.formats,
    )


def _hidden_columns(table: etree._Element) -> set[int]:
    hidden: set[int] = set()
    column = 0
    for element in table.iter(f"{TABLE}table-column"):
        times = int(element.get(f"{TABLE}number-columns-repeated", 1))
        if element.get(f"{TABLE}visibility") in HIDDEN:
            hidden.update(range(column, column + times))
        column += times
    return hidden


class _Found:
    """What the cells of a sheet say about themselves."""

    def __init__(self) -> None:
        self.merges: list[Merge] = []
        self.formulas: set[Place] = set()
        self.errors: list[tuple[int, int, str]] = []
        self.formats: dict[Place, str] = {}

    def read(self, row_element: etree._Element, row: int) -> None:
        """Keep what the cells of a row say."""
        column = 0
        for cell in row_element.iterchildren(*CELLS):
            self._cell(cell, row, column)
            column += int(cell.get(f"{TABLE}number-columns-repeated", 1))

    def _cell(self, cell: etree._Element, row: int, column: int) -> None:
        down = int(cell.get(f"{TABLE}number-rows-spanned", 1))
        right = int(cell.get(f"{TABLE}number-columns-spanned", 1))
        if down > 1 or right > 1:
            self.merges.append(Merge(row, column, row + down - 1, column + right - 1))
        if cell.get(f"{TABLE}formula"):
            self.formulas.add((row, column))
        shown = "".join(cell.itertext())
        if cell.get(f"{{{SPACES['calcext']}}}value-type") == "error":
            self.errors.append((row, column, shown))
        if cell.get(f"{OFFICE}value-type") == "percentage":
            self.formats[row, column] = "0%"
        elif cell.get(f"{OFFICE}value-type") == "float" and shown.isdigit() and shown[0] == "0":
            self.formats[row, column] = "0" * len(shown)
