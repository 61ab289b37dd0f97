"""Which ledger a sheet is, and which of its rows heads the columns."""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from macros.importing.ledger.sheet import Sheet
from macros.importing.ledger.synonyms import OWN, ROW_NUMBERS, column_name, plain_name
from macros.models.ledger import LedgerKind
from macros.models.ledger_kinds import LEDGER_KINDS
from macros.models.ledger_row import STAMP
from macros.problems import Problem, Where

DEEPEST = 40
"""Rows in which the header must begin."""

CODE = "ledger-header"


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a sheet, understood."""

    kind: LedgerKind
    top: int
    """Row, counted from 0."""

    bottom: int
    """Last row of the header; more than `top` where groups of columns are headed twice."""

    columns: dict[int, str]
    """Column of the sheet → column of the ledger."""

    stamp: int | None
    """Column of the export's check digits."""

    others: dict[int, str]
    """Columns the ledger does not know: column of the sheet → header as written."""

    headed: frozenset[int]
    """Every column of the sheet that has a header."""


def named_kind(names: Iterable[str]) -> LedgerKind | None:
    """Return the ledger that the first telling name holds, the longest name first."""
    for name in names:
        plain = plain_name(name)
        found = [kind for kind in LEDGER_KINDS if kind.name in plain or kind.file == f"{name}.csv"]
        if found:
            return max(found, key=lambda kind: len(kind.name))
    return None


def find_header(sheet: Sheet, kinds: Iterable[LedgerKind]) -> list[Header]:
    """Return the best header for each kind that has one, those with most columns first."""
    found = [one for kind in kinds if (one := _best(sheet, kind))]
    return sorted(found, key=lambda one: (-len(one.columns), len(one.others)))


def _best(sheet: Sheet, kind: LedgerKind) -> Header | None:
    options = [one for one in _options(sheet, kind) if len(one.columns) >= 2]
    return max(options, key=lambda one: (len(one.columns), -one.top), default=None)


def _options(sheet: Sheet, kind: LedgerKind) -> Iterator[Header]:
    for top in range(min(DEEPEST, len(sheet.rows))):
        yield _header(sheet, kind, top, top)
        if top + 1 < len(sheet.rows) and _is_headed_twice(sheet, top):
            yield _header(sheet, kind, top, top + 1)


def _is_headed_twice(sheet: Sheet, top: int) -> bool:
    return any(one.top == top and one.right > one.left for one in sheet.merges)


def _header(sheet: Sheet, kind: LedgerKind, top: int, bottom: int) -> Header:
    columns: dict[int, str] = {}
    others: dict[int, str] = {}
    stamp = None
    headed = {**sheet.held(top), **sheet.held(bottom)}
    for place, written in sorted(headed.items()):
        name, plain = column_name(kind, written), plain_name(written)
        if name and name not in columns.values():
            columns[place] = name
        elif plain == STAMP:
            stamp = place
        elif plain not in ROW_NUMBERS | OWN:
            others[place] = str(written).strip()
    return Header(kind, top, bottom, columns, stamp, others, frozenset(headed))


def is_worded_like(header: Header, sheet: Sheet) -> bool:
    """Return whether the first column of choices holds a word that only this ledger allows."""
    category = header.kind.column(header.kind.category)
    place = next((one for one, name in header.columns.items() if category and
                  name == category.name), None)  # fmt: skip
    if place is None:
        return False
    others = {word for kind in LEDGER_KINDS if kind is not header.kind
              for column in kind.columns for word in column.choices}  # fmt: skip
    own = set(category.choices) - others
    below = range(header.bottom + 1, len(sheet.rows))
    return any(str(sheet.value(row, place)).strip() in own for row in below)


def header_problems(
    header: Header, sheet: Sheet, file: str, ignored: Iterable[str]
) -> Iterator[Problem]:
    """Yield required columns that are missing and columns whose content would be lost."""
    where = Where(file, sheet.numbers[header.top])
    for column in header.kind.columns:
        is_given = column.name in header.columns.values() or column.name == "编号"
        if column.is_required and not is_given:
            fact = f"台账“{header.kind.name}”缺少“{column.name}”一列"
            yield Problem(where, CODE, fact, f"补上这一列：{column.description}")
    skipped = {plain_name(one) for one in ignored}
    below = map(sheet.held, range(header.bottom + 1, len(sheet.rows)))
    for place, count in sorted(Counter(chain.from_iterable(below)).items()):
        written = header.others.get(place, "")
        is_lost = place in header.others or place not in header.headed
        if is_lost and (not written or plain_name(written) not in skipped):
            yield _unknown(header, where, place, written, count)


def _unknown(header: Header, where: Where, place: int, written: str, count: int) -> Problem:
    known = [column.name for column in header.kind.columns]
    name = re.sub(r"\s+", " ", written)
    if not name:
        fact = f"第 {place + 1} 列没有列名，有 {count} 格内容"
        hint = f"写上列名，或者把这一列清空。台账“{header.kind.name}”的列：{'、'.join(known)}。"
        return Problem(where, CODE, fact, hint)
    if column_name(header.kind, written):
        fact = f"“{name}”和另一列是同一列“{column_name(header.kind, written)}”"
        return Problem(where, CODE, fact, "并成一列；不要的一列改个名，再加 --ignore 新的列名。")
    close = difflib.get_close_matches(plain_name(written), known, n=1, cutoff=0.5)
    guess = f"是不是“{close[0]}”？" if close else ""
    fact = f"台账“{header.kind.name}”没有“{name}”这一列，里面有 {count} 格内容"
    hint = (
        f"{guess}改成台账的列名（{'、'.join(known)}）；这一列确实不要，就加上 --ignore {name}。"
    )
    return Problem(where, CODE, fact, hint)
