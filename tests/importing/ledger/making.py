"""Workbooks as a county office would make them, of invented data."""

from collections.abc import Callable, Iterable
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

HEADER = ("编号", "日期", "类别", "议题", "应到", "实到", "记录号", "备注")
LEDGER = "data/2023/ledgers/meetings.csv"


def workbook(
    path: Path,
    rows: Iterable[Iterable[object]],
    title: str = "会议",
    change: Callable[[Worksheet], None] = lambda sheet: None,
) -> Path:
    """Write one sheet of rows and return the file; `change` may alter the sheet before."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    change(sheet)
    book.save(path)
    return path


def meeting(number: int, **cells: object) -> list[object]:
    """Return a good row of the meetings ledger, some of its cells changed."""
    day = f"2023-03-{number:02d}"
    good = (f"2023-{number:03d}", day, "局务会", f"议题{number}", 7, 6, f"会-{number}", None)
    return list({**dict(zip(HEADER, good, strict=True)), **cells}.values())
