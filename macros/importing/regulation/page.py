"""The body of the page of an imported regulation, proved to say what the source says.

Almost every line of a regulation is its own Markdown: it begins with a Chinese character and holds
no sign that means anything to Markdown, so that it shows itself. The few others are escaped, and
rendered all at once to see that they show what they should.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.importing.markup import escaped
from macros.importing.regulation.source import HEADING_MARK, Rows, bare
from macros.importing.regulation.text import RegulationText
from macros.problems import Problem, ProblemsFound
from macros.regulations.layout import CONTENTS_TITLE, Role
from macros.regulations.marks import (
    LONGEST_TITLE,
    RANKS,
    find_heading,
    likely_number,
    squeezed,
)
from macros.regulations.parts import Line
from macros.rendering.document import slug
from macros.rendering.plain import top_blocks

HARMLESS = re.compile(
    r"(?:[\u2010-\U0010ffff]|\((?=[^\x00-\x7f])|[0-9]+(?![0-9.])|[A-Za-z])"
    r"(?:[^*_\[\]<>&\\!|~`{}｛｝@#\t]|<(?=[^\x00-\x7f])|>)*"
)
"""A line that Markdown shows as it is."""

KIND_IDS = {"部分": "part", "篇": "part", "编": "part", "分编": "subpart", "章": "chapter",
            "节": "section"}  # fmt: skip
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the page and the lines of the source it shows."""

    markdown: str
    lines: tuple[Line, ...]
    shown: str
    """What it must show."""

    is_plain: bool
    """Whether it shows itself, marks of a heading aside."""


def body(text: RegulationText) -> str:
    """Return everything below the title as Markdown.

    Raises:
        ProblemsFound: with file and line of the first difference, if the page would not say
            exactly what the source says, white space aside.
    """
    blocks = list(_blocks(text))
    problem = _difference(text, blocks)
    if problem:
        raise ProblemsFound([problem])
    return "\n\n".join(block.markdown for block in blocks)


def heading(title: str, level: int) -> str:
    """Return a heading as Markdown."""
    return f"{'#' * level} {title}" if HARMLESS.fullmatch(title) else escaped(title, level)


def _blocks(text: RegulationText) -> Iterator[Block]:
    headings = _Headings(text)
    contents: list[Line] = []
    for line, role in zip(text.lines, text.roles, strict=True):
        is_title = CONTENTS_TITLE.match(line.text.strip("# "))
        if role is Role.CONTENTS and not is_title:
            contents.append(line)
            continue
        if contents:
            yield _contents(contents)
            contents = []
        if line.number in text.source.tables and not line.text:
            yield _table(line, text.source.tables[line.number])
        elif role is Role.CONTENTS or not headings.is_heading(line, role):
            yield _paragraph(line)
        else:
            yield headings.block(line, role)
    if contents:
        yield _contents(contents)


def _paragraph(line: Line) -> Block:
    is_plain = HARMLESS.fullmatch(line.text) is not None
    markdown = line.text if is_plain else escaped(line.text)
    return Block(markdown, (line,), line.text, is_plain)


def _contents(lines: Sequence[Line]) -> Block:
    items = [line.text.lstrip("# ") for line in lines]
    markdown = "\n".join(f"- {escaped(item)}" for item in items)
    return Block(markdown, tuple(lines), "".join(items), False)


def _table(line: Line, rows: Rows) -> Block:
    """Return a table; its first row is the head, short rows are filled up."""
    width = max(len(row) for row in rows)
    written = [
        "| " + " | ".join(_cell(row[i] if i < len(row) else "") for i in range(width)) + " |"
        for row in rows
    ]
    written.insert(1, "|" + " --- |" * width)
    shown = "".join(cell for row in rows for cell in row)
    return Block("\n".join(written), (line,), shown, False)


def _cell(text: str) -> str:
    return (escaped(text) if text else "").replace("|", "&#124;")


