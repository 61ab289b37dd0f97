"""Text as Typst source: nothing a page holds can become a command."""

import json
import re

from macros.formatting import MISSING

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
SPACE = re.compile(r"[ \t\r\n]+")
WIDE = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef—…“”‘’"
BETWEEN_WIDE = re.compile(f"(?<=[{WIDE}])\n\\s*(?=[{WIDE}])")
"""A line break between Chinese characters, which is no space."""


def escaped(text: str | None) -> str:
    """Return text for markup, every ASCII punctuation mark escaped, runs of space as one."""
    joined = BETWEEN_WIDE.sub("", text or "")
    return PUNCTUATION.sub(r"\\\1", SPACE.sub(" ", joined))


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
