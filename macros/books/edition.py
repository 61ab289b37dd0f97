"""The books to print: chosen by name, all composed before a single file is written."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.books.fonts import FontChoice, choose_fonts, installed_fonts
from macros.books.printing import print_volume, write_whole
from macros.books.volume import Volume, book_of_page, make_volume
from macros.models.book import Book
from macros.problems import Problem, ProblemsFound, Where
from macros.regulations.register import regulations
from macros.rendering.site import RenderedSite
from macros.sources.revision import made_at


@dataclass(frozen=True, slots=True)
class Print:
    """A finished PDF, still in memory."""

    volume: Volume
    pdf: bytes
    log: tuple[str, ...]
    """What was printed with which fonts, for the print log."""


def chosen_books(site: RenderedSite, names: tuple[str, ...]) -> list[Book]:
    """Return the books named, or all; a name may also be a page or the id of a regulation.

    Raises:
        ProblemsFound: for names that are nothing of the kind.
    """
    if not names:
        return list(site.handbook.books)
    books, problems = [], []
    for name in names:
        book = _named(site, name)
        books += [book] if book else []
        problems += [] if book else [_unknown(site, name)]
    if problems:
        raise ProblemsFound(problems)
    return books


def print_books(
    site: RenderedSite, books: list[Book], release: bool, marking: str = ""
) -> list[Print]:
    """Return the finished books.

    Args:
        site: the pages.
        books: which of them make up what.
        release: whether nothing is missing; drafts say so on every page.
        marking: who may read them, on every page: 内部.

    Raises:
        ProblemsFound: everything that stands in the way, of all books at once.
    """
    fonts = choose_fonts(installed_fonts())
    seconds = made_at(site.handbook.root)
    prints, problems = [], []
    for book in books:
        volume = make_volume(site, book, fonts, release, marking)
        try:
            pdf = print_volume(site, volume, fonts, seconds)
        except ProblemsFound as error:
            problems += error.problems
            continue
        prints.append(Print(volume, pdf, tuple(_log(volume, fonts, release))))
    if problems:
        raise ProblemsFound(problems)
    return prints


def write_books(folder: Path, prints: list[Print]) -> list[Path]:
    """Write each PDF and its print log into `folder`; return the PDFs."""
    written = []
    for one in prints:
        path = folder / f"{one.volume.book.id}.pdf"
        write_whole(path, one.pdf)
        write_whole(path.with_suffix(".txt"), ("\n".join(one.log) + "\n").encode())
        written.append(path)
    return written


def _named(site: RenderedSite, name: str) -> Book | None:
    for book in site.handbook.books:
        if book.id == name:
            return book
    path = name.removeprefix("docs/").rstrip("/")
    if path in site.pages:
        return book_of_page(site, path)
    regulation = regulations(site.handbook).get(path.removeprefix("regulations/"))
    if regulation is None:
        return None
    version = regulation.in_force(site.handbook.day) or regulation.versions[-1]
    return book_of_page(site, version.page.path)


def _unknown(site: RenderedSite, name: str) -> Problem:
    known = [book.id for book in site.handbook.books]
    close = difflib.get_close_matches(name, [*known, *site.pages], n=1, cutoff=0.4)
    guess = f"是不是想写 {close[0]}？" if close else ""
    hint = (
        f"{guess}能写的：书的代号（{'、'.join(known)}）、"
        "页面的路径（如 reports/2023.md）或制度的代号。"
    )
    return Problem(Where("data/books.yml"), "book-name", f"没有叫“{name}”的书或页面", hint)


def _log(volume: Volume, fonts: FontChoice, release: bool) -> Iterator[str]:
    yield f"{volume.book.title}（{volume.book.profile}版式，{'定稿' if release else '草稿'}）"
    yield f"内容校验码：{volume.digest}"
    yield f"页面：{'、'.join(volume.book.pages)}"
    yield "字体："
    yield from (f"  {line}" for line in fonts.log())
