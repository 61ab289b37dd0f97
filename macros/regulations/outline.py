"""What other pages ask of a version: its anchors, where articles begin and end, their first words.

It is found again without taking the text apart: an edit of one page asks this of every version.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from macros.regulations.citations import PRECEDING, find_preceding
from macros.regulations.structure import Article, Structure, units

OPENING = 160
"""Characters of an article shown on hover and focus."""


class ArticleOutline(NamedTuple):
    """An article, without its text."""

    number: int | None
    inserted: int | None
    anchor: str
    first_line: int
    last_line: int
    """Number of its last 款, 项 or 目 in the file."""

    opening: str
    """Its 款 and 项 as one text, cut behind `OPENING` characters."""


class Preceding(NamedTuple):
    """A 前款: where it stands in the file, and the 款 it means."""

    start: int
    end: int
    article: int
    inserted: int
    paragraph: int


class Outline(NamedTuple):
    """What other pages ask of a version."""

    anchors: frozenset[str]
    """Every anchor of its page; the first 款 of an article has one of its own."""

    articles: tuple[ArticleOutline, ...]
    """Those of annexes left out."""

    preceding: tuple[Preceding, ...]

    def opening(self, number: int, inserted: int | None) -> str:
        """Return the first words of an article."""
        wanted = (number, inserted)
        return next(one.opening for one in self.articles if one[:2] == wanted)


def outline(structure: Structure, text: str) -> Outline:
    """Return the outline of a version.

    Args:
        text: the file that its lines are numbered in.
    """
    anchors = {anchor for anchor, _ in units(structure)}
    anchors |= {article.anchor for article in structure.articles}
    preceding = _preceding(structure, text) if PRECEDING.search(text) else ()
    return Outline(frozenset(anchors), tuple(map(_article, structure.articles)), tuple(preceding))


def as_lists(outline: Outline) -> list[list]:
    """Return an outline ready for JSON."""
    return [sorted(outline.anchors), outline.articles, outline.preceding]


def from_lists(lists: list[list]) -> Outline:
    """Return what `as_lists` was made from."""
    anchors, articles, preceding = lists
    return Outline(
        frozenset(anchors),
        tuple(map(ArticleOutline._make, articles)),
        tuple(map(Preceding._make, preceding)),
    )


def _article(article: Article) -> ArticleOutline:
    return ArticleOutline(
        article.number,
        article.inserted,
        article.anchor,
        article.line.number,
        _last_line(article),
        opening(cited_texts(article)),
    )


def opening(texts: Iterable[str]) -> str:
    """Return texts as one, as much of it as is shown on hover and focus."""
    text = " ".join(texts)
    return text if len(text) <= OPENING else f"{text[:OPENING]}…"


def cited_texts(article: Article, paragraph: int = 0, subparagraph: int = 0) -> Iterator[str]:
    """Yield the texts of an article, or of its 款 or 项 of a number, 目 left out."""
    for one in article.paragraphs:
        if paragraph in (0, one.number):
            if not subparagraph:
                yield one.text
            for unit in one.subparagraphs:
                if subparagraph in (0, unit.number):
                    yield unit.line.text


def _last_line(article: Article) -> int:
    if not article.paragraphs:
        return article.line.number
    paragraph = article.paragraphs[-1]
    if not paragraph.subparagraphs:
        return paragraph.line.number
    unit = paragraph.subparagraphs[-1]
    return unit.items[-1].line.number if unit.items else unit.line.number


def _preceding(structure: Structure, text: str) -> Iterator[Preceding]:
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for article in structure.articles:
        for paragraph in article.paragraphs if article.number else ():
            for line in (paragraph.line, *(unit.line for unit in paragraph.subparagraphs)):
                offset = starts[line.number - 1]
                for start, end, count in find_preceding(lines[line.number - 1]):
                    target = paragraph.number - count
                    if target >= 1:
                        place = (article.number, article.inserted or 0, target)
                        yield Preceding(offset + start, offset + end, *place)
