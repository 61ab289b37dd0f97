"""One macro call, and what it shows."""

import difflib
from collections.abc import Callable, Mapping
from functools import lru_cache

from macros.handbook import Handbook
from macros.page_macros import MACROS_BY_NAME, MacroRefused, PageMacro
from macros.problems import Problem
from macros.sources.calls import Call


def show_call(
    handbook: Handbook, call: Call, macros: Mapping[str, PageMacro] = MACROS_BY_NAME
) -> tuple[str, list[Problem]]:
    """Return what one call shows, or why it is refused."""
    macro = macros.get(call.name)
    if macro is None:
        close = difflib.get_close_matches(call.name, macros, n=1, cutoff=0.3)
        guess = f"是不是想写“{close[0]}”？" if close else ""
        hint = f"{guess}能用的宏：{'、'.join(macros)}。"
        return "", [Problem(call.where, "unknown-macro", f"没有叫“{call.name}”的宏", hint)]
    try:
        return _shown(handbook, macro, call), []
    except MacroRefused as error:
        return "", [Problem(call.where, "macro-arguments", error.fact, error.hint)]


def _shown(handbook: Handbook, macro: PageMacro, call: Call) -> str:
    """Return what a call shows; a number stands on many pages, and is asked for again and again."""
    if macro.is_block:
        return macro.call(handbook, *call.arguments, **call.keywords)
    known, key = _known(handbook), (macro.function, repr((call.arguments, call.keywords)))
    if key not in known:
        known[key] = macro.call(handbook, *call.arguments, **call.keywords)
    return known[key]


@lru_cache(maxsize=2)
def _known(handbook: Handbook) -> dict[tuple[Callable[..., str], str], str]:
    """Return a place for what calls within sentences show."""
    return {}
