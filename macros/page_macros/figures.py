"""`数` and `截至`: figures within a sentence."""

from macros.figures import Figure, FigureKey, State, figure, plain_text
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
    kind, key = kinds.get(shown.state, ""), escape(str(shown.key))
    return f'<span class="figure{kind}" data-figure="{key}">{text}</span>'


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
