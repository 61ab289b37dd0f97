"""Text as Typst source: nothing a page holds can become a command."""

import json
import re

from macros.formatting import MISSING

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
SPACE = re.compile(r"[ \t\r\n]+")
WIDE = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef—…“”‘’"
BETWEEN_WIDE = re.compile(f"(?<=[{WIDE}])\n\\s*(?=[{WIDE}])")
"""A line break between Chinese characters, which is no space."""

LONG_WORD = re.compile(f"[^\\s{WIDE}]{{20,}}")
FIVE = re.compile(".{1,5}")
MAY_BREAK = "#h(0.01pt)"
"""Where a line may end: a space too narrow to be seen, and copied text holds nothing new."""


def escaped(text: str | None) -> str:
    """Return text for markup, every ASCII punctuation mark escaped, runs of space as one.

    Words too long for a narrow cell may be broken anywhere.
    """
    joined = SPACE.sub(" ", BETWEEN_WIDE.sub("", text or ""))
    long = [(found.start(), found.end()) for found in LONG_WORD.finditer(joined)]
    parts, done = [], 0
    for start, end in long:
        pieces = map(_marked, FIVE.findall(joined[start:end]))
        parts += [_marked(joined[done:start]), MAY_BREAK.join(pieces)]
        done = end
    return "".join([*parts, _marked(joined[done:])])


def raw(text: str) -> str:
    """Return text of a code as Typst, which may be broken where it is long."""
    pieces = FIVE.findall(text) if LONG_WORD.search(text) else [text]
    return MAY_BREAK.join(f"#raw({quoted(piece)})" for piece in pieces)


def _marked(text: str) -> str:
    return PUNCTUATION.sub(r"\\\1", text)


def words(text: str | None) -> str:
    """Return text for markup with each 【待填】 in its box."""
    return escaped(text).replace(MISSING, f"#gap[{MISSING}]")


def quoted(text: str) -> str:
    """Return text as a string of Typst."""
    return json.dumps(text, ensure_ascii=False)


def array(items: tuple[str, ...]) -> str:
    """Return expressions as an array of Typst, one item included."""
    return f"({''.join(f'{item}, ' for item in items)})"


def label(path: str, anchor: str = "") -> str:
    """Return the label of a page, or of an anchor in it."""
    return f"label({quoted(f'{path}#{anchor}')})"
