"""On which line of its file each piece of a page stands."""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape

from macros.handbook import Handbook
from macros.impact.pieces import Piece
from macros.page import Page
from macros.rendering.page import render_text

NOT_WORDS = re.compile(r"[\W_]+")
TAG = re.compile(r"<[^>]*>")
LINK_TARGET = re.compile(r"\]\([^)\n]*\)")


def placed(handbook: Handbook, page: Page, pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces with their lines.

    They come in the order of the file, so each is looked for behind the one before it; one that
    is not found there (a footnote), nor anywhere else, stands where the one before it does.
    """
    words, lines = _words_by_line(handbook, page)
    position, line, found = 0, page.file.body_line, []
    for piece in pieces:
        wanted = NOT_WORDS.sub("", piece.host)
        at = words.find(wanted, position)
        if wanted and at < 0:
            at = words.find(wanted)
        if wanted and at >= 0:
            position, line = at, lines[at]
        found.append(replace(piece, line=line))
    return found


def _words_by_line(handbook: Handbook, page: Page) -> tuple[str, list[int]]:
    """Return the letters of a page as readers see them, and the line of each."""
    words, lines = [], []
    text = render_text(handbook, page)
    for number, line in enumerate(text.split("\n"), page.file.body_line):
        plain = NOT_WORDS.sub("", unescape(LINK_TARGET.sub("]", TAG.sub("", line))))
        words.append(plain)
        lines += [number] * len(plain)
    return "".join(words), lines
