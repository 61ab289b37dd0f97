"""Spans: figures of the data get the number of their note, everything else its words."""

from lxml import html


def _span(walker, element: html.HtmlElement) -> str:
    content = walker.anchor(element) + walker.inline(element)
    reference = element.get("data-figure")
    number = walker.figure_notes.number(reference) if reference else None
    return f"{content}#note-of({number})" if number else content


INLINE = {"span": _span}
