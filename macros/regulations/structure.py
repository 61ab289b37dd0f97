"""The structure of a regulation's text: 编章节, 条, 款, 项, 目.

Counted as the drafting rules do (立法法 on 编章节条款项目): a paragraph of an article is a 款, a
paragraph that introduces 项 is one 款 together with them, and whatever plain paragraph follows
the 项 is the next 款, unless the 项 go on behind it.
"""

import re
from collections.abc import Iterable

from macros.regulations.layout import Role, roles
from macros.regulations.marks import (
    ARTICLE,
    CAPTION,
    HEADING,
    NUMERAL,
    OMITTED,
    RANKS,
    Mark,
    find_article,
    find_heading,
    find_mark,
    number_of,
    squeezed,
)
from macros.regulations.parts import (
    Annex,
    Article,
    Heading,
    Line,
    Paragraph,
    Structure,
    Unit,
    anchor,
    article_label,
    articles,
    units,
)

__all__ = [
    "ARTICLE", "HEADING", "NUMERAL", "Annex", "Article", "Heading", "Line", "Paragraph",
    "Structure", "Unit", "anchor", "article_label", "articles", "parse",
    "units",
]  # fmt: skip

NOT_PROSE = ("|", "- ", "> ", "{{")
"""Tables, lists, quotations and macro calls: no paragraphs of an article."""

ANNEX_LABEL = re.compile(r"附[件表录图注]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})?")

Listing = list[tuple[str, list[Unit]]]
"""The lists open at one place, the outermost first: how each is numbered, and its units."""


def parse(lines: Iterable[Line]) -> Structure:
    """Return the structure of a regulation; `lines` are its paragraphs, none blank."""
    paragraphs = [line for line in lines if not line.text.startswith(NOT_PROSE)]
    builder = _Builder()
    for line, role in zip(paragraphs, roles([one.text for one in paragraphs]), strict=True):
        builder.add(line, role)
    return builder.structure


