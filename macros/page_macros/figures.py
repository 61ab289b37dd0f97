"""`数` and `截至`: figures within a sentence."""

from macros.figures import Figure, FigureKey, State, figure, issue_notes, plain_text
from macros.formatting import chinese_date
from macros.handbook import Handbook
from macros.page_macros.html import escape, mark_missing
from macros.page_macros.macro import MacroRefused


def show_figure(handbook: Handbook, name: str, year: int) -> str:
    """写出一个数，连同“余”和单位；没有数时显示【待填】。

    Args:
        name: 数的名称，见“数据字典”。
        year: 年份，总要写明。

    Example:
        {{ 数("局党组会", 2023) }}
    """
    return figure_html(figure(handbook, name, year))


def figures_shown(handbook: Handbook, name: str, year: int) -> tuple[FigureKey]:
    """Return the one figure that `数` shows."""
    return (FigureKey(name, year),)


def figure_html(shown: Figure) -> str:
    """Return a figure as pages carry it: one span that every later step finds again."""
    kinds = {State.MISSING: " missing", State.CONFLICT: " conflict"}
    text = mark_missing(escape(plain_text(shown)))
    return (
        f'<span class="figure{kinds.get(shown.state, "")}"'
        f' data-figure="{escape(str(shown.key))}" title="{escape(_summary(shown))}">{text}</span>'
    )


def _summary(shown: Figure) -> str:
    as_of = chinese_date(shown.as_of) if shown.as_of else "未定"
    parts = [f"状态：{shown.state.value}", f"截至：{as_of}", *issue_notes(shown)]
    if shown.counted.value is not None:
        parts.append(f"来自台账 {len(shown.counted.rows)} 行")
    elif shown.typed and shown.typed.source:
        parts.append(f"来源：{shown.typed.source}")
    if shown.state is State.MISSING and shown.typed and shown.typed.reason:
        parts.append(f"原因：{shown.typed.reason}")
    parts.append(f"口径：{shown.definition.meaning}")
    return "；".join(parts)


def show_as_of(handbook: Handbook, year: int) -> str:
    """写出这一年的数据统计到哪一天；没有定时显示【待填】。

    Args:
        year: 年份。

    Example:
        {{ 截至(2023) }}
    """
    data = handbook.years.get(year)
    if data is None:
        raise MacroRefused(f"没有 {year} 年的数据", f"先用 handbook new-year {year} 建立。")
    return mark_missing(escape(chinese_date(data.state.as_of)))
