"""The parts of a regulation: headings, articles, 款, 项, 目, annexes, and their addresses."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from macros.formatting import chinese


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
    """0 if the numeral is not written canonically."""

    line: Line
    items: list["Unit"] = field(default_factory=list)
    mark: str = "（一）"
    """How its list is numbered: （一）, 一、, 1., （1） or ①."""

    written: str = ""
    """The numeral as written."""


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
    """A 编, 章 or 节, or a heading without a number."""

    kind: str
    """编, 分编, 章, 节 …; empty for a heading without a number."""

    number: int | None
    """None if the numeral is not written canonically."""

    title: str
    line: Line
    written: str = ""
    """The numeral as written."""


@dataclass(slots=True)
class Article:
    """A 条, e.g. 第十二条 or 第十二条之一."""

    number: int | None
    """None if the numeral is not written canonically."""

    inserted: int | None
    """1 for 之一; 0 if that numeral is not written canonically."""

    label: str
    """As written: ``第十二条之一``."""

    line: Line
    headings: tuple[Heading, ...]
    """The part, chapter and section it stands in, outermost first."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    """All its lines, those included that are no 款, 项 or 目: quotations, a caption."""

    caption: str = ""
    """What stands alone on its first line: （目的和依据）."""

    through: int | None = None
    """The last number of a line that stands for several: 第十条至第十二条（删去）."""

    annex: str = ""
    """The annex it stands in: 附件一."""

    @property
    def anchor(self) -> str:
        """The anchor of the article on its page, by number: 第十二条之一."""
        own = article_label(self.number, self.inserted) if self.number else self.label
        return self.annex + own


@dataclass(slots=True)
class Annex:
    """An annex, or a second text in the same file, with articles of its own."""

    label: str
    """附件一, or 附件 for one without number."""

    line: Line
    articles: list[Article] = field(default_factory=list)


@dataclass(slots=True)
class Structure:
    """A regulation's text, taken apart."""

    preamble: list[Line] = field(default_factory=list)
    """What stands before the first heading or article."""

    headings: list[Heading] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)

    def article(self, number: int, inserted: int | None = None) -> Article | None:
        """Return the article of that number."""
        wanted = (number, inserted)
        return next((one for one in self.articles if (one.number, one.inserted) == wanted), None)


def article_label(number: int, inserted: int | None = None) -> str:
    """Return how an article is cited: 第十二条, 第十二条之一."""
    return f"第{chinese(number)}条" + (f"之{chinese(inserted)}" if inserted else "")


def anchor(article: Article, paragraph: int = 0, subparagraph: int = 0, item: int = 0) -> str:
    """Return the anchor of a unit: ``第十二条第二款第三项第一目``; 0 leaves a level out."""
    parts = [article.anchor]
    for number, kind in ((paragraph, "款"), (subparagraph, "项"), (item, "目")):
        if number:
            parts.append(f"第{chinese(number)}{kind}")
    return "".join(parts)


def articles(structure: Structure) -> Iterator[Article]:
    """Yield every article, those of annexes included."""
    yield from structure.articles
    for annex in structure.annexes:
        yield from annex.articles


def units(structure: Structure) -> Iterator[tuple[str, Line]]:
    """Yield the anchor and source line of every article, 款, 项 and 目, no anchor twice."""
    taken: set[str] = set()
    for article in articles(structure):
        for address, line in _units(article):
            if address not in taken:
                taken.add(address)
                yield address, line


def _units(article: Article) -> Iterator[tuple[str, Line]]:
    for paragraph in article.paragraphs:
        yield anchor(article, paragraph.number), paragraph.line
        for subparagraph in paragraph.subparagraphs:
            yield anchor(article, paragraph.number, subparagraph.number), subparagraph.line
            for item in subparagraph.items:
                place = (paragraph.number, subparagraph.number, item.number)
                yield anchor(article, *place), item.line
