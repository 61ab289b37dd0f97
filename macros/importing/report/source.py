"""The text of a report, as an office keeps it."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from macros.problems import Problem, ProblemsFound, Where
from macros.sources import text as text_source
from macros.sources.markdown_file import MAX_LINE

ENCODINGS = ("utf-8", "gb18030")
NOT_TEXT = {
    b"PK\x03\x04": "Word 或 Excel 文件",
    b"\xd0\xcf\x11\xe0": "Word 文件",
    b"%PDF": "PDF 文件",
}
NOT_ASCII = re.compile(rb"[\x80-\xff]")
MOSTLY = 0.9
NO_BREAK_SPACE = "\u00a0"
"""Word puts it in for indents; unlike other invisible characters it does no harm."""


@dataclass(frozen=True)
class Source:
    """A report to be imported."""

    name: str
    """The file as messages show it."""

    file: str
    """Its name without folder, for the data."""

    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines; the last one is empty if the text ends with a line break."""
        return self.text.split("\n")

    @cached_property
    def _paragraphs(self) -> list[int]:
        return list(accumulate(1 if line.strip() else 0 for line in self.lines))

    def where(self, index: int) -> Where:
        """Return the place of a line."""
        return Where(self.name, index + 1)

    def paragraph(self, index: int) -> int:
        """Return the number of the paragraph that a line is, blank lines not counted."""
        return self._paragraphs[index]


def read_source(path: Path, name: str) -> Source:
    """Return the report in a text file.

    Raises:
        ProblemsFound: if it is not plain text, too large, empty or holds invisible characters.
    """
    problem = text_source.too_large(path, name) or _not_text(path, name)
    if problem:
        raise ProblemsFound([problem])
    text = text_source.read_text(path, name, ENCODINGS)
    problems = [
        found
        for found in text_source.character_problems(text.replace(NO_BREAK_SPACE, " "), name)
        if found.code == "invisible-character"
    ]
    problems += [
        _too_long(Where(name, number), line)
        for number, line in enumerate(text.split("\n"), 1)
        if len(line) > MAX_LINE
    ]
    if not text.strip():
        problems = [Problem(Where(name), "empty-source", "文件里没有文字", "换成有正文的文件。")]
    if problems:
        raise ProblemsFound(problems)
    return Source(name, path.name, text)


def _too_long(where: Where, line: str) -> Problem:
    fact = f"这一行有 {len(line)} 个字，超过 {MAX_LINE} 个"
    return Problem(where, "page-limits", fact, "分成几段，每段一行。")


def _not_text(path: Path, name: str) -> Problem | None:
    try:
        raw = path.read_bytes()
    except OSError:
        return None
    for start, kind in NOT_TEXT.items():
        if raw.startswith(start):
            hint = "用 Word 或 WPS 打开，另存为“纯文本（*.txt）”，编码选 UTF-8，再导入。"
            return Problem(Where(name), "not-text", f"这是 {kind}，不是纯文本", hint)
    if not raw.startswith((b"\xff\xfe", b"\xfe\xff")) and _is_broken_utf8(raw):
        line = raw[: _first_fault(raw)].count(b"\n") + 1
        hint = "用记事本打开，看这一行有没有乱码；改好后另存为 UTF-8，再导入。"
        return Problem(Where(name, line), "encoding", "文件是 UTF-8，但这一行有坏字节", hint)
    return None


def _is_broken_utf8(raw: bytes) -> bool:
    """Whether almost all is UTF-8: read as GB18030 it would turn into other characters."""
    if _first_fault(raw) < 0:
        return False
    kept = raw.decode("utf-8", "ignore").encode()
    return len(NOT_ASCII.findall(kept)) > MOSTLY * len(NOT_ASCII.findall(raw))


def _first_fault(raw: bytes) -> int:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return -1
