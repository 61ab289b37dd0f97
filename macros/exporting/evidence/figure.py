"""Evidence for one figure: what it is, the rows behind it, and the sentences that use it."""

from collections.abc import Iterator

from macros.exporting.contents import SOURCE, WIDE, Scope, place
from macros.exporting.evidence.records import COMPLETE, check, records_table
from macros.exporting.table import Field, Table
from macros.figures import Figure, State, number_text, plain_text
from macros.figures.counting import LISTS
from macros.formatting import MISSING, chinese_date, text_or_missing
from macros.models.record import Record
from macros.page_macros import MACROS_BY_NAME
from macros.rendering.usage import Use, find_uses

Facts = list[tuple[str, str]]
TITLES = ("title", "task", "problem", "matter")
PROOFS = ("evidence", "closing_evidence")
USES = (Field("页面", width=30), Field("句子", width=70))
ENTRIES = (
    Field("编号", width=10),
    Field("内容", width=50, is_expected=True),
    Field("状态", is_expected=True),
    Field("佐证", width=WIDE, is_expected=True),
    SOURCE,
)
SHARE = (Field("项目", width=24), Field("行数", is_count=True), Field("编号", width=60))


def figure_facts(shown: Figure) -> Facts:
    """Return what is known about a figure itself."""
    typed, counting = shown.typed, shown.definition.counting
    facts = [
        ("数", plain_text(shown)),
        ("状态", shown.state.value),
        ("口径", shown.definition.meaning),
        ("定义", str(shown.definition.where)),
        ("填报", f"{_typed(shown)}，{place(shown)}"),
        ("来源", text_or_missing(typed and typed.source) if typed and typed.value else "—"),
        ("核实", _verified(shown)),
        ("台账", counting.ledger if counting else "没有台账，只能手工填报"),
    ]
    if shown.issued:
        facts.append(("定稿", f"{chinese_date(shown.issued.issued_on)}定稿，{_drift(shown)}"))
    if shown.state is State.MISSING:
        facts += [
            ("待填的原因", text_or_missing(typed and typed.reason)),
            ("责任科室", text_or_missing(typed and typed.owner)),
            ("补报期限", chinese_date(typed and typed.due_on)),
        ]
    if shown.counted.blanks:
        facts.append(("算不出的原因", f"有 {len(shown.counted.blanks)} 行要加的格没有填"))
    return facts


def _drift(shown: Figure) -> str:
    if not shown.has_drifted:
        return "现在的数据没有变"
    return f"现在的数据是{plain_text(shown.live)}，与定稿不同"


def _typed(shown: Figure) -> str:
    typed = shown.typed
    if typed and typed.not_applicable:
        return f"不适用：{typed.not_applicable}"
    if typed is None or typed.value is None:
        return MISSING
    return number_text(shown.definition, typed.value)


def _verified(shown: Figure) -> str:
    typed = shown.typed
    if typed is None or not typed.verified_by:
        return "未核实"
    return f"{typed.verified_by}，{chinese_date(typed.verified_on)}"


def figure_tables(scope: Scope, shown: Figure) -> Iterator[Table]:
    """Yield the rows behind a figure, how complete they are, and where it is used."""
    counting = shown.definition.counting
    if counting and counting.ledger in LISTS:
        yield _entries(scope, shown, counting.ledger)
    elif counting and counting.ledger in scope.data.ledgers:
        ledger = scope.data.ledgers[counting.ledger]
        number_of = {line: row for row, line in enumerate(ledger.lines)}
        rows = [number_of[where.line] for where in shown.counted.rows]
        yield records_table(scope, ledger, rows, {row: [shown.key.name] for row in rows})
        yield _share([(str(ledger.cells["编号"][row]), check(ledger, row)) for row in rows])
    uses = [use for use in find_uses(scope.handbook) if use.key == shown.key]
    yield Table("用在哪里", USES, tuple((str(use.where), _sentence(use)) for use in uses))


def _sentence(use: Use) -> str:
    return f"（{use.macro}）" if MACROS_BY_NAME[use.macro].is_block else use.sentence


def _share(checked: list[tuple[str, str]]) -> Table:
    """Return how many rows are complete, and for each thing lacking which rows lack it."""
    kinds = dict.fromkeys(what for _, what in checked if what != COMPLETE)
    rows = [("全部", len(checked), None)]
    for what in (COMPLETE, *kinds):
        numbers = [number for number, found in checked if found == what]
        rows.append((what, len(numbers), "、".join(numbers) if what != COMPLETE else None))
    return Table("完整情况", SHARE, tuple(rows))


def _entries(scope: Scope, shown: Figure, name: str) -> Table:
    counted = set(shown.counted.rows)
    records = [one for one in LISTS[name](scope.data) or () if one.where in counted]
    return Table(name, ENTRIES, tuple(map(_entry, records)))


def _entry(record: Record) -> tuple[str | None, ...]:
    own = getattr(record, "id", None) or getattr(record, "number", None)
    status = getattr(record, "status", None)
    return str(own), _first(record, TITLES), status, _first(record, PROOFS), str(record.where)


def _first(record: Record, names: tuple[str, ...]) -> str | None:
    return next((getattr(record, name) for name in names if hasattr(record, name)), None)
