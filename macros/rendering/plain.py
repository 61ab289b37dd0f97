"""A page as the plain text of a report: one paragraph per line, just as it was imported.

In a page that an import has written, a line of the report is a paragraph or heading, and between
two lines stands one blank line more than in the report. So blank lines, indents and the last line
break come back as they were.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import unescape

import markdown
from lxml import html

from macros.figures import State, UnknownFigure, figure
from macros.figures import plain_text as figure_text
from macros.handbook import Handbook
from macros.page import Page
from macros.page_macros.html import escape
from macros.rendering.call import show_call
from macros.rendering.document import EXTENSIONS, blocks, slug
from macros.sources.calls import Call

BETWEEN_LINES = "\n\n"
IMPORTED_TITLE = re.compile(r"# [0-9]{4}年报告（导入）")
LINE_TAGS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6"])
HEADING_MARK = re.compile("#{1,6} ")
SPACE = r"(?:\s|&#(?:9|32|160);)*"
"""Spaces at either end of a line, which Markdown drops; written as entities where it would not."""

ADDITIONS = frozenset(["macros.rendering.articles"])
"""Extensions that add words to a page which nobody wrote."""


def imported_title(year: int) -> str:
    """Return the title of a report that has none itself; it is no part of the report's text."""
    return f"{year}年报告（导入）"


def plain_text(handbook: Handbook, page: Page, gap: str = "") -> str:
    """Return a page as plain text, with its figures.

    Args:
        gap: what stands for the number of a figure that nobody has supplied.
    """
    return page_text(page, [_shown(handbook, call, gap) for call in page.calls])


def _shown(handbook: Handbook, call: Call, gap: str) -> str:
    try:
        if call.name == "数":
            found = figure(handbook, *call.arguments, **call.keywords)
            if found.state is State.MISSING:
                return escape(f"{gap}{found.approximation}{found.definition.unit}")
            return escape(figure_text(found))
    except (UnknownFigure, TypeError):
        return ""
    return show_call(handbook, call)[0]


def page_text(page: Page, shown: Sequence[str]) -> str:
    """Return a page as plain text.

    Args:
        shown: what each of its calls shows, as Markdown.
    """
    body = _own_body(_filled(page, shown))
    end = "\n" if body.endswith("\n") else ""
    parts = body.removesuffix("\n").split(BETWEEN_LINES)
    article = _article(f"\n{body}")
    are_lines = all(element.tag in LINE_TAGS for element in article)
    if not are_lines or len(article) != sum(1 for part in parts if part.strip()):
        return "\n".join(text for _, text in blocks(article)) + end
    found = ("".join(_texts(element)) for element in article)
    return "\n".join(_with_spaces(part, found) for part in parts) + end


def top_blocks(text: str) -> list[tuple[str, str]]:
    """Return tag and text of each paragraph, heading or other block that Markdown makes."""
    return [(element.tag, "".join(_texts(element))) for element in _article(text)]


def _filled(page: Page, shown: Sequence[str]) -> str:
    text, position, pieces = page.file.text, page.file.body_start, []
    for call, words in zip(page.calls, shown, strict=True):
        pieces += [text[position : call.start], words]
        position = call.end
    return "".join([*pieces, text[position:]])


def _own_body(body: str) -> str:
    """Return the body without the blank line and the title that are not the report's own."""
    body = body.removeprefix("\n")
    title, separator, rest = body.partition(BETWEEN_LINES)
    return rest if separator and IMPORTED_TITLE.fullmatch(title) else body


def _with_spaces(part: str, texts: Iterator[str]) -> str:
    if not part.strip():
        return part
    line = HEADING_MARK.sub("", part, count=1) if HEADING_MARK.match(part) else part
    start = re.match(SPACE, line).group()
    end = re.search(rf"{SPACE}$", line[len(start) :]).group()
    return f"{unescape(start)}{next(texts).strip()}{unescape(end)}"


def _article(body: str) -> html.HtmlElement:
    converter = _converter()
    converter.reset()
    text = converter.convert(body)
    return html.document_fromstring(f"<html><body>{text}</body></html>").find("body")


@lru_cache(maxsize=1)
def _converter() -> markdown.Markdown:
    used = {name: dict(EXTENSIONS[name]) for name in EXTENSIONS if name not in ADDITIONS}
    used["toc"]["slugify"] = slug
    return markdown.Markdown(extensions=list(used), extension_configs=used)


def _texts(element: html.HtmlElement) -> Iterator[str]:
    """Yield the text of an element without the link to itself that headings carry."""
    yield element.text or ""
    for child in element:
        if child.get("class") != "headerlink" and isinstance(child.tag, str):
            yield from _texts(child)
        yield child.tail or ""
