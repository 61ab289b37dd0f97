"""What only makes sense on a screen, and is left out of print on purpose."""

from lxml import html

CLASSES = frozenset(["headerlink", "copy-citation", "cited-by", "footnote-backref", "web-only"])
"""Permalinks, buttons, the list of citing pages (the site keeps it up to date)."""


def is_omitted(element: html.HtmlElement) -> bool:
    """Return whether an element is left out; comments are too."""
    if not isinstance(element.tag, str):
        return True
    return not CLASSES.isdisjoint((element.get("class") or "").split())
