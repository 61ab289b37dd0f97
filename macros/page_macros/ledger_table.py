"""`台账表`: how many rows a ledger has per group, never what a single row says."""

from collections.abc import Sequence

from macros.figures import FigureKey
from macros.figures.grouping import groupings, rows_by
from macros.formatting import MISSING
from macros.handbook import Handbook
from macros.models.ledger import Ledger, LedgerKind
from macros.page_macros.html import cell_text, escape, note, numeric, table
from macros.page_macros.lookup import figures_counted_from, known_ledger, known_year
from macros.page_macros.macro import MacroRefused


def show_ledger_table(handbook: Handbook, ledger: str, year: int, 按: str) -> str:
    """按类别、党组织、月份或季度，列出台账各有几行；只有合计，没有单独一件事。

    一格里写了几个类别的，各类都计一次；合计行里每行只计一次。

    Args:
        ledger: 台账名称，如 约谈。
        year: 年份。
        按: 有固定选项的列、党组织、月份或季度；内部列和文字列不能用。

    Example:
        {{ 台账表("约谈", 2023, 按="类别") }}
    """
    kind = known_ledger(ledger)
    data = known_year(handbook, year)
    check_grouping(kind, 按)
    book = data.ledgers.get(kind.name)
    if book is None:
        return no_ledger(kind, year)
    header = [按, "行数", *([f"{kind.sum_column}合计"] if kind.sum_column else [])]
    groups = rows_by(book, 按)
    rows = [_row(book, escape(name), rows) for name, rows in groups.items()]
    has_overlap = sum(map(len, groups.values())) > len(book)
    total = "合计（一行兼有几类的只计一次）" if has_overlap else "合计"
    rows.append(_row(book, total, range(len(book))))
    caption = f"{year}年{kind.name}台账，按{按}"
    return table(caption, header, rows, kinds=numeric(*header[1:]))


def figures_of_ledger(
    handbook: Handbook, ledger: str, year: int, 按: str
) -> tuple[FigureKey, ...]:
    """Return every figure that is counted from the ledger: the table counts the same rows."""
    return figures_counted_from(handbook, ledger, year)


def check_grouping(kind: LedgerKind, by: str) -> None:
    """Refuse a column that could single out an event or a person.

    Raises:
        MacroRefused: with the columns that can be used.
    """
    allowed = groupings(kind)
    if by in allowed:
        return
    column = kind.column(by)
    hint = f"台账“{kind.name}”可以按：{'、'.join(allowed)}。"
    if column is None:
        raise MacroRefused(f"台账“{kind.name}”不能按“{by}”分，没有这一列", hint)
    reason = "是内部列，不公开" if column.is_restricted else "不是固定选项，会露出单独的人和事"
    raise MacroRefused(f"台账“{kind.name}”的“{by}”{reason}", hint)


def no_ledger(kind: LedgerKind, year: int) -> str:
    """Return what stands where a ledger without a file would be shown."""
    return note(f"{year}年{kind.name}台账尚未建立：{MISSING}")


def _row(ledger: Ledger, name: str, rows: Sequence[int]) -> tuple[str, ...]:
    if not ledger.kind.sum_column:
        return (name, str(len(rows)))
    return (name, str(len(rows)), _sum(ledger, rows))


def _sum(ledger: Ledger, rows: Sequence[int]) -> str:
    """A sum with a blank in it is not known; what is known is told beside 【待填】."""
    cells = [ledger.cells[ledger.kind.sum_column][row] for row in rows]
    blanks = cells.count(None)
    known = sum(cell for cell in cells if cell is not None)
    if blanks:
        return cell_text(f"{MISSING}（已填的合计{known}，{blanks}行没有填）")
    return str(known)
