"""CSV ledgers as Excel saves them: one row per event, read with the line of every row."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.problems import Problem, ProblemsFound, Where
from macros.sources import text as text_source

ENCODINGS = ("utf-8", "gb18030")
"""Excel on a Chinese Windows writes GB18030 unless told otherwise."""


SEPARATORS = {"\t": "制表符", ";": "分号", "，": "全角逗号", "、": "顿号", "|": "竖线"}
SAVE_AS = "用表格软件打开，另存为“CSV UTF-8（逗号分隔）”。"


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file by columns, with the line on which each row begins."""

    name: str
    header: tuple[str, ...]
    columns: tuple[tuple[str, ...], ...]
    """One per header, all of the same length; blank rows are left out."""

    lines: Sequence[int]


def read_csv(path: Path, name: str) -> Table:
    """Return the table in a CSV file.

    Raises:
        ProblemsFound: for an unreadable file, and as `parse_csv` does.
    """
    if is_workbook(path):
        fact = "这是 Excel 工作簿，不是 CSV"
        raise ProblemsFound([Problem(Where(name), "csv-format", fact, SAVE_AS)])
    return parse_csv(text_source.read_raw_text(path, name, ENCODINGS), name)


def is_workbook(path: Path) -> bool:
    """Return whether a file is a workbook, whatever it is called."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(8).startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def parse_csv(text: str, name: str) -> Table:
    """Return the table in the text of a CSV file.

    Raises:
        ProblemsFound: for a missing or repeated header, a row with more cells than the header,
            invisible characters and template marks.
    """
    problems = [
        *text_source.character_problems(text, name),
        *text_source.template_problems(text, name),
    ]
    if problems:
        raise ProblemsFound(problems)
    problems = list(_other_formats(text, name))
    if problems:
        raise ProblemsFound(problems)
    rows, lines = _read_rows(text, name)
    header = tuple(cell.strip() for cell in rows[0]) if rows else ()
    problems = [*_header_problems(header, name), *_width_problems(header, rows, lines, name)]
    if problems:
        raise ProblemsFound(problems)
    return Table(name, header, *_columns(rows[1:], lines[1:], len(header)))


def _other_formats(text: str, name: str) -> Iterator[Problem]:
    """Yield a problem if the first line shows that this is no file with commas."""
    first = text.partition("\n")[0].strip()
    if first.lower().startswith("sep="):
        fact, hint = f"第一行是“{first}”", "删去这一行；第一行写列名。"
        yield Problem(Where(name), "csv-format", fact, hint)
    elif first.startswith("<"):
        yield Problem(Where(name), "csv-format", "这是网页，不是 CSV", SAVE_AS)
    elif "," not in first:
        for mark, called in SEPARATORS.items():
            if mark in first:
                yield Problem(Where(name), "csv-format", f"各列之间用的是{called}", SAVE_AS)
                return


def _columns(
    rows: list[list[str]], lines: Sequence[int], width: int
) -> tuple[tuple[tuple[str, ...], ...], Sequence[int]]:
    """Return the columns and the lines of the rows that are not blank."""
    if set(map(len, rows)) != {width} or "" in [row[0] for row in rows]:
        kept = [index for index, row in enumerate(rows) if any(row)]
        lines = [lines[index] for index in kept]
        rows = [rows[index][:width] + [""] * (width - len(rows[index])) for index in kept]
    return tuple(zip(*rows, strict=True)) if rows else ((),) * width, lines


def _read_rows(text: str, name: str) -> tuple[list[list[str]], Sequence[int]]:
    """Return the rows and the line each begins on."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        rows = list(reader)
    except csv.Error as error:
        fact, hint = "引号没有成对", "检查这一行附近的引号；单元格里的引号要成对。"
        if "field larger" in str(error):
            fact, hint = "有一格的内容太长", "缩短这一格，或检查附近的引号是否成对。"
        problem = Problem(Where(name, _open_quote(text)), "csv-syntax", fact, hint)
        raise ProblemsFound([problem]) from error
    if reader.line_num == len(rows):
        return rows, range(1, len(rows) + 1)
    lines, line = [], 1
    for row in rows:
        lines.append(line)
        line += 1 + sum(cell.count("\n") for cell in row)
    return rows, lines


def _open_quote(text: str) -> int:
    """Return the line on which the row begins that cannot be read."""
    reader, line = csv.reader(io.StringIO(text, newline=""), strict=True), 1
    try:
        for _ in reader:
            line = reader.line_num + 1
    except csv.Error:
        pass
    return line


def _header_problems(header: tuple[str, ...], name: str) -> list[Problem]:
    problems = []
    if not any(header):
        hint = "第一行写列名，照 data/templates/ 里同名的空表。"
        problems.append(Problem(Where(name), "csv-header", "第一行没有列名", hint))
    for index, column in enumerate(header):
        if column and column in header[:index]:
            hint = "删去重复的一列，或改成正确的列名。"
            problems.append(Problem(Where(name), "csv-header", f"列名“{column}”写了两次", hint))
        if not column and any(header[index:]):
            fact, hint = f"第 {index + 1} 列没有列名", "给这一列写上列名，或删去这一列。"
            problems.append(Problem(Where(name), "csv-header", fact, hint))
    return problems


def _width_problems(
    header: tuple[str, ...], rows: list[list[str]], lines: Sequence[int], name: str
) -> list[Problem]:
    width = len(header)
    if max(map(len, rows), default=0) <= width:
        return []
    return [
        Problem(
            Where(name, lines[index]),
            "csv-width",
            f"这一行有 {len(row)} 格，列名只有 {width} 个",
            "删去多出来的格；单元格里有逗号时用引号括起来。",
        )
        for index, row in enumerate(rows)
        if len(row) > width and any(cell.strip() for cell in row[width:])
    ]
