"""The sections of a page: what stands below each heading, and each article of a regulation."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree, html

from macros.rendering.document import BLOCKS

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
UNREAD = BLOCKS | {"ul", "ol", "table", "pre", "svg", "button", "script", "style", etree.Comment,
                   etree.ProcessingInstruction}  # fmt: skip
TOOLS = ("headerlink", "cited-by")


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
    return _words(element).strip()


def _words(element: html.HtmlElement) -> str:
    text = element.text or ""
    for child in element:
        if child.tag not in UNREAD and child.get("class") not in TOOLS:
            text += _words(child)
        text += child.tail or ""
    return text
