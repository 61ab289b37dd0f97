"""The pieces of a version that are set side by side: headings, articles, annexes."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from macros.regulations.structure import (
    ARTICLE,
    Article,
    Heading,
    Line,
    Structure,
    articles,
    parse,
)
from macros.regulations.wording import normal

ENUMERATED = re.compile(r"[一二三四五六七八九十]+、")
MARKS = "# \t\u3000"


@dataclass(frozen=True)
class Passage:
    """A heading, an article, an annex, or a paragraph of a text that has no articles."""

    label: str
    """As readers call it: 第一章, 第十二条."""

    text: str
    """Its text without the label, one line per paragraph; for a heading its title."""

    anchor: str | None = None
    """Its anchor on the page; empty if it has none, None for a heading."""

    place: tuple[int, ...] = ()
    """Lines of the headings it stands in, outermost first."""

    line: int = 0
    """Its line in the file."""

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading, or the title."""
        return self.anchor is None

    @property
    def title(self) -> str:
        """Its first paragraph, normalized."""
        return normal(self.text.partition("\n")[0])

    @cached_property
    def key(self) -> str:
        """What it is compared by."""
        return normal(self.text)


Pair = tuple[Passage, Passage]
"""A passage of the old version and what became of it."""


def passages(lines: Sequence[Line]) -> tuple[Passage, ...]:
    """Return the headings, articles and annexes of a text in their order.

    Every paragraph below the first of them belongs to the one it follows, tables included; what
    stands above (title, history) is left out. A text without articles falls into paragraphs.
    """
    lines = [line for line in lines if not line.text.startswith("{{")]
    structure = parse(lines)
    heads = sorted(_heads(structure), key=lambda head: head.line)
    if all(head.is_heading for head in heads):
        return tuple(_paragraphs(lines))
    below: list[list[str]] = [[head.text] for head in heads]
    starts = [head.line for head in heads]
    for line in lines:
        index = bisect_right(starts, line.number) - 1
        if index >= 0 and line.number != starts[index]:
            below[index].append(line.text)
    return tuple(
        Passage(head.label, "\n".join(filter(None, text)), head.anchor, head.place, head.line)
        for head, text in zip(heads, below, strict=True)
    )


def _heads(structure: Structure) -> Iterator[Passage]:
    """Yield the passages with what stands on their first line."""
    for heading in structure.headings:
        yield _heading(heading, structure)
    for article in articles(structure):
        yield _article(article)
    for annex in structure.annexes:
        yield Passage(annex.label, annex.line.text.lstrip(MARKS), "", (), annex.line.number)


def _heading(heading: Heading, structure: Structure) -> Passage:
    inside = (one.headings for one in structure.articles if heading in one.headings)
    outer = [one.line.number for one in next(inside, ())]
    line = heading.line.number
    label = f"第{heading.written}{heading.kind}" if heading.kind else ""
    return Passage(label, heading.title, None, tuple(one for one in outer if one < line), line)


def _article(article: Article) -> Passage:
    first = article.line.text.lstrip(MARKS)
    found = ARTICLE.match(first)
    place = tuple(one.line.number for one in article.headings)
    text = first[found.end() :] if found else first
    return Passage(article.annex + article.label, text, article.anchor, place, article.line.number)


def _paragraphs(lines: Sequence[Line]) -> Iterator[Passage]:
    texts = [line for line in lines if not line.text.startswith("# ")]
    for number, line in enumerate(texts, 1):
        enumerated = ENUMERATED.match(line.text)
        label = enumerated[0].rstrip("、") if enumerated else f"第{number}段"
        yield Passage(label, line.text, "", (), line.number)
