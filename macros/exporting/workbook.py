"""Tables as one Excel workbook that an office can filter, print, write on and import again."""

import io
from collections.abc import Iterable, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from macros.exporting.table import Field, Table, Value
from macros.formatting import MISSING
from macros.sources.zip_file import dateless

SPARE_ROWS = 500
"""Rows below the last one that are ready to be written on."""

RESTRICTED = "内部资料，含不公开的列，不得外传"
FORMULA_STARTS = ("=", "+", "-", "@", "\t")
"""What a spreadsheet takes for a formula; such text is stored and marked as text."""

FONT = "宋体"
PLAIN = Font(name=FONT, size=10.5)
BOLD = Font(name=FONT, size=10.5, bold=True)
WARNING = Font(name=FONT, size=14, bold=True, color="C00000")
HEAD = PatternFill("solid", fgColor="E7EEF7")
MARK = PatternFill("solid", fgColor="FFF2A8")
LINE = Side(style="thin", color="B0B0B0")
FRAME = Border(LINE, LINE, LINE, LINE)
WRAPPED = Alignment(vertical="top", wrap_text=True)
CENTERED = Alignment(horizontal="center", vertical="center", wrap_text=True)
FACT_WIDTHS = (24, 90)
FIRST_DAY, LAST_DAY = date(1949, 10, 1), date(2100, 12, 31)


def workbook(
    title: str,
    facts: Sequence[tuple[str, str]],
    tables: Iterable[Table],
    day: date,
    is_restricted: bool = False,
) -> bytes:
    """Return the workbook: a first sheet of facts, then one per table; same input, same bytes.

    Args:
        title: over the facts and in the properties of the file.
        facts: what a reader must know first, name and content.
        tables: one sheet each.
        day: on which the data stand; the time written into the file.
        is_restricted: whether every sheet is marked 内部.
    """
    book = Workbook()
    book.properties.title, book.properties.creator = title, ""
    _cover(book.active, title, facts, is_restricted)
    for table in tables:
        _sheet(book.create_sheet(table.name), table, is_restricted)
    output = io.BytesIO()
    book.save(output)
    return dateless(output.getvalue(), f"{day.isoformat()}T00:00:00Z")


def _cover(
    sheet: Worksheet, title: str, facts: Sequence[tuple[str, str]], is_restricted: bool
) -> None:
    sheet.title = "说明"
    _mark(sheet, is_restricted)
    row = 2 if is_restricted else 1
    sheet.cell(row, 1, title).font = Font(name=FONT, size=16, bold=True)
    for number, (name, content) in enumerate(facts, row + 1):
        _write(sheet.cell(number, 1), name).font = BOLD
        _write(sheet.cell(number, 2), content)
    for letter, width in zip("AB", FACT_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    _print_setup(sheet, 0, is_restricted)


def _sheet(sheet: Worksheet, table: Table, is_restricted: bool) -> None:
    _mark(sheet, is_restricted)
    top = 2 if is_restricted else 1
    for column, field in enumerate(table.fields, 1):
        _head(sheet.cell(top, column), field)
        sheet.column_dimensions[get_column_letter(column)].width = field.width
    for number, row in enumerate(table.rows, top + 1):
        for column, value in enumerate(table.shown(row), 1):
            cell = _write(sheet.cell(number, column), value)
            cell.border = FRAME
    last = top + len(table.rows)
    _format_columns(sheet, table, top + 1, last + (SPARE_ROWS if table.is_form else 0))
    sheet.freeze_panes = sheet.cell(top + 1, 2)
    sheet.auto_filter.ref = f"A{top}:{get_column_letter(len(table.fields))}{max(last, top)}"
    _print_setup(sheet, top, is_restricted)


def _head(cell: Cell, field: Field) -> None:
    _write(cell, field.name)
    cell.font, cell.fill, cell.border, cell.alignment = BOLD, HEAD, FRAME, CENTERED
    if field.help:
        cell.comment = Comment(field.help, "手册", width=260, height=120)


def _write(cell: Cell, value: Value) -> Cell:
    """Write a value so that it stays what it is; text is never taken for a formula."""
    cell.value = value
    cell.font, cell.alignment = PLAIN, WRAPPED
    if isinstance(value, str):
        cell.data_type = "s"
        cell.number_format = "@"
        if value.startswith(FORMULA_STARTS):
            cell.quotePrefix = True
        if MISSING in value:
            cell.fill = MARK
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    return cell


def _format_columns(sheet: Worksheet, table: Table, first: int, last: int) -> None:
    """Make the cells to be written on ready: text stays text, days and words are offered."""
    for column, field in enumerate(table.fields, 1):
        letter = get_column_letter(column)
        if table.is_form:
            text = "yyyy-mm-dd" if field.is_day else "0" if field.is_count else "@"
            sheet.column_dimensions[letter].number_format = text
        rule = _rule(field) if table.is_form else None
        if rule is not None and last >= first:
            rule.add(f"{letter}{first}:{letter}{last}")
            sheet.add_data_validation(rule)


def _rule(field: Field) -> DataValidation | None:
    rule = None
    if field.choices:
        # Only a warning: a cell may join several of the words.
        rule = DataValidation("list", f'"{",".join(field.choices)}"', errorStyle="warning")
    elif field.is_day:
        serials = (f"{(one - date(1899, 12, 30)).days}" for one in (FIRST_DAY, LAST_DAY))
        rule = DataValidation("date", *serials, operator="between")
    elif field.is_count:
        rule = DataValidation("whole", "0", operator="greaterThanOrEqual")
    if rule is not None:
        rule.allow_blank = True
        rule.showErrorMessage = rule.showInputMessage = True
        rule.errorTitle = rule.promptTitle = field.name
        rule.error = rule.prompt = field.help[:250]
    return rule


def _mark(sheet: Worksheet, is_restricted: bool) -> None:
    if is_restricted:
        sheet["A1"] = RESTRICTED
        sheet["A1"].font = WARNING
        sheet.sheet_properties.tabColor = "C00000"


def _print_setup(sheet: Worksheet, top: int, is_restricted: bool) -> None:
    """A4 on its side, as wide as the page, the header on every page."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if top else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if top:
        sheet.print_title_rows = f"1:{top}"
    sheet.oddHeader.center.text = "内部" if is_restricted else ""
    sheet.oddHeader.left.text = "&A"
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"
