"""Small pieces of HTML that macros return: always one line, always escaped."""

from collections.abc import Iterable, Sequence
from html import escape as _escape

from macros.formatting import MISSING, text_or_missing


MARKDOWN = str.maketrans({mark: f"&#{ord(mark)};" for mark in "\\`*_{}[]|~"})
"""Marks of Markdown, which would still turn escaped data into links or bold type."""


def escape(text: str) -> str:
    """Return `text` safe in HTML and in Markdown, on one line."""
    return _escape(text).translate(MARKDOWN).replace("\n", " ").replace("\r", "")


def cell_text(value: object) -> str:
    """Return a value as cells show it; 【待填】 marked so that it cannot be overlooked."""
    return mark_missing(escape(text_or_missing(value)))


def mark_missing(text: str) -> str:
    """Return escaped text with each 【待填】 marked."""
    return text.replace(MISSING, f'<mark class="missing">{MISSING}</mark>')


def table(
    caption: str, header: Sequence[str], rows: Iterable[Sequence[str]], empty: str = ""
) -> str:
    """Return a data table.

    Args:
        caption: title, for readers and screen readers.
        header: column heads, plain text.
        rows: cells as HTML; use `cell_text` or `escape` for plain values.
        empty: what to say instead when there are no rows.
    """
    body = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows
    )
    if not body:
        return note(empty or f"{caption}：还没有内容。")
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in header)
    return (
        f'<div class="table-wrap" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="data"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def note(text: str) -> str:
    """Return a paragraph that stands where a table would."""
    return f'<p class="empty">{mark_missing(escape(text))}</p>'
