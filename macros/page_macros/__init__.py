"""The functions pages may call: they look up and format, they never compute."""

from collections.abc import Mapping

from macros.page_macros.figures import figures_shown, show_as_of, show_figure
from macros.page_macros.macro import MacroRefused, PageMacro

PAGE_MACROS: tuple[PageMacro, ...] = (
    PageMacro("数", show_figure, is_block=False, figures=figures_shown),
    PageMacro("截至", show_as_of, is_block=False),
)
"""Everything a page can call; a new macro is one entry here."""

MACROS_BY_NAME: Mapping[str, PageMacro] = {macro.name: macro for macro in PAGE_MACROS}

__all__ = ["MACROS_BY_NAME", "PAGE_MACROS", "MacroRefused", "PageMacro"]
