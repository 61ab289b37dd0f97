"""Lines of a report as Markdown that shows them unchanged; nothing is escaped that need not be."""

import re
from collections.abc import Iterator

from macros.rendering.plain import top_blocks

ALWAYS = re.compile(
    r"[{}｛｝`\t\u00a0]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|^~(?=~~)"
    r"|^(?:<(?=<{6})|=(?=={6})|>(?=>{6})|\|(?=\|{6}))|(?<=^ {3}) +"
)
"""Braces are for macros; code and HTML reach beyond their line; Markdown alters tabs; seven equal
marks are taken for a merge conflict."""

SPECIAL = re.compile(r"[*_\[\]<>&\\!|~:#+=?^.()\-]")
BACKSLASHED = frozenset("*_[]()>#+-.!\\")
START = re.compile(r"[ \u3000]*[0-9]*")
PLAIN = re.compile(r"[^*_\[\]<>&\\!|~]*")
HARMLESS_START = re.compile(r"[ ]{0,3}[\u2010-\U0010ffff]")
"""Chinese characters and punctuation: no line that begins so is a list, heading or quotation."""


def escaped(text: str, level: int = 0) -> str:
    """Return a line as Markdown, escaped only where it would show something else.

    Args:
        level: of the heading that the line is; 0 for a paragraph.
    """
    mark = f"{'#' * level} " if level else ""
    safe = ALWAYS.sub(lambda found: "".join(map(_entity, found.group())), text)
    is_plain = PLAIN.fullmatch(safe.replace("&#", "")) and HARMLESS_START.match(safe)
    if is_plain and not level:
        return safe
    for option in _options(text, safe, level):
        if _shows(mark + option, text, level):
            return mark + option
    return mark + _partly(text, set())


def _shows(option: str, text: str, level: int) -> bool:
    """Return whether Markdown makes one paragraph or heading of `option` that reads `text`."""
    blocks = top_blocks(f"甲\n\n{option}\n\n乙")
    tags = ["p", f"h{level}" if level else "p", "p"]
    return [tag for tag, _ in blocks] == tags and blocks[1][1].strip() == text.strip()


def _options(text: str, safe: str, level: int) -> Iterator[str]:
    """Yield ways to write a line, those with fewer escapes first."""
    yield safe
    start = START.match(safe).end()
    yield safe[:start] + _mark(safe[start : start + 1]) + safe[start + 1 :]
    mark = f"{'#' * level} " if level else ""
    kept: set[str] = set()
    for kind in sorted(set(SPECIAL.findall(text)), reverse=True):
        if _shows(mark + _partly(text, kept | {kind}), text, level):
            kept.add(kind)
    yield _partly(text, kept)


def _partly(text: str, kept: set[str]) -> str:
    """Return the text with all special characters escaped but those kept."""
    return "".join(
        _entity(character) if ALWAYS.match(text, index) else _marked(character, kept)
        for index, character in enumerate(text)
    )


def _marked(character: str, kept: set[str]) -> str:
    return character if character in kept else _mark(character)


def _mark(character: str) -> str:
    if character in BACKSLASHED:
        return "\\" + character
    return _entity(character) if SPECIAL.fullmatch(character) else character


def _entity(character: str) -> str:
    return f"&#{ord(character)};"
