"""What other pages ask of a version: its anchors, where its articles begin and end, its 前款.

It is found again without taking the text apart: an edit of one page asks this of every version.
"""

from collections.abc import Iterator
from typing import NamedTuple

from macros.regulations.citations import PRECEDING, find_preceding
from macros.regulations.structure import Article, Structure, units
from macros.sources.markdown_file import MarkdownFile


class ArticleOutline(NamedTuple):
    """An article, without its text."""

    anchor: str
    first_line: int
    last_line: int
    """Number of its last 款, 项 or 目 in the file."""


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


def outline(structure: Structure, file: MarkdownFile) -> Outline:
    """Return the outline of a version.

    Args:
        file: where its lines are.
    """
    anchors = {anchor for anchor, _ in units(structure)}
    anchors |= {article.anchor for article in structure.articles}
    preceding = _preceding(structure, file) if PRECEDING.search(file.text) else ()
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
    return ArticleOutline(article.anchor, article.line.number, _last_line(article))


def _last_line(article: Article) -> int:
    if not article.paragraphs:
        return article.line.number
    paragraph = article.paragraphs[-1]
    if not paragraph.subparagraphs:
        return paragraph.line.number
    unit = paragraph.subparagraphs[-1]
    return unit.items[-1].line.number if unit.items else unit.line.number


def _preceding(structure: Structure, file: MarkdownFile) -> Iterator[Preceding]:
    starts = file.line_starts
    for article in structure.articles:
        for paragraph in article.paragraphs if article.number else ():
            for line in (paragraph.line, *(unit.line for unit in paragraph.subparagraphs)):
                offset = starts[line.number - 1]
                for start, end, count in find_preceding(file.text[offset : starts[line.number]]):
                    target = paragraph.number - count
                    if target >= 1:
                        place = (article.number, article.inserted or 0, target)
                        yield Preceding(offset + start, offset + end, *place)
