"""A page with its macro calls replaced by what they show."""

from collections.abc import Iterator, Mapping, Sequence

from macros.handbook import Handbook
from macros.page import Page
from macros.page_macros import MACROS_BY_NAME, PageMacro
from macros.problems import Problem
from macros.regulations.links import Citations
from macros.rendering.call import show_call
from macros.rendering.citation_links import Replacement, citation_links
from macros.rendering.figure_uses import used_in


def render_text(handbook: Handbook, page: Page) -> str:
    """Return the body of a page as Markdown without macro calls."""
    return replaced(page, shown_calls(handbook, page)[0])


def shown_calls(
    handbook: Handbook, page: Page, macros: Mapping[str, PageMacro] = MACROS_BY_NAME
) -> tuple[list[str], list[Problem]]:
    """Return what each call of a page shows, and why some are refused; those show nothing."""
    made = [show_call(handbook, call, macros) for call in page.calls]
    return [text for text, _ in made], [problem for _, refused in made for problem in refused]


def replaced(page: Page, shown: Sequence[str], citations: Citations | None = None) -> str:
    """Return the body of a page as Markdown with what its calls show in their place.

    Citations become links if they are given. Lines stay as in the body: nothing that is put in
    holds a line break.
    """
    parts = [(call.start, call.end, text) for call, text in zip(page.calls, shown, strict=True)]
    if citations:
        parts += _added(page, citations)
    return _joined(page, parts)


def _added(page: Page, citations: Citations) -> Iterator[Replacement]:
    """Yield what only the other pages can tell: where citations lead, who uses a figure."""
    yield from citation_links(citations, page)
    if page.figure:
        yield len(page.file.text), len(page.file.text), used_in(citations.handbook, page)


def _joined(page: Page, shown: list[Replacement]) -> str:
    position, parts = page.file.body_start, []
    for start, end, text in sorted(shown):
        parts += [page.file.text[position:start], text]
        position = end
    return "".join([*parts, page.file.text[position:]])
