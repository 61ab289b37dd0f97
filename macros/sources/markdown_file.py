"""Markdown pages: front matter apart from the body, line numbers as the editor counts them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import accumulate
from pathlib import Path

from macros.problems import Problem, ProblemsFound, Where
from macros.sources import text as text_source
from macros.sources.cache import digest
from macros.sources.yaml_file import Document, parse_yaml

FENCE = re.compile(r"(`{3,}|~{3,}) *\.?[\w#.+-]* *$")
"""What opens a fence: Python-Markdown sees none that is indented or carries attributes."""

INLINE_CODE = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)")
ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,30});")
MAX_LINE = 10_000
MAX_MARKS = 3_000
MARK = re.compile(r"\[|^:")
NESTED = re.compile(
    r"^(?:[ \t]{41,}\S|[ \t]*(?:(?:>|(?:[-*+]|\d+\.)[ \t])[ \t]*){9,})", re.MULTILINE
)
"""Beyond these Markdown takes minutes or runs out of memory; no page comes near them."""

MASK = "\ue000"
"""Stands for each character of code, so that offsets and lines stay as they are."""


@dataclass(frozen=True)
class MarkdownFile:
    """One Markdown file, not yet interpreted."""

    name: str
    """The file as messages show it."""

    text: str
    """The whole file, front matter included."""

    front_matter: Document | None
    """The YAML between the two ``---`` lines."""

    body_start: int
    """Offset in `text` where the body begins."""

    @cached_property
    def digest(self) -> str:
        """The hash of the text."""
        return digest(self.text)

    @property
    def body(self) -> str:
        """The text after the front matter."""
        return self.text[self.body_start :]

    @property
    def body_line(self) -> int:
        """Number of the line on which the body begins."""
        return self.text.count("\n", 0, self.body_start) + 1

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line of `text` begins, and where one more would."""
        return list(accumulate((len(line) + 1 for line in self.text.split("\n")), initial=0))

    def line_at(self, offset: int) -> int:
        """Return the line of a character of `text`."""
        return self.text.count("\n", 0, offset) + 1


def read_markdown(path: Path, name: str) -> str:
    """Return the text of a Markdown file.

    Raises:
        ProblemsFound: if it is too large or wrongly encoded.
    """
    problem = text_source.too_large(path, name)
    if problem:
        raise ProblemsFound([problem])
    return text_source.read_text(path, name)


def parse_markdown(text: str, name: str, is_known: bool = False) -> MarkdownFile:
    """Return the Markdown file that `text` is.

    Args:
        is_known: whether the text was looked at before and is as it should be; its front matter
            is read all the same.

    Raises:
        ProblemsFound: if it is empty, holds what nobody can see, or its front matter is wrong.
    """
    if not is_known:
        _look_at(text, name)
    lines = text.split("\n")
    if lines[0].rstrip(" \t") != "---":
        return MarkdownFile(name, text, None, 0)
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip(" \t") in ("---", "..."):
            header = "\n".join(lines[1 : number - 1])
            start = sum(len(item) + 1 for item in lines[:number])
            front_matter = _front_matter(header, name)
            return MarkdownFile(name, text, front_matter, min(start, len(text)))
    hint = "在最后一个键的下一行补上 ---。"
    raise ProblemsFound([Problem(Where(name), "front-matter", "页首的 --- 没有收尾", hint)])


def _look_at(text: str, name: str) -> None:
    if not text.strip():
        hint = "写上标题和正文；不要的页面请删去文件。"
        raise ProblemsFound([Problem(Where(name), "empty-page", "页面没有内容", hint)])
    problems = list(text_source.character_problems(text, name))
    if problems:
        raise ProblemsFound(problems)
    problems = [*_excesses(text, name), *_hidden_entities(text, name)]
    if problems:
        raise ProblemsFound(problems)


def _excesses(text: str, name: str) -> Iterator[Problem]:
    prose = without_code(text)
    lines, marks = prose.split("\n"), 0
    is_long = len(max(lines, key=len)) > MAX_LINE
    has_many = prose.count("[") + f"\n{prose}".count("\n:") > MAX_MARKS
    if not is_long and not has_many and not NESTED.search(prose):
        return
    for number, line in enumerate(lines, 1):
        where = Where(name, number)
        if len(line) > MAX_LINE:
            fact = f"这一行有 {len(line)} 个字，超过 {MAX_LINE} 个"
            yield Problem(where, "page-limits", fact, "分成几段，段与段之间空一行。")
        if NESTED.match(line):
            hint = "减少缩进和列表、引用的层数，最多八层。"
            yield Problem(where, "page-limits", "这一行套的层数太多", hint)
        marks += len(MARK.findall(line))
        if marks > MAX_MARKS:
            fact = f"到这一行为止，方括号“[”和行首冒号超过 {MAX_MARKS} 个"
            yield Problem(where, "page-limits", fact, "把页面拆成几页。")
            return


def _hidden_entities(text: str, name: str) -> Iterator[Problem]:
    if "&" not in text:
        return
    for number, line in enumerate(without_code(text).split("\n"), 1):
        for entity in ENTITY.findall(line):
            shown = unescape(entity)
            if shown == "\ufffd" or (shown != "\u00a0" and text_source.INVISIBLE.match(shown)):
                fact = f"“{entity}”是看不见的字符"
                yield Problem(Where(name, number), "invisible-character", fact, "删去它。")


def _front_matter(header: str, name: str) -> Document:
    if not header.strip():
        # MkDocs would take everything up to the next --- of the page for front matter.
        fact, hint = "页首的两行 --- 之间没有内容", "删去这两行，或写上内容，如 title: 年度报告。"
        raise ProblemsFound([Problem(Where(name), "front-matter", fact, hint)])
    return parse_yaml(header, name, first_line=2)


def without_code(text: str) -> str:
    """Return `text` with every character of code replaced by `MASK`, same length and lines.

    Code is what stands in fences and between backticks; a macro call there is an example.
    """
    if "`" not in text and "~~~" not in text:
        return text
    return "".join(_mask_lines(text.split("\n")))


def _mask_lines(lines: list[str]) -> Iterator[str]:
    last = -1
    for index, line in enumerate(lines):
        if index:
            yield "\n"
        if index > last:
            last = _end_of_fence(lines, index)
        if index <= last:
            yield MASK * len(line)
        else:
            yield INLINE_CODE.sub(lambda code: MASK * len(code.group()), line)


def _end_of_fence(lines: list[str], start: int) -> int:
    """Return the line that closes the fence opened at `start`; -1 if none opens and closes."""
    opening = FENCE.match(lines[start])
    if opening:
        for index in range(start + 1, len(lines)):
            if lines[index].rstrip(" ") == opening[1]:
                return index
    return -1
