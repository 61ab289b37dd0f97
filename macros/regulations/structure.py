"""The parts of a regulation's text: 编章节, 条, 款, 项, 目.

Counted as the drafting rules do (立法法 on 编章节条款项目): a paragraph of an article is a 款, a
paragraph that introduces 项 is one 款 together with them, and whatever plain paragraph follows
the 项 is the next 款.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from macros.formatting import chinese, from_chinese

NUMERAL = "[零〇一二三四五六七八九十百千两]+"
HEADING = re.compile(rf"第(?P<number>{NUMERAL})(?P<kind>[编章节])(?:[ \u3000]+(?P<title>.*)|$)")
ARTICLE = re.compile(
    rf"第(?P<number>{NUMERAL})条(?:之(?P<inserted>{NUMERAL}))?(?=[ \u3000]|$)[ \u3000]*"
)
SUBPARAGRAPH = re.compile(rf"[（(](?P<number>{NUMERAL})[）)]")
ITEM = re.compile(r"(?P<number>[1-9][0-9]?)[.．、](?![0-9])|[（(](?P<inner>[1-9][0-9]?)[）)]")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the source."""

    number: int
    """Line in the file, from 1."""

    text: str


@dataclass(slots=True)
class Unit:
    """An item (目) or subparagraph (项)."""

    number: int
    line: Line
    items: list["Unit"] = field(default_factory=list)


@dataclass(slots=True)
class Paragraph:
    """A 款: a paragraph of an article with the 项 it introduces."""

    number: int
    line: Line
    text: str
    """Without the number of the article."""

    subparagraphs: list[Unit] = field(default_factory=list)


@dataclass(slots=True)
class Heading:
    """A 编, 章 or 节."""

    kind: str
    number: int | None
    """None if the numeral is not written canonically."""

    title: str
    line: Line


@dataclass(slots=True)
class Article:
    """A 条, e.g. 第十二条 or 第十二条之一."""

    number: int | None
    """None if the numeral is not written canonically."""

    inserted: int | None
    """1 for 之一."""

    label: str
    """As written: ``第十二条之一``."""

    line: Line
    headings: tuple[Heading, ...]
    """The part, chapter and section it stands in, outermost first."""

    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """The anchor of the article on its page, by number: 第十二条之一."""
        return article_label(self.number, self.inserted) if self.number else self.label


@dataclass(slots=True)
class Structure:
    """A regulation's text, taken apart."""

    preamble: list[Line] = field(default_factory=list)
    """What stands before the first heading or article."""

    headings: list[Heading] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)

    def article(self, number: int, inserted: int | None = None) -> Article | None:
        """Return the article of that number."""
        wanted = (number, inserted)
        return next((one for one in self.articles if (one.number, one.inserted) == wanted), None)


def article_label(number: int, inserted: int | None = None) -> str:
    """Return how an article is cited: 第十二条, 第十二条之一."""
    return f"第{chinese(number)}条" + (f"之{chinese(inserted)}" if inserted else "")


def anchor(
    article: Article, paragraph: int = 0, subparagraph: int = 0, item: int = 0
) -> str:
    """Return the anchor of a unit: ``第十二条第二款第三项第一目``; 0 leaves a level out."""
    parts = [article.anchor]
    for number, kind in ((paragraph, "款"), (subparagraph, "项"), (item, "目")):
        if number:
            parts.append(f"第{chinese(number)}{kind}")
    return "".join(parts)


def parse(lines: Iterable[Line]) -> Structure:
    """Return the structure of a regulation; `lines` are its paragraphs, none blank."""
    builder = _Builder()
    for line in lines:
        builder.add(line)
    return builder.structure


RANKS = "编章节"


class _Builder:
    """Adds one paragraph after another to where it belongs."""

    def __init__(self) -> None:
        self.structure = Structure()
        self.open_headings: list[Heading] = []

    def add(self, line: Line) -> None:
        text = line.text.lstrip("# \u3000")
        heading = HEADING.match(text)
        article = ARTICLE.match(text)
        if heading:
            self._add_heading(heading, line)
        elif article:
            self._add_article(article, text, line)
        elif self.structure.articles:
            self._add_to_article(text, line)
        elif not self.structure.headings:
            self.structure.preamble.append(line)

    def _add_heading(self, found: re.Match[str], line: Line) -> None:
        kind = found["kind"]
        number = from_chinese(found["number"])
        heading = Heading(kind, number, (found["title"] or "").strip(), line)
        rank = RANKS.index(kind)
        self.open_headings = [
            one for one in self.open_headings if RANKS.index(one.kind) < rank
        ] + [heading]
        self.structure.headings.append(heading)

    def _add_article(self, found: re.Match[str], text: str, line: Line) -> None:
        inserted = from_chinese(found["inserted"]) if found["inserted"] else None
        label = text[: found.end()].strip(" \u3000")
        number = from_chinese(found["number"])
        article = Article(number, inserted, label, line, tuple(self.open_headings))
        article.paragraphs.append(Paragraph(1, line, text[found.end() :]))
        self.structure.articles.append(article)

    def _add_to_article(self, text: str, line: Line) -> None:
        article = self.structure.articles[-1]
        paragraph = article.paragraphs[-1]
        subparagraph = SUBPARAGRAPH.match(text)
        item = ITEM.match(text)
        if subparagraph:
            number = from_chinese(subparagraph["number"]) or 0
            paragraph.subparagraphs.append(Unit(number, line))
        elif item and paragraph.subparagraphs:
            number = int(item["number"] or item["inner"])
            paragraph.subparagraphs[-1].items.append(Unit(number, line))
        else:
            article.paragraphs.append(Paragraph(len(article.paragraphs) + 1, line, text))


def units(structure: Structure) -> Iterator[tuple[str, Line]]:
    """Yield the anchor and source line of every article, 款, 项 and 目."""
    for article in structure.articles:
        for paragraph in article.paragraphs:
            yield anchor(article, paragraph.number), paragraph.line
            for subparagraph in paragraph.subparagraphs:
                yield anchor(article, paragraph.number, subparagraph.number), subparagraph.line
                for item in subparagraph.items:
                    place = (paragraph.number, subparagraph.number, item.number)
                    yield anchor(article, *place), item.line
