"""What a reader is told about a figure, beside the number itself."""

from collections.abc import Iterator

from macros.figures.figure import Figure, State
from macros.figures.writing import issue_notes, number_text
from macros.formatting import chinese_date, text_or_missing

Fact = tuple[str, str]
"""What it is about, and the fact, as plain text."""

UNDECIDED = "由本局核定以哪个为准，改正另一处"


def facts(shown: Figure) -> Iterator[Fact]:
    """Yield what is known of a figure: up to when, from where, who checked it; who owes a gap."""
    yield "截至", chinese_date(shown.as_of)
    yield from (("定稿", note) for note in issue_notes(shown))
    typed = shown.typed
    if shown.state is State.MISSING:
        yield "原因", text_or_missing(typed and typed.reason)
        yield "责任科室", text_or_missing(typed and typed.owner)
        yield "补报期限", text_or_missing(typed and typed.due_on)
    elif shown.state is State.CONFLICT:
        yield from _claims(shown)
    elif shown.state is State.NOT_APPLICABLE:
        yield "不适用的理由", text_or_missing(typed and typed.not_applicable)
    yield from _sources(shown)
    if typed and typed.verified_by:
        yield "核实", f"{typed.verified_by}，{chinese_date(typed.verified_on)}"
    elif shown.value is not None:
        yield "核实", "未核实"


def _claims(shown: Figure) -> Iterator[Fact]:
    """Every side of a conflict; none wins before a person decides."""
    if shown.typed and shown.typed.not_applicable:
        yield "填报", f"不适用：{shown.typed.not_applicable}"
    for source, value in shown.claims:
        claim = f"{number_text(shown.definition, value)}{shown.definition.unit}"
        yield f"冲突的一方：{source}", claim
    yield "怎么办", UNDECIDED


def _sources(shown: Figure) -> Iterator[Fact]:
    typed, counted = shown.typed, shown.counted
    if typed and typed.value is not None:
        if shown.state is not State.CONFLICT:
            yield "填报", number_text(shown.definition, typed.value)
        yield "来源", text_or_missing(typed.source)
    if counted.value is not None:
        ledger = shown.definition.counting.ledger
        yield "记录", f"台账“{ledger}”计入{len(counted.rows)}行"
