"""Workbooks as offices save them: .xlsx, .xls, .ods and CSV, told apart by content, not by name.

openpyxl reads .xlsx, because calamine shows a failed formula as an empty cell and knows neither
formulas nor hidden rows; calamine reads the formats openpyxl does not.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string, range_boundaries
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from macros.importing.ledger.open_document import Marks, read_marks
from macros.importing.ledger.sheet import CellError, Merge, Sheet
from macros.problems import Problem, ProblemsFound, Where
from macros.sources import text as text_source
from macros.sources.csv_file import ENCODINGS

MAX_UNPACKED = 400_000_000
"""Bytes; a ledger of 100,000 rows unpacks to a tenth of this."""

BLIND_XLS = (
    "隐藏的行列、数的显示样子（007 读成 7）和出错的公式（读成空格）；另存为 .xlsx 再导入就能看到"
)
MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]+\d+:[A-Z]+\d+)[\"']")
MOST_MERGED = 200_000
"""Cells; a whole column merged by mistake would take minutes to read."""

SEPARATORS = ",\t;"
SAMPLE = 5000
"""Characters by which the separator of a CSV file is told."""


def read_sheets(path: Path, name: str) -> list[Sheet]:
    """Return the sheets of a file, hidden ones too; a CSV file is one sheet.

    Raises:
        ProblemsFound: if the file is none of these, damaged, locked by a password or too large.
    """
    try:
        head = path.read_bytes()[:8]
    except OSError as error:
        hint = "确认文件还在、没有被占用。"
        raise _refused(name, "unreadable", f"文件读不出来（{error.strerror}）", hint) from error
    if head.startswith(b"PK"):
        return _read_zip(path, name)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return list(_read_calamine(path, name, {}, BLIND_XLS))
    if head.lstrip().lower().startswith((b"<", b"\xef\xbb\xbf<")):
        hint = "用 Excel 或 WPS 打开，另存为 .xlsx，再导入。"
        raise _refused(name, "not-a-workbook", "这是网页，只是改了扩展名", hint)
    return [_read_csv(path, name)]


def _refused(name: str, code: str, fact: str, hint: str) -> ProblemsFound:
    return ProblemsFound([Problem(Where(name), code, fact, hint)])


def _read_zip(path: Path, name: str) -> list[Sheet]:
    try:
        with zipfile.ZipFile(path) as file:
            names = file.namelist()
            size = sum(one.file_size for one in file.infolist())
            marks = read_marks(file) if "content.xml" in names and size <= MAX_UNPACKED else None
            merged = max(map(_merged, _sheets(file)), default=0) if size <= MAX_UNPACKED else 0
    except (zipfile.BadZipFile, ValueError) as error:
        raise _damaged(name) from error
    if size > MAX_UNPACKED:
        hint = "把无关的表和图删去，按年拆成几个文件，再导入。"
        raise _refused(name, "file-size", "文件展开后太大", hint)
    if merged > MOST_MERGED:
        hint = "只合并有内容的几行，或者取消合并，存盘再导入。"
        raise _refused(name, "merged-cells", f"有一块合并的格占了 {merged} 格", hint)
    if marks is not None:
        return list(_read_calamine(path, name, marks, ""))
    if "xl/workbook.xml" in names:
        return _read_xlsx(path, name)
    if "xl/workbook.bin" in names:
        return list(_read_calamine(path, name, {}, BLIND_XLS))
    hint = "用 Excel 或 WPS 打开，另存为 .xlsx，再导入。"
    raise _refused(name, "not-a-workbook", "这不是工作簿", hint)


def _sheets(file: zipfile.ZipFile) -> Iterator[bytes]:
    return (file.read(one) for one in file.namelist() if one.startswith("xl/worksheets/sheet"))


def _merged(sheet: bytes) -> int:
    """Return how many cells the largest merge of an .xlsx sheet covers."""
    sizes = []
    for found in MERGE.finditer(sheet):
        left, top, right, bottom = range_boundaries(found[1].decode())
        sizes.append((right - left + 1) * (bottom - top + 1))
    return max(sizes, default=0)


def _damaged(name: str) -> ProblemsFound:
    hint = "用 Excel 或 WPS 打开看是否完好，另存为新的 .xlsx，再导入。"
    return _refused(name, "damaged-workbook", "文件损坏，读不出来", hint)


def _read_xlsx(path: Path, name: str) -> list[Sheet]:
    try:
        shown = load_workbook(path, data_only=True, keep_links=False)
        typed = load_workbook(path, keep_links=False)
    except Exception as error:  # openpyxl raises whatever a damaged part leads to
        raise _damaged(name) from error
    starts_1904 = typed.epoch == CALENDAR_MAC_1904
    return [_xlsx_sheet(shown[one.title], one, starts_1904) for one in typed.worksheets]


def _xlsx_sheet(shown: Worksheet, typed: Worksheet, starts_1904: bool) -> Sheet:
    rows = [
        [CellError(cell.value) if cell.data_type == "e" else cell.value for cell in row]
        for row in shown.iter_rows()
    ]
    cells = [cell for row in typed.iter_rows() for cell in row if cell.value is not None]
    return Sheet(
        typed.title,
        rows,
        list(range(1, len(rows) + 1)),
        is_hidden=typed.sheet_state != "visible",
        hidden_rows=frozenset(
            number - 1 for number, one in typed.row_dimensions.items() if one.hidden
        ),
        hidden_columns=frozenset(_hidden_columns(typed)),
        struck_rows=frozenset(
            cell.row - 1 for cell in cells if cell.has_style and cell.font.strike
        ),
        merges=tuple(
            Merge(one.min_row - 1, one.min_col - 1, one.max_row - 1, one.max_col - 1)
            for one in typed.merged_cells.ranges
        ),
        formulas=frozenset(
            (cell.row - 1, cell.column - 1) for cell in cells if cell.data_type == "f"
        ),
        formats={
            (cell.row - 1, cell.column - 1): cell.number_format
            for cell in cells
            if cell.data_type in "nf" and cell.number_format != "General"
        },
        starts_1904=starts_1904,
    )


def _hidden_columns(sheet: Worksheet) -> Iterator[int]:
    for letter, one in sheet.column_dimensions.items():
        if one.hidden:
            first = column_index_from_string(letter)
            yield from range(first - 1, max(one.max or first, first))


def _read_calamine(
    path: Path, name: str, marks: dict[str, Marks], blind_to: str
) -> Iterator[Sheet]:
    try:
        book = CalamineWorkbook.from_path(path)
        read = [(one, book.get_sheet_by_name(one.name)) for one in book.sheets_metadata]
        rows_of = {one.name: sheet.to_python(skip_empty_area=False) for one, sheet in read}
    except PasswordError as error:
        hint = "用 Excel 或 WPS 打开，去掉密码另存一份，再导入；用完删去那一份。"
        raise _refused(name, "locked-workbook", "文件有密码", hint) from error
    except (CalamineError, OSError) as error:
        raise _damaged(name) from error
    for one, sheet in read:
        rows, own = rows_of[one.name], marks.get(one.name, Marks())
        for row, column, shown in own.errors:
            rows[row][column] = CellError(shown)
        merged = [Merge(*start, *end) for start, end in sheet.merged_cell_ranges or ()]
        yield Sheet(
            one.name,
            rows,
            list(range(1, len(rows) + 1)),
            is_hidden=one.visible != SheetVisibleEnum.Visible,
            hidden_rows=own.hidden_rows,
            hidden_columns=own.hidden_columns,
            merges=(*merged, *own.merges),
            formulas=own.formulas,
            formats=own.formats,
            blind_to=blind_to,
        )


def _read_csv(path: Path, name: str) -> Sheet:
    text = text_source.read_raw_text(path, name, ENCODINGS)
    separator = max(SEPARATORS, key=text[:SAMPLE].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows, numbers, line = [], [], 1
    try:
        for row in reader:
            rows.append(row)
            numbers.append(line)
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "检查这一行附近的引号；单元格里的引号要成对。"
        problem = Problem(Where(name, line), "csv-syntax", "这一行读不出来", hint)
        raise ProblemsFound([problem]) from error
    return Sheet("", rows, numbers)
