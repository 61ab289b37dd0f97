"""The walk over the HTML of a page: every construct has its function, nothing is dropped."""

from collections.abc import Callable, Iterator, Mapping

from lxml import html

from macros.books.constructs import blocks, drawings, figures, lists, notes, tables, text
from macros.books.figure_notes import FigureNotes
from macros.books.links import Links
from macros.books.omitted import is_omitted
from macros.books.source import label, words
from macros.problems import Problem, Where
from macros.rendering.site import RenderedPage

CODE = "unknown-element"

Construct = Callable[["Walker", html.HtmlElement], str]

INLINE: Mapping[str, Construct] = {**text.INLINE, **figures.INLINE}
BLOCKS: Mapping[str, Construct] = {
    **blocks.BLOCKS,
    **lists.BLOCKS,
    **tables.BLOCKS,
    **drawings.BLOCKS,
}
"""What each tag becomes; a tag in neither table stops the print."""


class Walker:
    """Turns the article of one page into Typst source."""

    def __init__(
        self, page: RenderedPage, links: Links, figure_notes: FigureNotes, drawing_font: str
    ) -> None:
        self.page = page
        self.path = page.page.path
        self.links = links
        self.figure_notes = figure_notes
        self.drawing_font = drawing_font
        self.level = 0
        """Of the last heading met."""
        self.images: list[str] = []
        self.problems: list[Problem] = []
        self.footnotes, self.note_ids = notes.footnotes(page.article)
        self._anchored: set[str] = set()
        self._taken: set[html.HtmlElement] = set()

    def walk(self) -> str:
        """Return the page as Typst; unknown elements are in `problems` afterwards."""
        return self.flow(self.page.article)

    def flow(self, element: html.HtmlElement) -> str:
        """Return what an element holds as blocks; loose text becomes paragraphs."""
        done: list[str] = []
        loose: list[str] = [words(element.text)]
        for child in self.children(element):
            if child.tag in BLOCKS:
                done += [_paragraph(loose), self._block(child)]
                loose = []
            else:
                loose.append(self._inline(child))
            loose.append(words(child.tail))
        return "".join([*done, _paragraph(loose)])

    def inline(self, element: html.HtmlElement) -> str:
        """Return what an element holds as part of a line."""
        parts = [words(element.text)]
        for child in self.children(element):
            parts.append(self._block(child) if child.tag in BLOCKS else self._inline(child))
            parts.append(words(child.tail))
        return "".join(parts)

    def children(self, element: html.HtmlElement) -> Iterator[html.HtmlElement]:
        """Yield the elements below; of those left out only the text after them remains."""
        for child in element:
            if is_omitted(child) or child in self._taken:
                yield _only_tail(child)
            elif child.get("class") != "footnote":
                yield child

    def take(self, element: html.HtmlElement | None) -> str:
        """Return a title as part of a line; the walk will not come upon it again."""
        if element is None:
            return ""
        self._taken.add(element)
        return self.inline(element).strip()

    def anchor(self, element: html.HtmlElement) -> str:
        """Return the mark that links to an element lead to; nothing if it has no id."""
        identifier = self.new_id(element)
        return f"#anchor({label(self.path, identifier)})" if identifier else ""

    def new_id(self, element: html.HtmlElement) -> str:
        """Return the id of an element the first time it is met, else nothing."""
        identifier = element.get("id") or ""
        if identifier in self._anchored or identifier in self.note_ids:
            return ""
        self._anchored.add(identifier)
        return identifier

    def report(self, code: str, fact: str, hint: str, needle: str = "") -> None:
        """Keep a problem, placed on the line of the page that holds `needle`."""
        where = self.page.line_of(needle) if needle else Where(self.page.page.name)
        self.problems.append(Problem(where, code, fact, hint))

    def _block(self, element: html.HtmlElement) -> str:
        return BLOCKS[element.tag](self, element)

    def _inline(self, element: html.HtmlElement) -> str:
        construct = INLINE.get(element.tag)
        if construct is not None:
            return construct(self, element)
        if isinstance(element.tag, str):
            hint = "改用编辑指南里写明的写法；确实要印的，请技术员加到 macros/books/constructs/。"
            fact = f"印本不会排标签 <{element.tag}>"
            self.report(CODE, fact, hint, f"<{element.tag}")
        return ""


def _paragraph(parts: list[str]) -> str:
    content = "".join(parts).strip()
    return f"{content}\n\n" if content else ""


def _only_tail(element: html.HtmlElement) -> html.HtmlElement:
    empty = html.Element("span")
    empty.tail = element.tail
    return empty
