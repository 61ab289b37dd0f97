"""`指标表` and `数据字典`: the figures of a year, and what each figure means."""

from collections.abc import Iterator

from macros.figures import Figure, FigureKey, State, figures_of_year, issue_notes
from macros.formatting import chinese_date
from macros.handbook import Handbook
from macros.models.figure import Counting
from macros.models.ledger_kinds import ledger_kind
from macros.page_macros.figures import figure_html
from macros.page_macros.html import NOTHING, badge, cell_text, escape, optional_text, table, wide
from macros.page_macros.lookup import known_year, require

BADGES = {
    State.MISSING: "missing",
    State.GIVEN: "given",
    State.DERIVED: "derived",
    State.VERIFIED: "verified",
    State.NOT_APPLICABLE: "not-applicable",
    State.CONFLICT: "conflict",
}


def show_figure_table(handbook: Handbook, year: int, 分组: str | None = None) -> str:
    """列出一年的指标：数、状态、口径、来源和核实情况。

    Args:
        year: 年份。
        分组: 只列这一组；不写就列全部。

    Example:
        {{ 指标表(2023, 分组="警示教育") }}
    """
    known_year(handbook, year)
    if 分组 is not None:
        require(分组, [one.group for one in handbook.definitions.values()], "指标分组")
    rows = [_figure_row(shown) for shown in _chosen(handbook, year, 分组)]
    caption = f"{year}年指标" + (f"：{分组}" if 分组 else "")
    header = ("指标", "数", "状态", "口径", "来源", "核实")
    return table(caption, header, rows, kinds=wide("口径", "来源"))


def figures_of_table(
    handbook: Handbook, year: int, 分组: str | None = None
) -> tuple[FigureKey, ...]:
    """Return the figures that `指标表` shows."""
    return tuple(shown.key for shown in _chosen(handbook, year, 分组))


def _chosen(handbook: Handbook, year: int, group: str | None) -> Iterator[Figure]:
    for shown in figures_of_year(handbook, year):
        if group in (None, shown.definition.group):
            yield shown


def _figure_row(shown: Figure) -> tuple[str, ...]:
    return (
        escape(shown.key.name),
        figure_html(shown),
        state_badge(shown.state),
        escape(shown.definition.meaning),
        source_html(shown),
        verification_html(shown),
    )


def state_badge(state: State) -> str:
    """Return the word for a state, framed."""
    return badge(state.value, BADGES[state])


def source_html(shown: Figure) -> str:
    """Return where the value comes from: issue, rows of a ledger, what a person named."""
    parts = list(issue_notes(shown))
    if shown.counted.value is not None:
        ledger = shown.definition.counting.ledger
        parts.append(f"台账“{ledger}”{len(shown.counted.rows)}行")
    if shown.typed and shown.typed.source:
        parts.append(shown.typed.source)
    return cell_text("；".join(parts))


def verification_html(shown: Figure) -> str:
    """Return who checked the value against the originals, and when."""
    if shown.typed and shown.typed.verified_by:
        return escape(f"{shown.typed.verified_by}，{chinese_date(shown.typed.verified_on)}")
    return NOTHING if shown.state is State.MISSING else "未核实"


def show_dictionary(handbook: Handbook) -> str:
    """列出全部指标的单位、口径、分组和计算办法，不列各年的数。

    Example:
        {{ 数据字典() }}
    """
    rows = [
        (
            escape(name),
            escape(one.unit),
            escape(one.group),
            escape(one.meaning),
            escape(counting_text(one.counting)),
            optional_text(one.note),
        )
        for name, one in handbook.definitions.items()
    ]
    header = ("指标", "单位", "分组", "口径", "怎样得来", "说明")
    return table("指标的口径", header, rows, kinds=wide("口径", "怎样得来", "说明"))


def counting_text(counting: Counting | None) -> str:
    """Return how a figure is counted, in words; restricted columns are not quoted."""
    if counting is None:
        return "手工填报"
    methods = {
        "计次": "数行数",
        "合计": f"“{counting.column}”相加",
        "去重": f"“{counting.column}”里不同的内容有几个",
    }
    conditions = [
        f"{name}是{_wanted(counting.ledger, name, wanted)}"
        for name, wanted in counting.conditions.items()
    ]
    return "，".join([f"台账“{counting.ledger}”", *conditions, methods[counting.method]])


def _wanted(ledger: str, name: str, wanted: str | tuple[str, ...]) -> str:
    kind = ledger_kind(ledger)
    column = kind.column(name) if kind else None
    if column and column.is_restricted:
        return "（内部）"
    return f"“{wanted}”" if isinstance(wanted, str) else "或".join(f"“{one}”" for one in wanted)
