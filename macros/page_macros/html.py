"""Small pieces of HTML that macros return: always one line, always escaped."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape as _escape
from types import MappingProxyType

from macros.formatting import MISSING, text_or_missing

NOTHING = "—"
"""What a cell shows where nothing is asked for; a value still to come shows 【待填】."""


MARKDOWN = str.maketrans({mark: f"&#{ord(mark)};" for mark in "\\`*_{}[]|~"})
"""Marks of Markdown, which would still turn escaped data into links or bold type."""

COLUMN_HEAD = 'th scope="col"'
PLAIN: Mapping[str, str] = MappingProxyType({})


def escape(text: str) -> str:
    """Return `text` safe in HTML and in Markdown, on one line."""
    return _escape(text).translate(MARKDOWN).replace("\n", " ").replace("\r", "")


def cell_text(value: object) -> str:
    """Return a value as cells show it; 【待填】 marked so that it cannot be overlooked."""
    return mark_missing(escape(text_or_missing(value)))


def optional_text(value: object) -> str:
    """Return a value that need not be given as cells show it: — for nothing."""
    return cell_text(value) if value or value == 0 else NOTHING


def mark_missing(text: str) -> str:
    """Return escaped text with each 【待填】 marked."""
    return text.replace(MISSING, f'<mark class="missing">{MISSING}</mark>')


def table(
    caption: str,
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    empty: str = "",
    kinds: Mapping[str, str] = PLAIN,
) -> str:
    """Return a data table.

    Args:
        caption: title, for readers and screen readers.
        header: column heads, plain text.
        rows: cells as HTML; use `cell_text` or `escape` for plain values.
        empty: what to say instead when there are no rows.
        kinds: what columns hold that is not short text; see `wide` and `numeric`.
    """
    opening = [_opening("td", kinds.get(name)) for name in header]
    body = "".join(f"<tr>{_cells(opening, row)}</tr>" for row in rows)
    if not body:
        return note(empty or f"{caption}：还没有内容。")
    head = "".join(
        f"{_opening(COLUMN_HEAD, kinds.get(name))}{escape(name)}</th>" for name in header
    )
    return (
        f'<div class="table-wrap" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="data"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def wide(*heads: str) -> dict[str, str]:
    """Return the kinds of columns with long sentences, which are given more room."""
    return dict.fromkeys(heads, "text")


def numeric(*heads: str) -> dict[str, str]:
    """Return the kinds of columns with numbers, which are set flush right."""
    return dict.fromkeys(heads, "number")


def _opening(tag: str, kind: str | None) -> str:
    return f'<{tag} class="{kind}">' if kind else f"<{tag}>"


def _cells(opening: Sequence[str], row: Sequence[str]) -> str:
    return "".join(f"{start}{cell}</td>" for start, cell in zip(opening, row, strict=True))


def note(text: str) -> str:
    """Return a paragraph that stands where a table would."""
    return f'<p class="empty">{mark_missing(escape(text))}</p>'


def paragraph(content: str) -> str:
    """Return a paragraph of HTML."""
    return f"<p>{content}</p>"


def badge(word: str, kind: str = "") -> str:
    """Return a short word in a frame: a state, with the color of its kind."""
    return f'<span class="state{" " + kind if kind else ""}">{escape(word)}</span>'


def link(target: str, text: str) -> str:
    """Return a link; `target` is relative to the page that shows it."""
    return f'<a href="{escape(target)}">{escape(text)}</a>'
