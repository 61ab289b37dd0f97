"""Rows of a sheet: which are records, and what of each can be taken."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from macros.importing.ledger.cells import read_cell
from macros.importing.ledger.header import Header
from macros.importing.ledger.reading import Reading, doubtful, refused
from macros.importing.ledger.sheet import Merge, Place, Sheet, Value
from macros.importing.ledger.synonyms import column_name
from macros.models.ledger import CellKind, Column

TOTAL = re.compile(r"[\s　]*(合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|平\s*均)[\s　:：]*")
SIGNATURE = re.compile(
    r"[\s　]*(填表|制表|审核|复核|负责|经办|填报|联系|单位|注|说明|备注)\S{0,4}[:：].*", re.DOTALL
)
LEAST_SPAN = 3
"""Columns that a line of remarks between the rows spans."""


@dataclass(slots=True)
class Row:
    """One record of a sheet."""

    number: int
    """As the program that wrote the file counts it."""

    cells: dict[str, str] = field(default_factory=dict)
    """Column of the ledger → text; only columns the sheet has."""

    stamp: str = ""
    refusals: list[tuple[str, Reading]] = field(default_factory=list)
    """Column and what was refused there."""

    doubts: list[tuple[str, Reading]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Records:
    """What a sheet holds below its header."""

    rows: tuple[Row, ...]
    passed: tuple[tuple[int, str], ...]
    """Rows that are no records: number and what they are."""

    notes: Mapping[str, int]
    """What was rewritten, and in how many cells."""


def read_rows(sheet: Sheet, header: Header, year: int) -> Records:
    """Return the records of a sheet; blank rows are left out without a word."""
    reader = _Reader(sheet, header, year)
    rows, passed = [], []
    for index in range(header.bottom + 1, len(sheet.rows)):
        held = sheet.held(index)
        other = _no_record(sheet, header, index, held)
        if other:
            passed.append((sheet.numbers[index], other))
        elif held:
            rows.append(reader.row(index))
    return Records(tuple(rows), tuple(passed), reader.notes)


def _no_record(sheet: Sheet, header: Header, index: int, held: Mapping[int, Value]) -> str:
    """Return what a row is if it is no record: a sum, a second header, a line of remarks."""
    words = [value for value in held.values() if isinstance(value, str)]
    day = next((place for place, name in header.columns.items() if name == "日期"), None)
    if any(TOTAL.fullmatch(word) for word in words) and not _is_day(held.get(day)):
        return "合计行，不导入；数由程序从各行算"
    repeated = sum(column_name(header.kind, held.get(place)) == name
                   for place, name in header.columns.items())  # fmt: skip
    if repeated >= max(2, len(held) - 1):
        return "又一行列名"
    if len(held) == 1 and _spans(sheet, index, next(iter(held))) >= LEAST_SPAN:
        return f"横跨几列的说明“{str(next(iter(held.values())))[:20]}”"
    if words and len(words) == len(held) and all(SIGNATURE.fullmatch(word) for word in words):
        return f"表下的说明“{words[0].strip()[:20]}”"
    return ""


def _is_day(value: Value) -> bool:
    return value is not None and not (isinstance(value, str) and TOTAL.fullmatch(value))


def _spans(sheet: Sheet, row: int, column: int) -> int:
    found = (one for one in sheet.merges if (one.top, one.left) == (row, column))
    return next((one.right - one.left + 1 for one in found), 1)


class _Reader:
    """Reads the rows of one sheet and counts what it rewrites."""

    def __init__(self, sheet: Sheet, header: Header, year: int) -> None:
        self.sheet = sheet
        self.header = header
        self.year = year
        self.notes: Counter[str] = Counter()
        self._covered = dict(self._covering())

    def _covering(self) -> Iterator[tuple[Place, Merge]]:
        """Yield each cell that a merge covers below the header, but for the first of the merge."""
        last = len(self.sheet.rows) - 1
        for merge in self.sheet.merges:
            if merge.bottom > self.header.bottom:
                inside = merge._replace(bottom=min(merge.bottom, last))
                yield from ((place, merge) for place in inside.places() if place != merge[:2])

    def row(self, index: int) -> Row:
        """Return the record in a row of the sheet."""
        row = Row(self.sheet.numbers[index])
        for place, name in self.header.columns.items():
            self._keep(row, name, self._read(index, place))
        if self.header.stamp is not None:
            row.stamp = str(self.sheet.value(index, self.header.stamp) or "")
        if index in self.sheet.hidden_rows:
            remedy = "取消隐藏或筛选，看清楚再导入；不要的行就删去。"
            row.doubts.append(("", doubtful("", "这一行是隐藏的", remedy)))
        if index in self.sheet.struck_rows:
            remedy = "作废的行就删去；没有作废就去掉删除线。"
            row.doubts.append(("", doubtful("", "这一行划了删除线", remedy)))
        row.refusals += _absent(self.header, row)
        return row

    def _keep(self, row: Row, name: str, reading: Reading) -> None:
        row.cells[name] = reading.text
        if reading.refusal:
            row.refusals.append((name, reading))
        elif reading.doubt:
            row.doubts.append((name, reading))
        elif reading.note:
            self.notes[reading.note] += 1

    def _read(self, index: int, place: int) -> Reading:
        """Return a cell; one that a merge covers is read from the merge, if that can be meant."""
        column = self.header.kind.column(self.header.columns[place])
        merge = self._covered.get((index, place))
        if merge is None:
            return read_cell(column, self.sheet, (index, place), self.year)
        top = self.sheet.numbers[merge.top]
        if merge.right > merge.left:
            fact = f"和第 {top} 行的几列合并成一格"
            return doubtful("", fact, "取消合并，每一列各写各的。")
        above = read_cell(column, self.sheet, merge[:2], self.year)
        return above if above.refusal or not above.text else _below(column, above, top)


def _below(column: Column, above: Reading, top: int) -> Reading:
    """Return what the first cell of a merge says about the rows below it."""
    fact = f"和第 {top} 行合并成一格"
    if column.name == "编号":
        return refused(fact, "一件事一行、一个编号；是一件事就并成一行，是几件事就各编一号。")
    if column.kind is CellKind.COUNT:
        remedy = "取消合并，每行写这一次的数；不这样，合计会重复计算。"
        return doubtful(above.text, f"{fact}，看不出每次都是 {above.text}，还是几次一共", remedy)
    return Reading(above.text, f"“{column.name}”合并的格，往下每行都填上")


def _absent(header: Header, row: Row) -> Iterator[tuple[str, Reading]]:
    """Yield required cells that are blank; a missing 编号 is given later."""
    known = {name for name, _ in (*row.refusals, *row.doubts)}
    for column in header.kind.columns:
        is_blank = not row.cells.get(column.name) and column.name not in known
        if column.is_required and is_blank and column.name != "编号":
            yield column.name, refused("没有填", f"填上{column.name}；{column.description}")
