"""CSV ledgers as Excel saves them: one row per event, read with the line of every row."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.problems import Problem, ProblemsFound, Where
from macros.sources import text as text_source

ENCODINGS = ("utf-8", "gb18030")
"""Excel on a Chinese Windows writes GB18030 unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file: its header, and the rows with the line each begins on."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: Sequence[int]
    """Line on which each row begins; a range while every row takes one line."""


def read_csv(path: Path, name: str) -> Table:
    """Return the table in a CSV file; blank rows are left out.

    Raises:
        ProblemsFound: for an unreadable file, a missing or repeated header, a row with more
            cells than the header, and invisible characters.
    """
    text = text_source.read_text(path, name, ENCODINGS)
    problems = list(text_source.character_problems(text, name))
    if problems:
        raise ProblemsFound(problems)
    header, body = _read_rows(text, name)
    problems = [*_header_problems(header, name), *_width_problems(header, body, name)]
    if problems:
        raise ProblemsFound(problems)
    width = len(header)
    kept = [(line, row) for line, row in body if any(row)]
    rows = tuple(tuple(row[:width] + [""] * (width - len(row))) for _, row in kept)
    return Table(name, header, rows, tuple(line for line, _ in kept))


def _read_rows(text: str, name: str) -> tuple[tuple[str, ...], list[tuple[int, list[str]]]]:
    reader = csv.reader(io.StringIO(text), strict=True)
    body: list[tuple[int, list[str]]] = []
    header: tuple[str, ...] = ()
    line = 1
    try:
        for row in reader:
            if line == 1:
                header = tuple(cell.strip() for cell in row)
            else:
                body.append((line, row))
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "检查这一行附近的引号；单元格里的引号要成对。"
        problem = Problem(Where(name, line), "csv-syntax", "引号没有成对", hint)
        raise ProblemsFound([problem]) from error
    return header, body


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
    header: tuple[str, ...], body: list[tuple[int, list[str]]], name: str
) -> list[Problem]:
    width = len(header)
    return [
        Problem(
            Where(name, line),
            "csv-width",
            f"这一行有 {len(row)} 格，列名只有 {width} 个",
            "删去多出来的格；单元格里有逗号时用引号括起来。",
        )
        for line, row in body
        if len(row) > width and any(cell.strip() for cell in row[width:])
    ]