class _Headings:
    """Gives headings their level, and an address of their own where the words come again."""

    def __init__(self, text: RegulationText) -> None:
        kinds = (find_heading(line.text) for line in text.lines)
        self.ranks = sorted({RANKS[squeezed(one["kind"])] for one in kinds if one})
        self.seen = {slug(text.title, "-")}
        self.numbers: dict[int, str] = {}
        self.above = 1

    def is_heading(self, line: Line, role: Role) -> bool:
        """Return whether a line is a heading on the page."""
        if role is Role.QUOTED:
            return False
        if role is Role.ANNEX:
            return len(line.text) <= LONGEST_TITLE and not re.search("[。；]$", line.text)
        if not HEADING_MARK.sub("", line.text).strip():
            return False
        is_marked = re.match("#{1,6} ", line.text) is not None
        return role is Role.CAPTION or is_marked or find_heading(line.text) is not None

    def block(self, line: Line, role: Role) -> Block:
        """Return a heading as a block."""
        found = find_heading(line.text) if role is Role.TEXT else None
        title = HEADING_MARK.sub("", line.text).strip()
        level = min(self._level(line, role, found), self.above + 1, DEEPEST)
        self.above = level
        self.numbers = {key: one for key, one in self.numbers.items() if key < level}
        self.numbers[level] = _id_part(found)
        address = slug(title, "-")
        own = "" if address not in self.seen else self._own_address()
        self.seen.add(own or address)
        markdown = heading(title, level) + (f" {{: #{own} }}" if own else "")
        is_plain = HARMLESS.fullmatch(title) is not None and not own
        return Block(markdown, (line,), title, is_plain)

    def _level(self, line: Line, role: Role, found: re.Match[str] | None) -> int:
        if found:
            return 2 + self.ranks.index(RANKS[squeezed(found["kind"])])
        if role is Role.ANNEX:
            return 2
        is_inner = line.text.startswith(("###", "（", "("))
        rank = RANKS["章"] if RANKS["章"] in self.ranks else 0
        own = 2 + self.ranks.index(rank) if rank in self.ranks else 2
        return own + 1 if is_inner else own

    def _own_address(self) -> str:
        parts = "-".join(filter(None, self.numbers.values()))
        count = 2
        address = parts
        while address in self.seen:
            address = f"{parts}-{count}"
            count += 1
        return address


def _id_part(found: re.Match[str] | None) -> str:
    if found is None:
        return "heading"
    return f"{KIND_IDS[squeezed(found['kind'])]}-{likely_number(found['number'])}"


def _difference(text: RegulationText, blocks: Sequence[Block]) -> Problem | None:
    """Return where the page first says something else than the source."""
    special = [block for block in blocks if not block.is_plain]
    shown = _rendered(special)
    said: dict[int, str] = {}
    for block in blocks:
        own = shown.pop(0) if not block.is_plain else block.shown
        if bare(own) != bare(block.shown):
            return _changed(text, block.lines[0].number, own)
        for line in block.lines:
            rest = block.shown if len(block.lines) == 1 else line.text
            said[line.number] = said.get(line.number, "") + bare(rest)
    for line in text.titles:
        said[line.number] = said.get(line.number, "") + bare(line.text)
    tables = {n: "".join("".join(row) for row in one) for n, one in text.source.tables.items()}
    for number, raw in (text.source.raw | tables).items():
        if bare(raw) != said.get(number, ""):
            return _changed(text, number, said.get(number, ""))
    return None


def _rendered(blocks: Sequence[Block]) -> list[str]:
    """Return what each block shows, as Markdown makes it."""
    if not blocks:
        return []
    shown = [words for _, words in top_blocks("\n\n".join(block.markdown for block in blocks))]
    if len(shown) == len(blocks):
        return shown
    return ["".join(words for _, words in top_blocks(block.markdown)) for block in blocks]


def _changed(text: RegulationText, number: int, shown: str) -> Problem:
    where = text.source.where(Line(number, ""))
    fact = f"这一行放进页面后会变成“{shown.strip()[:30]}”，与原文不同"
    hint = "把这一行里不常用的符号改成常用的标点，再导入。"
    return Problem(where, "not-the-same", fact, hint)