class _Builder:
    """Adds one paragraph after another to where it belongs."""

    def __init__(self) -> None:
        self.structure = Structure()
        self.open_headings: list[Heading] = []
        self.annex: Annex | None = None
        self.listing: Listing = []
        self.earlier: list[tuple[int, Listing]] = []
        """Number and lists of the 款 before, within the same article."""

    @property
    def articles(self) -> list[Article]:
        return self.annex.articles if self.annex else self.structure.articles

    def add(self, line: Line, role: Role) -> None:
        text = line.text.lstrip("# \t\u3000")
        if role is Role.ANNEX:
            self._open_annex(text, line)
            return
        heading = find_heading(line.text) if role is Role.TEXT else None
        article = find_article(text) if role is Role.TEXT else None
        if heading or role is Role.CAPTION:
            self._add_heading(heading, line)
        elif article or (omitted := OMITTED.match(text) if role is Role.TEXT else None):
            self._add_article(article or omitted, text, line)
        elif self.articles:
            self.articles[-1].lines.append(line)
            if role is not Role.QUOTED:
                self._add_to_article(text, line)
        elif not self.structure.headings and not self.annex:
            self.structure.preamble.append(line)

    def _open_annex(self, text: str, line: Line) -> None:
        found = ANNEX_LABEL.match(squeezed(text))
        label = found.group() if found and len(found.group()) > 1 else "附件"
        self.annex = Annex(label, line)
        self.structure.annexes.append(self.annex)
        self.open_headings = []

    def _add_heading(self, found: re.Match[str] | None, line: Line) -> None:
        kind = squeezed(found["kind"]) if found else ""
        number = number_of(found["number"]) if found else None
        if self.annex and kind and number == self._next_number(kind):
            self.annex = None
        title = found["title"].strip() if found else line.text.lstrip("# \t\u3000")
        heading = Heading(kind, number, title, line, found["number"] if found else "")
        rank = _rank(heading)
        outer = [one for one in self.open_headings if _rank(one) < rank]
        self.open_headings = [*outer, heading]
        if not self.annex:
            self.structure.headings.append(heading)

    def _next_number(self, kind: str) -> int:
        same = [one.number for one in self.structure.headings if one.kind == kind]
        return (same[-1] or 0) + 1 if same else 0

    def _add_article(self, found: re.Match[str], text: str, line: Line) -> None:
        groups = found.groupdict()
        number = number_of(found["number"])
        inserted = (number_of(groups["inserted"]) or 0) if groups.get("inserted") else None
        last = self.structure.articles[-1] if self.structure.articles else None
        if self.annex and last and number == ((last.through or last.number or 0) + 1):
            self.annex = None
        label = re.sub(r"\s", "", text[: found.end()])
        rest = text[found.end() :]
        article = Article(number, inserted, label, line, tuple(self.open_headings))
        article.through = number_of(groups["last"]) if groups.get("last") else None
        article.annex = self.annex.label if self.annex else ""
        article.caption = rest if rest and CAPTION.match(rest) else ""
        article.paragraphs.append(Paragraph(1, line, rest))
        article.lines.append(line)
        self.articles.append(article)
        self.listing, self.earlier = [], []
        mark = find_mark(rest)
        if mark and mark.number == 1 and not article.caption:
            self._append(mark, line, 0)

    def _add_to_article(self, text: str, line: Line) -> None:
        article = self.articles[-1]
        mark = find_mark(text)
        if mark and self._add_unit(article, mark, line):
            return
        if _awaits_text(article):
            article.paragraphs[0] = Paragraph(1, line, text)
            return
        self.earlier.append((len(article.paragraphs), self.listing))
        self.listing = []
        article.paragraphs.append(Paragraph(len(article.paragraphs) + 1, line, text))

    def _add_unit(self, article: Article, mark: Mark, line: Line) -> bool:
        """Add a 项 or 目 to its list; return False if it is but a sentence with a number."""
        depth = _depth(self.listing, mark)
        if depth is None and mark.number != 1:
            depth = self._go_on(article, mark)
            if depth is None and mark.style != "（一）" and not self.listing:
                return False
        self._append(mark, line, len(self.listing) if depth is None else depth)
        return True

    def _append(self, mark: Mark, line: Line, depth: int) -> None:
        del self.listing[depth + 1 :]
        if depth == len(self.listing):
            above = self.listing[-1][1][-1].items if self.listing else None
            own = self.articles[-1].paragraphs[-1].subparagraphs if above is None else above
            self.listing.append((mark.style, own))
        unit = Unit(mark.number, line, mark=mark.style, written=mark.text)
        self.listing[depth][1].append(unit)

    def _go_on(self, article: Article, mark: Mark) -> int | None:
        """Take up a list that a plain paragraph interrupted; that paragraph is no 款 then."""
        if article.paragraphs[-1].text.endswith(("：", ":")):
            return None
        for number, listing in reversed(self.earlier):
            depth = _depth(listing, mark)
            if depth is not None and listing[depth][1][-1].number == mark.number - 1:
                del article.paragraphs[number:]
                self.earlier = [one for one in self.earlier if one[0] < number]
                self.listing = listing
                return depth
        return None


def _awaits_text(article: Article) -> bool:
    """Return whether nothing but a caption has come behind the number of an article."""
    [first, *others] = article.paragraphs
    is_empty = bool(article.caption) or not first.text
    return is_empty and not others and not first.subparagraphs and first.line is article.line


def _depth(listing: Listing, mark: Mark) -> int | None:
    styles = [style for style, _ in listing]
    return styles.index(mark.style) if mark.style in styles else None


def _rank(heading: Heading) -> int:
    """Return how deep a heading stands; one without a number ends the chapter before it."""
    if heading.kind:
        return RANKS[heading.kind]
    return RANKS["节"] if heading.line.text.startswith("###") else RANKS["章"]
