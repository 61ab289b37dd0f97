"""The text of a page in the shapes that checks read, searched all at once or line by line."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from macros.problems import Where
from macros.sources.markdown_file import MASK

BLANKS = r"[^\S\n]*"
"""Inside of a pattern: any blanks on one line."""

MARKDOWN = (
    (re.compile(r"!?\[([^\]\n]*)\]\([^)\s]*\)"), r"\1"),
    (re.compile(rf"^{BLANKS}(?:#{{1,6}}|[-*+]|[0-9]+\.|>|!!!|\?\?\?\+?)[^\S\n]+", re.M), ""),
    (re.compile(rf"{BLANKS}\{{:? *#[^}}\n]*\}}{BLANKS}$", re.M), ""),
    (re.compile(r"\*\*|(?<!\\)\\(?=[^\w\s])"), ""),
    (re.compile(r"<?https?://[^\s，。；、）》>]+>?"), MASK),
)
"""Marks that readers do not see, and what stays of them."""

Form = Literal["typed", "plain", "plain_shown"]


class Line(NamedTuple):
    """One line of the body of a page."""

    file: str
    number: int

    typed: str
    """As the editor typed it, with code and macro calls replaced by `MASK`, same length."""

    shown: str
    """As readers see it: sentence macros replaced by their text, tables and code left out."""

    plain: str
    """As typed, without marks of Markdown: no link targets, list marks, addresses."""

    plain_shown: str
    """As shown, without marks of Markdown."""

    @property
    def where(self) -> Where:
        """The place that messages name."""
        return Where(self.file, self.number)


@dataclass(frozen=True)
class Body:
    """The body of a page; each form is one text of the same lines."""

    file: str
    first_line: int
    typed: str
    shown: str

    @cached_property
    def plain(self) -> str:
        """What was typed, without marks of Markdown."""
        return plain(self.typed)

    @cached_property
    def plain_shown(self) -> str:
        """What is shown, without marks of Markdown."""
        forms = (text.split("\n") for text in (self.typed, self.shown, self.plain))
        lines = zip(*forms, strict=True)
        return "\n".join(bare if typed == shown else plain(shown) for typed, shown, bare in lines)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines, blank ones too."""
        forms = (self.typed, self.shown, self.plain, self.plain_shown)
        texts = zip(*(text.split("\n") for text in forms), strict=True)
        return tuple(
            Line(self.file, number, *some) for number, some in enumerate(texts, self.first_line)
        )

    def lines_with(self, pattern: re.Pattern[str], form: Form = "plain") -> list[Line]:
        """Return the lines in which a pattern finds something.

        One search of the whole text takes a tenth of the time of one per line. So ``^`` and ``$``
        need `re.MULTILINE`, and nothing in the pattern should run on over line breaks.
        """
        text = getattr(self, form)
        indexes: dict[int, None] = {}
        first = position = 0
        for found in pattern.finditer(text):
            first += text.count("\n", position, found.start())
            last = first + text.count("\n", found.start(), found.end())
            indexes.update(dict.fromkeys(range(first, last + 1)))
            position = found.start()
        some = (self.lines[index] for index in indexes)
        return [line for line in some if pattern.search(getattr(line, form))]


def plain(text: str) -> str:
    """Return one or more lines of Markdown as a reader sees them."""
    for pattern, kept in MARKDOWN:
        text = pattern.sub(kept, text)
    return text
