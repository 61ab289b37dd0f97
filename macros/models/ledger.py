"""Ledgers (台账): one row per event, checked column by column.

Each different cell of a column is read once, however many rows repeat it: that is what keeps
a ledger of 100,000 rows under a second.
"""

import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from unicodedata import normalize

from macros.problems import Problem, Where
from macros.sources.csv_file import Table

MAX_TEXT = 2000
EXCEL_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|#+)")
Cell = str | int | date | tuple[str, ...] | None


class CellKind(Enum):
    """What the cells of a column hold."""

    TEXT = "文字"
    DATE = "日期"
    COUNT = "数"
    CHOICE = "选项"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a ledger."""

    name: str
    """Header, in Chinese."""

    description: str
    """What to write, for editors."""

    kind: CellKind = CellKind.TEXT

    choices: tuple[str, ...] = ()
    """Allowed words of a CHOICE; a cell may join several with 、."""

    is_required: bool = False

    is_restricted: bool = False
    """Names and contents of talks: never printed, exported or indexed."""


@dataclass(frozen=True, slots=True)
class LedgerKind:
    """A ledger the handbook knows."""

    name: str
    """Name in pages and definitions, e.g. 约谈."""

    file: str
    """File name below ``data/<year>/ledgers/``."""

    description: str

    columns: tuple[Column, ...]

    sum_column: str = ""
    """Column whose sum tables show beside the number of rows, e.g. person-times."""

    def column(self, name: str) -> Column | None:
        """Return the column of that name."""
        return next((column for column in self.columns if column.name == name), None)

    @property
    def category(self) -> str:
        """Name of the first column of choices, by which tables are grouped."""
        return next((c.name for c in self.columns if c.kind is CellKind.CHOICE), "")


@dataclass(frozen=True, slots=True)
class Ledger:
    """A ledger of one year, every cell read and checked."""

    kind: LedgerKind
    year: int
    file: str
    """Path as messages show it."""

    cells: Mapping[str, tuple[Cell, ...]]
    """Column name → values, all of the same length; every known column is present."""

    lines: tuple[int, ...]

    counts: dict[object, object] = field(default_factory=dict, repr=False, compare=False)
    """What was counted before, by question: the cells never change, so neither do the answers."""

    def __len__(self) -> int:
        return len(self.lines)

    def where(self, row: int) -> Where:
        """Return the place of a row, counted from 0."""
        return Where(self.file, self.lines[row])

    def matching(self, conditions: Mapping[str, str | Iterable[str]]) -> list[int]:
        """Return the rows that meet all conditions; a cell of several words meets each."""
        rows: Iterable[int] = range(len(self))
        for name, wanted in conditions.items():
            words = {wanted} if isinstance(wanted, str) else set(wanted)
            column = self.cells[name]
            accepted = {cell for cell in set(column) if _meets(cell, words)}
            rows = [row for row in rows if column[row] in accepted]
        return list(rows)


def _meets(cell: Cell, words: set[str]) -> bool:
    if isinstance(cell, tuple):
        return not words.isdisjoint(cell)
    return str(cell) in words


class CellRefused(Exception):
    """A cell does not hold what its column asks for; carries the hint."""


def read_ledger(kind: LedgerKind, year: int, table: Table) -> tuple[Ledger | None, list[Problem]]:
    """Return the ledger in a table, or None with what is wrong with it."""
    problems = list(_header_problems(kind, table))
    if problems:
        return None, problems
    columns = dict(zip(table.header, table.columns, strict=True))
    cells = {}
    for column in kind.columns:
        raw = columns.get(column.name)
        if raw is None:
            cells[column.name] = (None,) * len(table.lines)
            continue
        values, found = _read_column(column, raw, table, year)
        cells[column.name] = values
        problems += found
    problems += _repeated_ids(cells, table)
    ledger = Ledger(kind, year, table.name, cells, tuple(table.lines))
    return (None if problems else ledger), problems


def _header_problems(kind: LedgerKind, table: Table) -> Iterator[Problem]:
    known = [column.name for column in kind.columns]
    for name in table.header:
        if name and name not in known:
            fact = f"台账“{kind.name}”没有“{name}”这一列"
            hint = f"这本台账的列：{'、'.join(known)}。"
            yield Problem(Where(table.name, 1), "ledger-header", fact, hint)
    for column in kind.columns:
        if column.is_required and column.name not in table.header:
            fact = f"台账“{kind.name}”缺少“{column.name}”一列"
            hint = f"补上这一列；空表在 data/templates/{kind.file}。"
            yield Problem(Where(table.name, 1), "ledger-header", fact, hint)


def _read_column(
    column: Column, raw: tuple[str, ...], table: Table, year: int
) -> tuple[tuple[Cell, ...], list[Problem]]:
    read = READERS[column.kind]
    different = set(raw)
    values: dict[str, Cell] = {cell: cell.strip() or None for cell in different}
    refused: dict[str, str] = {}
    for cell, text in values.items():
        try:
            if text is not None and (read is not _read_text or _is_odd(text)):
                values[cell] = read(column, text, year)
            elif text is None and column.is_required:
                raise CellRefused(f"填上{column.name}；{column.description}")
        except CellRefused as reason:
            refused[cell] = str(reason)
    if not refused and all(map(operator.is_, values, values.values())):
        return raw, []
    if not refused:
        return tuple(map(values.__getitem__, raw)), []
    problems = [
        _cell_problem(column, cell, refused[cell], Where(table.name, line, column.name))
        for line, cell in zip(table.lines, raw, strict=True)
        if cell in refused
    ]
    return (), problems


def _cell_problem(column: Column, cell: str, hint: str, where: Where) -> Problem:
    fact = f"{column.name}写的是“{cell.strip()}”" if cell.strip() else f"{column.name}没有填"
    return Problem(where, "ledger-cell", fact, hint)


def _repeated_ids(cells: Mapping[str, tuple[Cell, ...]], table: Table) -> Iterator[Problem]:
    ids = cells.get("编号", ())
    plain = [value if value.isascii() else normalize("NFKC", value) for value in ids]
    if len(set(plain)) == len(plain):
        return
    first: dict[Cell, int] = {}
    for line, value in zip(table.lines, plain, strict=True):
        if value in first:
            fact = f"编号“{value}”已在第 {first[value]} 行用过"
            hint = "同一件事只记一行；不同的事换一个没有用过的编号。"
            yield Problem(Where(table.name, line, "编号"), "ledger-id", fact, hint)
        first.setdefault(value, line)


def _is_odd(text: str) -> bool:
    return len(text) > MAX_TEXT or text[0] in "=@#"


def _read_text(column: Column, cell: str, year: int) -> str:
    if EXCEL_ERROR.fullmatch(cell):
        raise CellRefused("这是表格软件的错误值；改成原来的内容，不知道就留空。")
    if cell[0] in "=@":
        raise CellRefused("只写内容，不写公式；开头的 = 和 @ 删去。")
    if len(cell) > MAX_TEXT:
        raise CellRefused(f"缩短到 {MAX_TEXT} 字以内；详细内容留在会议记录里。")
    return cell


def _read_date(column: Column, cell: str, year: int) -> date:
    found = re.fullmatch(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", cell)
    try:
        if not found:
            raise ValueError
        day = date(int(found[1]), int(found[3]), int(found[4]))
    except ValueError:
        raise CellRefused("写成“年-月-日”，如 2023-03-05，并核对这一天存在。") from None
    if column.name == "日期" and day.year != year:
        raise CellRefused(f"这是 {year} 年的台账；别的年份记到那一年的文件夹里。")
    return day


def _read_count(column: Column, cell: str, year: int) -> int:
    if not re.fullmatch(r"(0|[1-9]\d{0,6})", cell, re.ASCII):
        raise CellRefused("只写半角阿拉伯数字，如 12；不知道就留空，不写“待定”“—”。")
    return int(cell)


def _read_choice(column: Column, cell: str, year: int) -> tuple[str, ...]:
    words = tuple(word.strip() for word in cell.split("、"))
    if not set(words) <= set(column.choices):
        raise CellRefused(f"只能填：{'、'.join(column.choices)}；几样都是就用顿号隔开。")
    return words


READERS: dict[CellKind, Callable[[Column, str, int], Cell]] = {
    CellKind.TEXT: _read_text,
    CellKind.DATE: _read_date,
    CellKind.COUNT: _read_count,
    CellKind.CHOICE: _read_choice,
}
