"""A version of a regulation as plain text: what its page says and nothing that the site adds.

This is the text an import is held against: equal to its source but for white space.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import html

ADDED = ("headerlink", "cited-by", "admonition", "copy-citation")
"""Classes of what the site or the editor adds to the text of a regulation."""

BLOCKS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "td", "th"])


def regulation_text(page: Any) -> str:
    """Return the text of a version, one paragraph or cell per line.

    Args:
        page: the rendered page (`RenderedPage`); it is rendered anew without the output of
            macros, because status and citations are not the regulation's own words.
    """
    article = replace(page, macros={}, citations=None).article
    return "\n".join(text for text in _paragraphs(article) if text)


def same_text(one: str, other: str) -> bool:
    """Return whether two texts are equal but for white space and marks of headings."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    without_marks = re.sub(r"^[\s\u3000]*#+", "", text.replace("<!-- INFO END -->", ""), flags=re.M)
    return re.sub(r"\s", "", without_marks)


def _paragraphs(element: html.HtmlElement) -> Iterator[str]:
    for child in element:
        if not isinstance(child.tag, str) or set(ADDED) & set((child.get("class") or "").split()):
            continue
        if child.tag in BLOCKS:
            yield _own_text(child).strip()
        yield from _paragraphs(child)


def _own_text(element: html.HtmlElement) -> str:
    """Return the text of a block without blocks within it and without what the site adds."""
    parts = [element.text or ""]
    for child in element:
        is_added = set(ADDED) & set((child.get("class") or "").split())
        if isinstance(child.tag, str) and child.tag not in BLOCKS and not is_added:
            parts.append(_own_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
