"""Evidence for a whole year: every figure, every ledger row with what it lacks, every gap."""

from collections.abc import Iterator

from macros.exporting.contents import Scope, gaps_table, place
from macros.exporting.evidence.records import COMPLETE, check, records_table
from macros.exporting.table import Field, Table
from macros.figures import Figure, figures_of_year, plain_text
from macros.models.ledger import Ledger, LedgerKind
from macros.models.ledger_kinds import LEDGER_KINDS

FIGURES = (
    Field("指标", width=24),
    Field("数", width=24),
    Field("状态"),
    Field("台账", width=12),
    Field("齐全／计入（行）"),
    Field("核实", width=20),
    Field("出处", width=34),
)
LEDGERS = (
    Field("台账", width=14),
    Field("行数", is_count=True, is_expected=True),
    Field("齐全行数", is_count=True, is_expected=True),
    Field("不齐全的编号", width=60),
    Field("文件", width=40),
)


def year_tables(scope: Scope) -> Iterator[Table]:
    """Yield figures, ledgers, the rows of each ledger, and what is still to come."""
    figures = list(figures_of_year(scope.handbook, scope.year))
    yield Table("指标", FIGURES, tuple(_figure(scope, one) for one in figures))
    yield Table("台账", LEDGERS, tuple(_ledger(scope, kind) for kind in LEDGER_KINDS))
    for ledger in scope.data.ledgers.values():
        yield records_table(scope, ledger, range(len(ledger)), _counted(ledger, figures))
    yield gaps_table(scope)


def _figure(scope: Scope, shown: Figure) -> tuple[object, ...]:
    counting = shown.definition.counting
    ledger = scope.data.ledgers.get(counting.ledger) if counting else None
    lines = {where.line for where in shown.counted.rows} if ledger else ()
    rows = [row for row, line in enumerate(ledger.lines) if line in lines] if ledger else []
    complete = sum(check(ledger, row) == COMPLETE for row in rows)
    share = f"{complete}／{len(rows)}" if ledger else None
    typed = shown.typed
    return (
        shown.key.name,
        plain_text(shown),
        shown.state.value,
        counting and counting.ledger,
        share,
        (typed and typed.verified_by) or "未核实",
        place(shown),
    )


def _ledger(scope: Scope, kind: LedgerKind) -> tuple[object, ...]:
    ledger = scope.data.ledgers.get(kind.name)
    if ledger is None:
        return kind.name, None, None, "还没有这本台账", f"data/{scope.year}/ledgers/{kind.file}"
    lacking = [row for row in range(len(ledger)) if check(ledger, row) != COMPLETE]
    numbers = "、".join(str(ledger.cells["编号"][row]) for row in lacking)
    return kind.name, len(ledger), len(ledger) - len(lacking), numbers or "—", ledger.file


def _counted(ledger: Ledger, figures: list[Figure]) -> dict[int, list[str]]:
    """Return the figures that count each row of a ledger."""
    row_of = {line: row for row, line in enumerate(ledger.lines)}
    found: dict[int, list[str]] = {}
    for shown in figures:
        for where in shown.counted.rows:
            if where.file == ledger.file:
                found.setdefault(row_of[where.line], []).append(shown.key.name)
    return found
