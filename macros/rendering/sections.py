"""The sections of a page: what stands below each heading, and each article of a regulation."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree, html

from macros.rendering.document import BLOCKS

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
UNREAD = frozenset(["svg", "button", "script", "style"])


class Section(NamedTuple):
    """An article of a regulation, or what stands below one heading."""

    anchor: str
    """Empty for the top of the page."""

    heading: str
    path: str
    """The headings above it, the title of the page left out."""

    text: str


def sections(article: html.HtmlElement) -> Iterator[Section]:
    """Yield the sections of a page; the first is what stands below its title."""
    above: dict[int, str] = {}
    anchor, heading, path, text = "", "", "", []
    for element in article.iter(*BLOCKS):
        own = _own_text(element)
        is_heading = element.tag in HEADINGS[1:] and element.get("id")
        if is_heading or element.get("class") == "article":
            yield Section(anchor, heading, path, " ".join(text))
            depth = int(element.tag[1]) if is_heading else len(HEADINGS) + 1
            above = {level: title for level, title in above.items() if level < depth}
            anchor, path, text = element.get("id"), " › ".join(above.values()), []
            heading, rest = (own, "") if is_heading else _label(element, own)
            above[depth] = heading
            own = rest
        elif element.tag == "h1":
            heading, own = own, ""
        if own:
            text.append(own)
    yield Section(anchor, heading, path, " ".join(text))


def _label(element: html.HtmlElement, text: str) -> tuple[str, str]:
    """Return 第X条 and the rest of an article's first paragraph."""
    label = element.findtext("strong") or element.get("id")
    return label, text.removeprefix(label).strip()


def _own_text(element: html.HtmlElement) -> str:
    """Return the words of a block, blocks within it left out."""
    return "".join(_words(element)).strip()


def _words(element: html.HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element.iterchildren():
        if isinstance(child.tag, str) and _is_read(child):
            yield from _words(child)
        yield child.tail or ""


def _is_read(element: etree._Element) -> bool:
    is_block = element.tag in BLOCKS or element.tag in ("ul", "ol", "table", "pre")
    is_tool = element.tag in UNREAD or element.get("class") in ("headerlink", "cited-by")
    return not is_block and not is_tool
