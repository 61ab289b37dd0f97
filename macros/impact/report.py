"""Two states of the handbook compared: everything the report says, as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros import paths
from macros.handbook import Handbook
from macros.impact.addresses import Address, vanished
from macros.impact.figures import (
    DefinitionChange,
    FigureChange,
    compare_definitions,
    compare_figures,
)
from macros.impact.findings import Findings, compare_findings
from macros.impact.pages import PageChange, Shown, compare_pages, shown_pages
from macros.impact.regulations import VersionChange, compare_regulations
from macros.impact.rows import RowChange, compare_rows
from macros.models.book import Book
from macros.problems import Problem
from macros.rendering.site import RenderedSite


@dataclass(frozen=True, slots=True)
class Side:
    """One state of the handbook."""

    site: RenderedSite
    problems: Sequence[Problem]
    """What the checks find in it."""

    pages: Mapping[str, Shown]
    """Its pages as readers see them."""

    @property
    def handbook(self) -> Handbook:
        """The data and pages it is made of."""
        return self.site.handbook


@dataclass(frozen=True, slots=True)
class BookChange:
    """A printed book that has to be printed anew, and the pages in it that changed."""

    book: Book
    pages: tuple[PageChange, ...]
    word: str
    """新增, 删除, 重编 (other pages or title), or 修改."""


@dataclass(frozen=True, slots=True)
class Impact:
    """What a change does to the handbook."""

    files: Sequence[tuple[str, str]]
    """What was edited: 增, 删 or 改, and the name of the file."""

    definitions: Sequence[DefinitionChange]
    figures: Sequence[FigureChange]
    rows: Sequence[RowChange]
    pages: Sequence[PageChange]
    books: Sequence[BookChange]
    gaps: Findings
    regulations: Sequence[VersionChange]
    addresses: Sequence[Address]
    findings: Findings

    @property
    def lost(self) -> list[Address]:
        """Vanished addresses that nothing leads on from."""
        return [one for one in self.addresses if one.redirect is None]

    @property
    def is_blocked(self) -> bool:
        """Whether the change must not go in as it is."""
        return bool(self.lost or self.findings.blocking)

    @property
    def other_rows(self) -> list[RowChange]:
        """Rows that changed without changing a figure."""
        causes = {id(row) for figure in self.figures for row in figure.rows}
        return [row for row in self.rows if id(row) not in causes]

    @property
    def is_empty(self) -> bool:
        """Whether readers see nothing of it, and the checks neither."""
        parts = (self.definitions, self.figures, self.rows, self.pages, self.books, self.gaps.new,
                 self.gaps.mended, self.regulations, self.addresses, self.findings.new,
                 self.findings.mended)  # fmt: skip
        return not any(parts)


def side(
    site: RenderedSite, problems: Sequence[Problem], pages: Mapping[str, Shown] | None = None
) -> Side:
    """Return a state of the handbook; its pages are rendered unless given."""
    return Side(site, problems, shown_pages(site) if pages is None else pages)


def compare(old: Side, new: Side, files: Sequence[tuple[str, str]]) -> Impact:
    """Return what leads from one state of the handbook to the other."""
    before, after = old.handbook, new.handbook
    rows = compare_rows(before, after)
    pages = compare_pages(_readable(old, new), _readable(new, old))
    return Impact(
        files=files,
        definitions=compare_definitions(before, after),
        figures=compare_figures(before, after, rows),
        rows=rows,
        pages=pages,
        books=_books(before, after, pages),
        gaps=compare_findings(old.problems, new.problems, gaps=True),
        regulations=compare_regulations(before, after),
        addresses=vanished(old.site, new.site),
        findings=compare_findings(old.problems, new.problems, gaps=False),
    )


def _readable(one: Side, other: Side) -> dict[str, Shown]:
    """Return the pages of a side without those that the other has in a file nobody can read.

    What is wrong with that file is among the findings; nothing can be said of its sentences.
    """
    files = {path: other.handbook.root / paths.DOCS / path for path in one.pages}
    return {
        path: page
        for path, page in one.pages.items()
        if path in other.pages or not files[path].is_file()
    }


def _books(
    old: Handbook, new: Handbook, pages: Sequence[PageChange]
) -> list[BookChange]:
    before, after = ({book.id: book for book in side.books} for side in (old, new))
    found = []
    for name in dict.fromkeys([*after, *before]):
        one, other = before.get(name), after.get(name)
        book = other or one
        touched = tuple(change for change in pages if change.page.path in book.pages)
        word = "新增" if one is None else "删除" if other is None else "修改"
        if one and other and one.model_dump() != other.model_dump():
            word = "重编"
        if touched or word != "修改":
            found.append(BookChange(book, touched, word))
    return found
