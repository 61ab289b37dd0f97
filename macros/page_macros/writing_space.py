"""`留白`: room to write by hand on a printed form."""

from macros.handbook import Handbook
from macros.page_macros.macro import MacroRefused

MOST = 30
"""Lines; more do not fit on a page beside anything else."""


def show_space(handbook: Handbook, lines: int) -> str:
    """在打印的表单里留出几行的空格，供手写；写在表格的格子里。

    Args:
        lines: 几行，1 到 30。

    Example:
        {{ 留白(8) }}
    """
    if not 1 <= lines <= MOST:
        raise MacroRefused(f"“留白”写的是 {lines} 行", f"写 1 到 {MOST}，如 8。")
    return "<br>" * lines
