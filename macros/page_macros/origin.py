"""`产生自`: where a figure comes from, down to the rows of the ledger."""

from collections.abc import Iterator, Sequence

from macros.figures import Figure, figure
from macros.figures.counting import LISTS
from macros.figures.facts import facts
from macros.formatting import MISSING
from macros.handbook import Handbook, YearData
from macros.models.ledger import CellKind, Ledger
from macros.models.record import Record
from macros.page_macros.figure_tables import state_badge
from macros.page_macros.figures import figure_html
from macros.page_macros.html import (
    cell_text,
    escape,
    mark_missing,
    note,
    optional_text,
    paragraph,
    table,
    wide,
)
from macros.problems import Where

LIMIT = 200
"""Rows listed; of more, only the number is told."""

TITLES = ("title", "task", "problem", "matter")
"""Fields that say what an entry of a YAML list is about."""


def show_origin(handbook: Handbook, name: str, year: int) -> str:
    """说明一个数从哪里来：台账的哪些行，或谁按什么填报；没有数的，说明原因和由谁补，填在哪里。

    只列台账的编号、日期、类别和记录号，不列内部列；最多列 200 行。

    Args:
        name: 数的名称，见“数据字典”。
        year: 年份。

    Example:
        {{ 产生自("局党组会", 2023) }}
    """
    shown = figure(handbook, name, year)
    head = f"{escape(name)}（{year}年）：{figure_html(shown)} {state_badge(shown.state)}"
    about = table(f"{name}：来历", ("项目", "内容"), _facts(shown), kinds=wide("内容"))
    return paragraph(head) + about + _rows(handbook.years[year], shown)


def _facts(shown: Figure) -> Iterator[tuple[str, str]]:
    for what, fact in facts(shown):
        yield escape(what), cell_text(fact)
    if shown.counted.blanks:
        yield "算不出的原因", _blanks(shown)
    place = str(shown.where) if shown.typed else f"{shown.where.file}（还没有这一条）"
    yield "填在哪里", escape(place)


def _blanks(shown: Figure) -> str:
    places = "、".join(str(where) for where in shown.counted.blanks[:20])
    more = "等" if len(shown.counted.blanks) > 20 else ""
    column = shown.definition.counting.column
    count = len(shown.counted.blanks)
    return escape(f"有{count}行的“{column}”没有填：{places}{more}")


def _rows(data: YearData, shown: Figure) -> str:
    counting = shown.definition.counting
    if counting is None:
        return ""
    if counting.ledger in LISTS:
        return _entries(counting.ledger, LISTS[counting.ledger](data), shown)
    ledger = data.ledgers.get(counting.ledger)
    if ledger is None:
        return note(f"台账“{counting.ledger}”尚未建立：{MISSING}")
    places = shown.counted.rows
    if not places:
        return note(f"台账“{ledger.kind.name}”里没有符合条件的行。")
    columns = list(_public_columns(ledger, counting.column))
    row_of = {line: row for row, line in enumerate(ledger.lines)}
    cells = [
        (escape(str(where)), *(_cell(ledger, name, row_of[where.line]) for name in columns))
        for where in places[:LIMIT]
    ]
    caption = f"台账“{ledger.kind.name}”中计入的{len(places)}行"
    return table(caption, ("出处", *columns), cells) + _more(places)


def _public_columns(ledger: Ledger, added: str | None) -> Iterator[str]:
    """What tells a row apart without telling about people."""
    kind = ledger.kind
    for name in ("编号", "日期", kind.category, added, "记录号"):
        column = kind.column(name) if name else None
        if column is None or column.is_restricted:
            continue
        if name != added or column.kind is CellKind.COUNT:
            yield name


def _cell(ledger: Ledger, name: str, row: int) -> str:
    value = ledger.cells[name][row]
    return optional_text(value) if name == "记录号" else cell_text(value)


def _entries(name: str, records: Sequence[Record] | None, shown: Figure) -> str:
    if records is None:
        return note(f"“{name}”还没有录入：{MISSING}")
    chosen = [one for one in records if one.where in set(shown.counted.rows)]
    rows = [
        (escape(str(one.where)), escape(_number(one)), _title(one)) for one in chosen[:LIMIT]
    ]
    caption = f"“{name}”中计入的{len(chosen)}项"
    empty = f"“{name}”里没有符合条件的项。"
    return table(caption, ("出处", "序号", "内容"), rows, empty, kinds=wide("内容")) + _more(chosen)


def _number(record: Record) -> str:
    return str(getattr(record, "number", None) or getattr(record, "id", ""))


def _title(record: Record) -> str:
    for name in TITLES:
        if name in type(record).model_fields:
            return cell_text(getattr(record, name))
    return mark_missing(MISSING)


def _more(places: Sequence[Where | Record]) -> str:
    if len(places) <= LIMIT:
        return ""
    return note(f"只列出前{LIMIT}行，另有{len(places) - LIMIT}行，见台账。")
