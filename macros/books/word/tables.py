"""Tables in Word: spans, widths by content, heads that repeat, rows that are not split."""

from collections.abc import Iterator

from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Mm
from docx.table import Table, _Cell
from lxml import html

from macros.books.constructs.tables import cells_of, own_rows, span, weights

WIDTH = Mm(156)
"""Of the type area."""


def add_table(
    document: Document, element: html.HtmlElement
) -> Iterator[tuple[_Cell, html.HtmlElement]]:
    """Add a table; yield each of its cells, still empty, with the one it stands for."""
    rows = own_rows(element)
    if not rows:
        return
    places = list(_places(rows))
    width = max(column + across for _, column, across, _, _ in places)
    table = document.add_table(len(rows), width, "Table Grid")
    _set_widths(table, weights(rows))
    for row, source in zip(table.rows, rows, strict=True):
        _mark(row._tr, "w:cantSplit")
        if source.getparent().tag == "thead":
            _mark(row._tr, "w:tblHeader")
    for row, column, across, down, cell in places:
        first = table.cell(row, column)
        last = table.cell(min(row + down, len(rows)) - 1, column + across - 1)
        yield (first.merge(last) if last._tc is not first._tc else first), cell


def _places(
    rows: list[html.HtmlElement],
) -> Iterator[tuple[int, int, int, int, html.HtmlElement]]:
    """Yield row, column, columns across, rows down and element of each cell."""
    taken: set[tuple[int, int]] = set()
    for row, source in enumerate(rows):
        column = 0
        for cell in cells_of(source):
            while (row, column) in taken:
                column += 1
            across, down = span(cell, "colspan"), span(cell, "rowspan")
            taken |= {(row + y, column + x) for y in range(down) for x in range(across)}
            yield row, column, across, down, cell
            column += across


def _set_widths(table: Table, relative: list[int]) -> None:
    table.autofit = False
    for column, weight in zip(table.columns, relative, strict=False):
        column.width = WIDTH * weight // sum(relative)
        for cell in column.cells:
            cell.width = column.width


def _mark(row, name: str) -> None:
    row.get_or_add_trPr().append(OxmlElement(name))
