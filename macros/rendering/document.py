"""Markdown to HTML with the very extensions of the site, and the text a reader sees."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

import markdown
from lxml import etree, html

from macros.handbook import Handbook, Page
from macros.rendering.page import render_text

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


def slug(text: str, separator: str) -> str:
    """Return the id of a heading: its own words, so that it survives new headings before it."""
    text = unicodedata.normalize("NFC", text).strip().lower()
    text = re.sub(r"[^\w\s-]", "", text)
    return re.sub(r"[\s-]+", separator, text)


def to_html(text: str) -> str:
    """Return Markdown as HTML; heading ids come from `slug`."""
    configs = {name: dict(options) for name, options in EXTENSIONS.items()}
    configs["toc"]["slugify"] = slug
    converter = markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=configs)
    return converter.convert(text)


def page_html(handbook: Handbook, page: Page) -> html.HtmlElement:
    """Return a page as an element tree below one ``<article>``."""
    return to_article(render_text(handbook, page)[0])


def to_article(text: str) -> html.HtmlElement:
    """Return Markdown as an element tree below one ``<article>``, whatever tags it holds."""
    article = html.document_fromstring(f"<html><body>{to_html(text)}</body></html>").find("body")
    article.getparent().remove(article)
    article.tag = "article"
    return article


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
