"""New rows beside those a ledger has: what is added, corrected, already there or doubtful."""

import re
from collections.abc import Iterable
from enum import Enum
from pathlib import Path

from macros import paths
from macros.importing.ledger.csv_text import CsvText
from macros.importing.ledger.reading import Reading, doubtful, refused
from macros.importing.ledger.rows import Row
from macros.models.ledger import Cell, LedgerKind, read_ledger
from macros.models.ledger_row import check_digits, parsed, written
from macros.problems import ProblemsFound


class Fate(Enum):
    """What becomes of a row."""

    ADDED = "新增"
    CORRECTED = "更正"
    PRESENT = "台账已有"
    REPEATED = "重复"
    DOUBTFUL = "存疑"
    REFUSED = "拒绝"


Values = dict[str, Cell]
Content = tuple[tuple[str, Cell], ...]


class LedgerFile:
    """One ledger of a year, as it is and as the import would leave it.

    Raises:
        ProblemsFound: if the ledger on file cannot be read.
    """

    def __init__(self, root: Path, kind: LedgerKind, year: int) -> None:
        self.kind = kind
        self.year = year
        self.name = f"{paths.DATA}/{year}/{paths.LEDGERS}/{kind.file}"
        self.csv = CsvText(root / self.name, self.name, kind)
        ledger, problems = read_ledger(kind, year, self.csv.table)
        if ledger is None:
            raise ProblemsFound(problems)
        self._rows: list[Values] = [
            {name: column[row] for name, column in ledger.cells.items()}
            for row in range(len(ledger))
        ]
        self._lines = ledger.lines
        self._by_id = {row["编号"]: index for index, row in enumerate(self._rows)}
        self._by_content: dict[frozenset[str], dict[Content, list[int]]] = {}
        self._claimed: set[int] = set()
        self._added: dict[Content, Row] = {}
        self._added_ids: dict[Cell, Content] = {}
        self._taken: list[tuple[Row, int | None, Iterable[str]]] = []
        """Rows to write, which row of the ledger they correct, and in which columns."""

    def fate(self, row: Row, is_doubt_accepted: bool) -> Fate:
        """Decide on a row and keep it if it is taken; doubts and refusals are added to the row."""
        if row.refusals:
            return Fate.REFUSED
        values = {
            name: parsed(self.kind.column(name), text, self.year)
            for name, text in row.cells.items()
        }
        if values.get("编号") in self._by_id:
            return self._known(row, values, is_doubt_accepted)
        found = self._on_file(values)
        if found is not None and not values.get("编号"):
            self._claimed.add(found)
            return Fate.PRESENT
        if found is not None:
            fact = f"除编号外，和台账第 {self._lines[found]} 行完全相同"
            row.doubts.append(("", doubtful("", fact, "同一件事就删去这一行。")))
        return self._new(row, values, is_doubt_accepted)

    def _known(self, row: Row, values: Values, is_doubt_accepted: bool) -> Fate:
        """Decide on a row whose 编号 the ledger has."""
        index = self._by_id[values["编号"]]
        old = self._rows[index]
        changed = {name: value for name, value in values.items() if value != old[name]}
        if index in self._claimed and changed:
            return self._refuse(row, "编号", _used_twice(values["编号"]))
        if index in self._claimed:
            return Fate.REPEATED
        self._claimed.add(index)
        if not changed:
            return Fate.PRESENT
        row.doubts = [(name, one) for name, one in row.doubts if name in changed or not name]
        in_order = [column.name for column in self.kind.columns if column.name in values]
        if row.stamp != check_digits(old[name] for name in in_order):
            row.doubts.append(("编号", self._differs(index, changed)))
        fate = self._decided(row, changed, Fate.CORRECTED, is_doubt_accepted)
        if fate is Fate.CORRECTED:
            self._taken.append((row, index, changed))
        return fate

    def _differs(self, index: int, changed: Values) -> Reading:
        old = self._rows[index]
        told = "；".join(
            f"{name}“{written(old[name])}”→“{written(new)}”" for name, new in changed.items()
        )
        fact = f"台账第 {self._lines[index]} 行已有编号“{old['编号']}”，内容不同：{told}"
        return doubtful("", fact, "是更正就加上 --accept-doubtful；不是同一件事就另编一号。")

    def _on_file(self, values: Values) -> int | None:
        """Return a row of the ledger with the same content that nothing was matched with yet."""
        names = frozenset(values) - {"编号"}
        if names not in self._by_content:
            index: dict[Content, list[int]] = {}
            for number, row in enumerate(self._rows):
                index.setdefault(_content(row, names), []).append(number)
            self._by_content[names] = index
        found = self._by_content[names].get(_content(values, names), ())
        return next((one for one in found if one not in self._claimed), None)

    def _new(self, row: Row, values: Values, is_doubt_accepted: bool) -> Fate:
        own, content = values.get("编号"), _content(values, frozenset(values) - {"编号"})
        if own and own in self._added_ids:
            if self._added_ids[own] == content:
                return Fate.REPEATED
            return self._refuse(row, "编号", _used_twice(own))
        if content in self._added:
            remedy = "同一件事就删去一行；确实是两件事，就在备注里写清怎么不同，再导入。"
            fact = f"和第 {self._added[content].number} 行完全相同"
            row.doubts.append(("", doubtful("", fact, remedy)))
        fate = self._decided(row, values, Fate.ADDED, is_doubt_accepted)
        if fate is Fate.ADDED:
            self._taken.append((row, None, values))
            self._added.setdefault(content, row)
            self._added_ids[own] = content
        return fate

    def _decided(self, row: Row, cells: Values, fate: Fate, is_doubt_accepted: bool) -> Fate:
        if row.doubts and not is_doubt_accepted:
            return Fate.DOUBTFUL
        for name, value in cells.items():
            column = self.kind.column(name)
            if value is None and column.is_required and name != "编号":
                hint = f"填上{name}；{column.description}"
                row.refusals.append((name, refused("没有填", hint)))
        return Fate.REFUSED if row.refusals else fate

    def _refuse(self, row: Row, name: str, why: Reading) -> Fate:
        row.refusals.append((name, why))
        return Fate.REFUSED

    def write(self) -> None:
        """Put the rows that were taken into the text of the file; give an 编号 where none is.

        Raises:
            ProblemsFound: if the handbook would refuse the file.
        """
        numbers = _Numbers(self.year, [*self._by_id, *self._added_ids])
        for row, index, names in self._taken:
            if index is None:
                row.cells["编号"] = row.cells.get("编号") or numbers.next()
                self.csv.append(row.cells)
            else:
                self.csv.change(self._lines[index], {name: row.cells[name] for name in names})
        ledger, problems = read_ledger(self.kind, self.year, self.csv.parsed())
        if ledger is None:
            raise ProblemsFound(problems)

    @property
    def unmentioned(self) -> int:
        """How many rows of the ledger the import did not come upon."""
        return len(self._rows) - len(self._claimed)


def _content(row: Values, names: frozenset[str]) -> Content:
    return tuple((name, row[name]) for name in sorted(names))


def _used_twice(own: Cell) -> Reading:
    return refused(f"编号“{own}”在这次导入里已用过", "同一件事只记一行；不同的事另编一号。")


class _Numbers:
    """Gives numbers that no row has: 2023-007 after 2023-006."""

    def __init__(self, year: int, used: Iterable[Cell]) -> None:
        found = [re.fullmatch(rf"{year}-(\d+)", str(one)) for one in used]
        self._year = year
        self._last = max((int(one[1]) for one in found if one), default=0)
        self._width = max((len(one[1]) for one in found if one), default=3)

    def next(self) -> str:
        """Return the next number."""
        self._last += 1
        return f"{self._year}-{self._last:0{self._width}d}"

