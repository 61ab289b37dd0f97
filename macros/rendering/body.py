"""The text of a page in the shapes that checks read, searched all at once or line by line."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from typing import Literal, NamedTuple

from macros.problems import Where
from macros.sources.markdown_file import MASK

BLANKS = r"[^\S\n]*"
"""Inside of a pattern: any blanks on one line."""

MARKDOWN = (
    (("[",), re.compile(r"!?\[([^\]\n]*)\]\([^)\s]*\)"), r"\1"),
    (("",), re.compile(rf"^{BLANKS}(?:#{{1,6}}|[-*+]|[0-9]+\.|>|!!!|\?\?\?\+?)[^\S\n]+", re.M), ""),
    (("{",), re.compile(rf"{BLANKS}\{{:? *#[^}}\n]*\}}{BLANKS}$", re.M), ""),
    (("**", "\\"), re.compile(r"\*\*|(?<!\\)\\(?=[^\w\s])"), ""),
    (("://",), re.compile(r"<?https?://[^\s，。；、）》>]+>?"), MASK),
)
"""Marks that readers do not see, after what one needs to be there, and what stays of them."""

MASKED = re.compile(MASK)
"""What there is on each line that is shown otherwise than it was typed."""

Form = Literal["typed", "shown", "plain", "plain_shown"]


class Line(NamedTuple):
    """One line of the body of a page."""

    body: "Body"
    index: int

    @property
    def where(self) -> Where:
        """The place that messages name."""
        return Where(self.body.file, self.body.first_line + self.index)

    @property
    def typed(self) -> str:
        """As the editor typed it, with code and macro calls replaced by `MASK`, same length."""
        return self.body.texts("typed")[self.index]

    @property
    def shown(self) -> str:
        """As readers see it: sentence macros replaced by their text, tables and code left out."""
        return self.body.texts("shown")[self.index]

    @property
    def plain(self) -> str:
        """As typed, without marks of Markdown: no link targets, list marks, addresses."""
        return self.body.texts("plain")[self.index]

    @property
    def plain_shown(self) -> str:
        """As shown, without marks of Markdown."""
        return self.body.texts("plain_shown")[self.index]


@dataclass(frozen=True, eq=False)
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
        lines = list(self.texts("plain"))
        for line in self.lines_with(MASKED, "typed"):
            lines[line.index] = plain(line.shown)
        return "\n".join(lines)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines, blank ones too."""
        return tuple(map(Line, repeat(self), range(len(self.texts("typed")))))

    def line(self, index: int) -> Line:
        """Return one line; where few are looked at, making all takes longer than looking."""
        return Line(self, index)

    @cached_property
    def _texts(self) -> dict[Form, list[str]]:
        return {}

    @cached_property
    def _found(self) -> dict[tuple[re.Pattern[str], Form], list[int]]:
        return {}

    def texts(self, form: Form) -> list[str]:
        """Return one of the forms line by line."""
        if form not in self._texts:
            self._texts[form] = getattr(self, form).split("\n")
        return self._texts[form]

    def lines_with(self, pattern: re.Pattern[str], form: Form = "plain") -> list[Line]:
        """Return the lines in which a pattern finds something.

        One search of the whole text takes a tenth of the time of one per line. So ``^`` and ``$``
        need `re.MULTILINE`, and nothing in the pattern may match a line break. Several checks look
        for the same.
        """
        if (pattern, form) not in self._found:
            self._found[pattern, form] = self._find(pattern, form)
        return [Line(self, index) for index in self._found[pattern, form]]

    def _find(self, pattern: re.Pattern[str], form: Form) -> list[int]:
        text, lines = getattr(self, form), self.texts(form)
        index = position = 0
        found: dict[int, None] = {}
        for match in pattern.finditer(text):
            start = match.start()
            index += text.count("\n", position, start)
            position = start
            found[index] = None
        return [index for index in found if pattern.search(lines[index])]


def plain(text: str) -> str:
    """Return one or more lines of Markdown as a reader sees them."""
    for signs, pattern, kept in MARKDOWN:
        if any(sign in text for sign in signs):
            text = pattern.sub(kept, text)
    return text
