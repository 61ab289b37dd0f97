"""A full diff of two whole sites, by means of its own: nothing of the report's code.

It strips the tags off the HTML of every page, and counts what is left between the marks that end
sentences, cells and blocks.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from html import unescape

from macros.impact.pages import PageChange
from macros.impact.pieces import Kind

BLOCK = re.compile(
    r"</?(?:article|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol"
    r"|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b[^>]*>"
)
PARTS = re.compile(r"[。！？；｜\n]")
DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)
PERMALINK = re.compile(r'<a class="headerlink".*?</a>|<button.*?</button>', re.DOTALL)
ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
BREAK = re.compile(r"<br ?/?>")
NO_WORDS = frozenset({Kind.CHART, Kind.TITLE, Kind.IMAGE})

Site = Mapping[str, str]
"""Path of each page and its HTML."""

Lost = Counter
Found = Counter


def full_diff(old: Site, new: Site, renamed: Mapping[str, str]) -> dict[str, tuple[Lost, Found]]:
    """Return what each page that is not the same lost and what it has now that it had not.

    Args:
        renamed: new path → old path of pages that are one, by the report.
    """
    before = {path: old[renamed.get(path, path)] for path in new if renamed.get(path, path) in old}
    gone = {path: page for path, page in old.items()
            if path not in new and path not in renamed.values()}  # fmt: skip
    pairs = {path: (before.get(path, ""), page) for path, page in new.items()}
    pairs |= {path: (page, "") for path, page in gone.items()}
    return {path: _difference(words(one), words(other))
            for path, (one, other) in pairs.items() if one != other or path in renamed}  # fmt: skip


def reported(changes: Iterable[PageChange], leave_out: Kind = Kind.TITLE) -> dict:
    """Return the same of a report."""
    found = {}
    for one in changes:
        edits = [edit for edit in one.edits if edit.piece.kind not in {*NO_WORDS, leave_out}]
        sides = ([edit.old for edit in edits], [edit.new for edit in edits])
        old, new = (letters(piece.text for piece in side if piece) for side in sides)
        found[one.page.path] = _difference(old, new)
    return found


def drawings_changed(old: Site, new: Site, renamed: Mapping[str, str]) -> set[str]:
    """Return the pages whose drawings are not the same."""
    kept = {path: renamed.get(path, path) for path in new}
    pairs = {**{path: path for path in old if path not in kept.values()}, **kept}
    return {path for path, before in pairs.items()
            if _drawings(old.get(before, "")) != _drawings(new.get(path, ""))}  # fmt: skip


def words(page: str) -> Counter:
    """Return the fragments of the HTML of a page, letters only, and how often each is there."""
    text = DRAWING.sub("", PERMALINK.sub("", page)).replace("\n", " ")
    text = ROW.sub(lambda row: BREAK.sub("", row[0]), text)
    return letters([unescape(re.sub(r"<[^>]+>", "", BLOCK.sub("\n", text)))])


def letters(texts: Iterable[str]) -> Counter:
    """Return the fragments of texts, letters only."""
    parts = (re.sub(r"[\W_]", "", part) for text in texts for part in PARTS.split(text))
    return Counter(part for part in parts if part)


def _difference(old: Counter, new: Counter) -> tuple[Lost, Found]:
    return old - new, new - old


def _drawings(page: str) -> list[str]:
    return DRAWING.findall(page)
