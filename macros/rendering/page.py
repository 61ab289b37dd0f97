"""A page with its macro calls replaced by what they show."""

from collections.abc import Iterator, Mapping

from macros.handbook import Handbook
from macros.page import Page
from macros.page_macros import MACROS_BY_NAME, PageMacro
from macros.problems import Problem
from macros.regulations.links import Citations
from macros.rendering.call import show_call
from macros.rendering.citation_links import Replacement, citation_links
from macros.rendering.figure_uses import used_in


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
        shown += _added(page, citations)
    return _replaced(page, shown), problems


def _added(page: Page, citations: Citations) -> Iterator[Replacement]:
    """Yield what only the other pages can tell: where citations lead, who uses a figure."""
    yield from citation_links(citations, page)
    if page.figure:
        yield len(page.file.text), len(page.file.text), used_in(citations.handbook, page)


def _replaced(page: Page, shown: list[Replacement]) -> str:
    position, parts = page.file.body_start, []
    for start, end, text in sorted(shown):
        parts += [page.file.text[position:start], text]
        position = end
    return "".join([*parts, page.file.text[position:]])
