"""YAML changed as text, so that comments, order and layout of what is there survive."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from macros.problems import Problem, ProblemsFound, Where
from macros.sources import text as text_source
from macros.sources.yaml_file import Document, KeyPath, parse_yaml

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass
class YamlText:
    """A mapping of entries in a data file, read once and changed line by line."""

    name: str
    """The file as messages show it."""

    original: bytes | None
    """What is on disk; None if there is no file yet."""

    document: Document | None = None
    """None while the file holds nothing but comments."""

    lines: list[str] = field(default_factory=list)
    edits: list[tuple[int, int, list[str]]] = field(default_factory=list)
    """Line, how many lines it replaces, new lines; lines counted from 1."""

    appended: list[str] = field(default_factory=list)

    @property
    def is_changed(self) -> bool:
        """Whether anything is to be written."""
        return bool(self.edits or self.appended)

    def append(self, lines: Iterable[str]) -> None:
        """Add an entry at the end, a blank line before it."""
        self.appended += ["", *lines]

    def set_key(self, path: KeyPath, text: str) -> None:
        """Give a key of an entry other content; add the key at the end if it is not there."""
        if path not in self.document.lines:
            self.insert_below(path[:-1], [text])
            return
        self._refuse_flow(path[:-1])
        number = self.document.lines[path]
        old = self.lines[number - 1]
        comment = re.search(r"\s+#.*$", old)
        line = f"{_indent(old)}{text}{comment.group() if comment else ''}"
        self.edits.append((number, 1, [line]))

    def insert_below(self, path: KeyPath, lines: Iterable[str]) -> None:
        """Add lines to a key, behind its last one and before comments that follow it."""
        self._refuse_flow(path)
        first = self.document.lines[path]
        last = self.document.last_lines[path]
        while last > first and self._is_blank(last):
            last -= 1
        indent = _indent(self.lines[first]) if last > first else "  "
        self.edits.append((last + 1, 0, [indent + line for line in lines]))

    def _refuse_flow(self, path: KeyPath) -> None:
        number = self.document.lines[path]
        if re.search(r":\s*(#.*)?$", self.lines[number - 1]):
            return
        fact = f"“{path[-1]}”的内容写在同一行，导入时补不进新的一行"
        hint = "把内容拆开，每个键一行、缩进两个空格，再导入。"
        raise ProblemsFound([Problem(Where(self.name, number), "one-line-entry", fact, hint)])

    def _is_blank(self, number: int) -> bool:
        text = self.lines[number - 1].strip() if number <= len(self.lines) else ""
        return not text or text.startswith("#")

    def text(self) -> str:
        """Return the file with its changes."""
        lines = list(self.lines)
        for number, replaced, new in sorted(self.edits, key=lambda edit: -edit[0]):
            lines[number - 1 : number - 1 + replaced] = new
        while lines and not lines[-1].strip():
            lines.pop()
        added = self.appended if lines else self.appended[1:]
        return "\n".join([*lines, *added]) + "\n"

    def encoded(self) -> bytes:
        """Return the text as bytes, with the byte order mark and line ends of the original."""
        raw = self.text().encode()
        if self.original and b"\r\n" in self.original:
            raw = raw.replace(b"\n", b"\r\n")
        return BYTE_ORDER_MARK * bool(self._has_mark()) + raw

    def _has_mark(self) -> bool:
        return self.original is not None and self.original.startswith(BYTE_ORDER_MARK)


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def open_yaml(root: Path, name: str, header: str) -> YamlText:
    """Return a data file to be changed; a new one opens with `header`.

    Raises:
        ProblemsFound: if the file is there and cannot be read.
    """
    path = root / name
    if not path.exists():
        return YamlText(name, None, None, header.rstrip("\n").split("\n"))
    text = text_source.read_text(path, name)
    try:
        document = parse_yaml(text, name)
    except ProblemsFound as error:
        if [found.code for found in error.problems] != ["empty-file"]:
            raise
        document = None
    lines = text.split("\n")
    if document and document.value == {}:
        lines = [line for line in lines if line.strip() != "{}"]
        document = None
    return YamlText(name, path.read_bytes(), document, lines)


def clean(text: str) -> str:
    """Return text that data may hold: no braces of templates, no invisible spaces."""
    spaced = text.replace("\u00a0", " ").replace("\t", " ")
    return spaced.translate(str.maketrans("{}", "（）")).strip(" \u3000")


def scalar(text: str) -> str:
    """Return a text as a value or list item: plain where that is read as just this text."""
    is_plain = _reads(f"键: {text}\n", {"键": text}) and _reads(f"- {text}\n", [text])
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def key(name: str) -> str:
    """Return a name as a key."""
    return name if _reads(f"{name}: 1\n", {name: 1}) else json.dumps(name, ensure_ascii=False)


def _reads(text: str, value: object) -> bool:
    try:
        return parse_yaml(text, "").value == value
    except ProblemsFound:
        return False
