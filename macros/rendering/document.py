"""Markdown to HTML with the very extensions of the site, and the text a reader sees."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree, html

from macros.handbook import Handbook
from macros.page import Page
from macros.rendering.page import render_text

if TYPE_CHECKING:
    from markdown import Markdown

EXTENSIONS: Mapping[str, Mapping[str, object]] = {
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "fenced_code": {},
    "footnotes": {},
    "tables": {"use_align_attribute": True},
    "toc": {"permalink": True, "permalink_title": "本节链接"},
    "pymdownx.details": {},
    "macros.rendering.articles": {},
}
"""Extensions of Markdown that pages use, the ones MkDocs always adds included."""


SIGN = re.compile(r"[^\w\s-]")
GAP = re.compile(r"[\s-]+")


def slug(text: str, separator: str) -> str:
    """Return the id of a heading: its own words, so that it survives new headings before it."""
    text = unicodedata.normalize("NFC", text).strip().lower()
    return GAP.sub(separator, SIGN.sub("", text))


class Converted(NamedTuple):
    """What Markdown becomes."""

    html: str
    toc: list[dict]
    """The headings, each with `level`, `id`, `name` and `children`."""

    @property
    def title(self) -> str | None:
        """The text of the heading that the page begins with, as HTML."""
        first = self.toc[0] if self.toc else None
        return first["name"] if first and self.html.startswith(f'<h1 id="{first["id"]}"') else None


def convert(text: str) -> Converted:
    """Return Markdown as HTML with its headings; heading ids come from `slug`."""
    converter = _converter()
    converter.reset()
    return Converted(converter.convert(text), converter.toc_tokens)


@lru_cache(maxsize=1)
def _converter() -> "Markdown":
    """Return the one converter: making it takes as long as converting a short page."""
    from markdown import Markdown  # a build without a new page needs none

    from macros.rendering.plain_text import PlainTextExtension

    configs = {name: dict(options) for name, options in EXTENSIONS.items()}
    configs["toc"]["slugify"] = slug
    used = [*EXTENSIONS, PlainTextExtension()]
    return Markdown(extensions=used, extension_configs=configs)


def to_html(text: str) -> str:
    """Return Markdown as HTML."""
    return convert(text).html


def page_html(handbook: Handbook, page: Page) -> html.HtmlElement:
    """Return a page as an element tree below one ``<article>``."""
    return to_article(render_text(handbook, page))


def to_article(text: str) -> html.HtmlElement:
    """Return Markdown as an element tree below one ``<article>``, whatever tags it holds."""
    return html_article(to_html(text))


def html_article(text: str) -> html.HtmlElement:
    """Return HTML as an element tree below one ``<article>``."""
    article = etree.fromstring(f"<html><body>{text}</body></html>", _parser()).find("body")
    article.getparent().remove(article)
    article.tag = "article"
    return article


@lru_cache(maxsize=1)
def _parser() -> etree.HTMLParser:
    """Return a parser that makes one class of elements: lxml.html looks for one by each name."""
    parser = etree.HTMLParser()
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    return parser


BLOCKS = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "caption", "dt", "dd", "summary"]
)


def blocks(article: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
    """Yield each paragraph, heading, item and cell with its text as a reader sees it."""
    for element in article.iter(etree.Element):
        if element.tag in BLOCKS:
            text = visible_text(element)
            if text:
                yield element, text


def visible_text(element: html.HtmlElement) -> str:
    """Return the text of an element without permalinks, code and nested blocks."""
    parts = [element.text or ""]
    for child in element:
        is_own = child.tag not in BLOCKS and child.tag not in ("ul", "ol", "table", "pre", "code")
        if is_own and child.get("class") != "headerlink" and isinstance(child.tag, str):
            parts.append(visible_text(child))
        parts.append(child.tail or "")
    return "".join(parts).strip()
