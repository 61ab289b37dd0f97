"""The text of a regulation as it comes: lines of a .md or .txt file, paragraphs of a .docx file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lxml import html

from macros.importing.word import read_word
from macros.problems import Problem, ProblemsFound, Where
from macros.regulations.parts import Line
from macros.sources import text as text_source
from macros.sources.text import INVISIBLE

ENDINGS = (".md", ".txt", ".docx")
ENCODINGS = ("utf-8", "gb18030")

Rows = Sequence[Sequence[str]]

SPACES = re.compile("[\u00a0\u000b\u000c\u2028\u2029]")
EMPTY = re.compile(
    "[\u00ad\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff]"
)
"""Characters that take no room: dropped like white space."""

NOTE_END = "<!-- INFO END -->"
"""Stands in collections of laws between the note and the text; it is no text itself."""

HEADING_MARK = re.compile(r"^\s*#+")
TABLE_ROW = re.compile(r"\s*\|.*\|\s*$")
TABLE_RULE = re.compile(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*$")
HTML_TABLE = re.compile("<table[ >].*?</table>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Source:
    """A regulation's text, not yet interpreted."""

    name: str
    """The file as messages show it."""

    stem: str
    """Its name without folder and ending."""

    lines: tuple[Line, ...]
    """Its lines or paragraphs, none blank; numbered as in the file."""

    tables: Mapping[int, Rows] = field(default_factory=dict)
    """Cells of the tables, by the number of the line that stands for them."""

    raw: Mapping[int, str] = field(default_factory=dict)
    """The text of every line as it came, marks of tables left out."""

    note_end: int = 0
    """The line above which the note below the title ends, where the file marks it."""

    remarks: tuple[Problem, ...] = ()
    """What could not be brought in but is no text, such as pictures."""

    def where(self, line: Line) -> Where:
        """Return the place of a line."""
        return Where(self.name, line.number)


def read_source(path: Path, name: str) -> Source:
    """Return the text of a file.

    Raises:
        ProblemsFound: if it cannot be read as text.
    """
    if path.suffix.lower() == ".docx":
        word = read_word(path, name)
        lines = _clean(word.lines, name, set(word.tables))
        return Source(name, path.stem, lines, word.tables, _raw(word.lines), remarks=word.remarks)
    problem = text_source.too_large(path, name)
    if problem:
        raise ProblemsFound([problem])
    text = text_source.read_text(path, name, ENCODINGS)
    note_end = text.count("\n", 0, text.find(NOTE_END)) + 1 if NOTE_END in text else 0
    text, tables = _html_tables(text.replace(NOTE_END, ""))
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]
    lines, more = _pipe_tables(lines)
    cleaned = _clean(lines, name, {*tables, *more})
    return Source(name, path.stem, cleaned, {**tables, **more}, _raw(lines), note_end)


def _raw(lines: Sequence[Line]) -> dict[int, str]:
    raw: dict[int, str] = {}
    for line in lines:
        raw[line.number] = raw.get(line.number, "") + line.text
    return raw


def bare(text: str) -> str:
    """Return a text as two texts are compared: without white space and marks of headings."""
    return re.sub(r"\s", "", HEADING_MARK.sub("", EMPTY.sub("", text)))


def _breaks(found: re.Match[str]) -> str:
    """Return the line breaks of what is left out, so that lines keep their numbers."""
    return "\n" * found.group().count("\n")


def _clean(lines: Sequence[Line], name: str, tables: set[int]) -> tuple[Line, ...]:
    """Return the lines without indents, blank lines and characters that take no room."""
    cleaned, problems = [], []
    for line in lines:
        text = line.text
        if INVISIBLE.search(text):
            text = EMPTY.sub("", SPACES.sub(" ", text))
            found = INVISIBLE.search(text)
            if found:
                problems.append(_unreadable(found.group(), Where(name, line.number)))
        text = text.strip(" \t\u3000")
        if text or line.number in tables:
            cleaned.append(Line(line.number, text))
    if not cleaned:
        hint = "换成有正文的文件。"
        problems.append(Problem(Where(name), "empty-source", "文件里没有文字", hint))
    if problems:
        raise ProblemsFound(problems)
    return tuple(cleaned)


def _unreadable(character: str, where: Where) -> Problem:
    fact = f"这一行有显示不出来的字符 U+{ord(character):04X}"
    hint = "对照原件，把这个字符换成看得见的字，再导入。"
    return Problem(where, "invisible-character", fact, hint)


def _pipe_tables(lines: Sequence[Line]) -> tuple[list[Line], dict[int, Rows]]:
    """Return the lines with each Markdown table as one empty line, and the tables."""
    kept: list[Line] = []
    tables: dict[int, Rows] = {}
    index = 0
    while index < len(lines):
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        line = lines[index]
        index += 1
        if not (TABLE_ROW.match(line.text) and TABLE_RULE.match(following)):
            kept.append(line)
            continue
        rows = [_cells(line.text)]
        while index < len(lines) and TABLE_ROW.match(lines[index].text):
            if not TABLE_RULE.match(lines[index].text):
                rows.append(_cells(lines[index].text))
            index += 1
        tables[line.number] = rows
        kept.append(Line(line.number, ""))
    return kept, tables


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def _html_tables(text: str) -> tuple[str, dict[int, Rows]]:
    """Return the text with each HTML table as empty lines, and the tables by their line."""
    tables: dict[int, Rows] = {}
    for found in HTML_TABLE.finditer(text):
        element = html.fromstring(found.group())
        tables[text.count("\n", 0, found.start()) + 1] = list(_html_rows(element))
    return HTML_TABLE.sub(_breaks, text), tables


def _html_rows(table: html.HtmlElement) -> Iterator[list[str]]:
    """Yield the rows; the text of a merged cell stands once, in its first place."""
    below: dict[int, int] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in row.iter("td", "th"):
            while below.get(len(cells), 0):
                below[len(cells)] -= 1
                cells.append("")
            across, down = (int(cell.get(key) or 1) for key in ("colspan", "rowspan"))
            for _ in range(across):
                below[len(cells)] = max(below.get(len(cells), 0), down - 1)
                cells.append("")
            cells[-across] = " ".join(cell.text_content().split())
        while below.get(len(cells), 0):
            below[len(cells)] -= 1
            cells.append("")
        yield cells
