"""Mechanical corrections of pages: punctuation, brackets of 文号, zeros in dates; nothing else.

Words and numbers are for people. Untouched are headings (links lead to them), front matter, code,
macro calls, links, HTML, allowed wordings, and whatever an exception lets stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.checks.prose import date_form, document_number, patterns, punctuation
from macros.problems import Where
from macros.rendering.body import Line
from macros.rendering.site import RenderedPage, RenderedSite
from macros.sources.markdown_file import MASK

KEPT = re.compile(
    r"\]\([^)]*\)|\]\[[^\]]*\]|^\s*\[[^\]]*\]:.*|<[^>]*>|https?://\S+|\{[^}]*\}|\\.|^\s*[!?]{3}.*"
    r"|^ {0,3}#{1,6} .*|^\s*(?:[-*+]|[0-9]+\.) "
)
"""Parts of a line in which a mark means something to Markdown."""

CONTAINER = re.compile(r" {0,3}(?:!!!|\?\?\?|[-*+] |[0-9]+\. |\[\^)")
"""What may be followed by indented text; elsewhere four blanks make it code."""

INDENT = re.compile(r"[ \t]{4,}")
ORDINAL = re.compile(r"[一二三四五六七八九十0-9）)]$")
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
FIXED_BY = {module.CODE for module in (punctuation, document_number, date_form)}


@dataclass(frozen=True, slots=True)
class Change:
    """One correction, as editors read it."""

    where: Where
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.where}: “{self.old}” → “{self.new}”"


@dataclass(frozen=True, slots=True)
class Edit:
    """What to put in place of a part of a line."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class FixedPage:
    """A page to be written again, and how it differs."""

    name: str
    content: bytes
    changes: tuple[Change, ...]


def fixed_pages(site: RenderedSite) -> Iterator[FixedPage]:
    """Yield each page that can be corrected; none that has a fault nobody can read past."""
    faulty = {found.where.file for found in site.handbook.problems}
    for page in site.own_pages:
        if page.page.name not in faulty and not page.problems:
            raw = (site.handbook.root / page.page.name).read_bytes().decode("utf-8")
            fixed, changes = _fixed(page, raw)
            if changes:
                yield FixedPage(page.page.name, fixed.encode("utf-8"), tuple(changes))


def _fixed(page: RenderedPage, raw: str) -> tuple[str, list[Change]]:
    lines = LINE.findall(raw)
    changes = []
    for line in _prose(page):
        index = line.where.line - 1
        text = lines[index].rstrip("\r\n")
        mark = text[:1] if text.startswith("\ufeff") else ""
        masked = _masked(page, line.typed)
        if len(text) != len(mark) + len(masked):
            continue  # changed since it was read
        fixed, found = fixed_line(text.removeprefix(mark), masked)
        changes += [Change(line.where, old, new) for old, new in found]
        lines[index] = mark + fixed + lines[index][len(text) :]
    return "".join(lines), changes


def _prose(page: RenderedPage) -> Iterator[Line]:
    """Yield the lines that are not code by their indentation."""
    is_contained = False
    for line in page.body.lines:
        indent = INDENT.match(line.typed)
        if indent is None and line.typed.strip():
            is_contained = bool(CONTAINER.match(line.typed))
        if indent is None or (is_contained and len(indent.group().expandtabs(4)) < 8):
            yield line


def _masked(page: RenderedPage, typed: str) -> str:
    """Return a line in which nothing that must stay is left to be found."""
    masked = KEPT.sub(lambda found: MASK * len(found.group()), typed)
    words = [
        one.position.quote
        for one in page.handbook.exceptions
        if one.position.file == page.page.name and one.check in FIXED_BY
    ]
    for start, end in patterns.occurrences(
        typed, (*words, *patterns.excused(page.handbook, page.page))
    ):
        masked = masked[:start] + MASK * (end - start) + masked[end:]
    return masked


def fixed_line(text: str, masked: str) -> tuple[str, list[tuple[str, str]]]:
    """Return a line corrected, and each correction with what stands around it.

    Args:
        text: the line.
        masked: the same with `MASK` for each character that must stay.
    """
    changes = []
    while edit := next(_edits(masked), None):
        old, new = text[edit.start : edit.end], edit.new
        before, behind = text[max(0, edit.start - 4) : edit.start], text[edit.end : edit.end + 4]
        changes.append((f"{before}{old}{behind}", f"{before}{new}{behind}"))
        text = text[: edit.start] + new + text[edit.end :]
        masked = masked[: edit.start] + new + masked[edit.end :]
    return text, changes


def _edits(masked: str) -> Iterator[Edit]:
    """Yield what is to be corrected; each makes the line one fault shorter."""
    for found in re.finditer(document_number.IN_TEXT, masked):
        yield from _brackets(found)
    for found in date_form.DATE.finditer(masked):
        unpadded = re.sub(r"(?<=[年月])(\s*)0(?=[1-9])", r"\1", found.group())
        if unpadded != found.group():
            yield Edit(found.start(), found.end(), unpadded)
    for found in punctuation.HALF_WIDTH.finditer(masked):
        yield from _full_width(masked, found)


def _brackets(found: re.Match[str]) -> Iterator[Edit]:
    start = found.end("maker")
    whole = found.group()[len(found["maker"]) :]
    fixed = re.sub(r"^.(\s*[0-9]{4}\s*)[〕\]）)】］]", r"〔\1〕", whole)
    if fixed != whole:
        yield Edit(start, found.end(), fixed)


def _full_width(masked: str, found: re.Match[str]) -> Iterator[Edit]:
    written = found.group()
    if "+" in written or ("." in written and ORDINAL.search(masked[: found.start()])):
        return  # a word or an ordinal is meant
    if written[0] == "(" and written[-1] == ")":
        yield Edit(found.start(), found.end(), f"（{written[1:-1]}）")
    elif MASK not in written:
        yield Edit(found.start(), found.end(), written.translate(punctuation.FULL_WIDTH))
