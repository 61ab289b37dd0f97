"""A page with its macro calls replaced by what they show."""

import difflib
from collections.abc import Mapping

from macros.handbook import Handbook, Page
from macros.page_macros import MACROS_BY_NAME, MacroRefused, PageMacro
from macros.problems import Problem
from macros.regulations.links import Citations
from macros.rendering.citation_links import Replacement, replacements
from macros.sources.calls import Call


def render_text(
    handbook: Handbook,
    page: Page,
    macros: Mapping[str, PageMacro] = MACROS_BY_NAME,
    citations: Citations | None = None,
) -> tuple[str, list[Problem]]:
    """Return the body of a page as Markdown without macro calls, and what they refused.

    A refused call shows nothing; citations become links if they are given. Lines stay as in the
    body: nothing that is put in holds a line break.
    """
    problems, shown = [], []
    for call in page.calls:
        text, refused = show_call(handbook, call, macros)
        problems += refused
        shown.append((call.start, call.end, text))
    if citations:
        shown += replacements(citations, page)
    return _replaced(page, shown), problems


def _replaced(page: Page, shown: list[Replacement]) -> str:
    position, parts = page.file.body_start, []
    for start, end, text in sorted(shown):
        parts += [page.file.text[position:start], text]
        position = end
    return "".join([*parts, page.file.text[position:]])


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
        return macro.call(handbook, *call.arguments, **call.keywords), []
    except MacroRefused as error:
        return "", [Problem(call.where, "macro-arguments", error.fact, error.hint)]
