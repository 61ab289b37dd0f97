"""One volume to print: a book, a page or a regulation as one Typst source."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

from macros.books.appendices import Appendix, by_status, gaps, heading_text, sources_of_figures
from macros.books.figure_notes import FigureNotes
from macros.books.fonts import FontChoice
from macros.books.links import Links
from macros.books.source import array, escaped, label, quoted
from macros.books.walker import Walker
from macros.formatting import MISSING, chinese_date
from macros.models.book import Book
from macros.models.front_matter import RegulationFrontMatter
from macros.problems import Problem, Where
from macros.rendering.site import RenderedPage, RenderedSite

TEMPLATES = {"公文": "official.typ", "书": "book.typ", "表单": "form.typ"}

CODE = "book-page"

NAMES = {"fang": "仿宋", "kai": "楷体", "hei": "黑体", "song": "宋体", "title": "小标宋",
         "mono": "等宽"}  # fmt: skip
"""Roles by the names the templates use."""


@dataclass(frozen=True, slots=True)
class Volume:
    """The source of a volume, ready to be compiled."""

    book: Book
    source: str
    digest: str
    """First digits of the hash of pages and templates; printed on the cover."""

    images: tuple[str, ...]
    """Files it shows, relative to the project."""

    problems: tuple[Problem, ...]


def book_of_page(site: RenderedSite, path: str) -> Book:
    """Return a book of a single page, printed as 公文."""
    page = site.pages[path]
    name = path.removesuffix(".md").replace("/", "-")
    where = Where(page.page.name)
    return Book(代号=name, 标题=heading_text(page), 版式="公文", 页面=(path,), where=where)


def make_volume(
    site: RenderedSite, book: Book, fonts: FontChoice, release: bool, marking: str = ""
) -> Volume:
    """Return the volume of a book; what cannot be printed is in its problems.

    `marking` stands at the head of every page.
    """
    pages = {path: site.pages[path] for path in book.pages if path in site.pages}
    problems = list(_missing_pages(book, pages))
    notes, links = FigureNotes(site.handbook), Links(pages)
    parts, images = [], []
    for path, page in pages.items():
        walker = Walker(page, links, notes, fonts.families["宋体"][0])
        parts.append(_top(links, path) + walker.walk())
        problems += [*page.problems, *walker.problems]
        images += walker.images
    behind = "".join(_behind(book, [*_appendices(site, book, links, notes, release)]))
    body = "#pagebreak(weak: true)\n".join(parts) + behind + _letter_end(pages)
    template = _template(book)
    digest = hashlib.sha256((template + body).encode()).hexdigest()[:12]
    preamble = "".join(_preamble(site, book, fonts, release, digest))
    preamble += f"#let marking = {quoted(marking)}\n"
    start = f"\n#show: profile\n\n{_letter_start(pages)}"
    source = f"{preamble}{template}{start}{body}"
    return Volume(book, source, digest, tuple(images), tuple(problems))


def _missing_pages(book: Book, pages: Mapping[str, RenderedPage]) -> Iterator[Problem]:
    for path in book.pages:
        if path not in pages:
            fact = f"书“{book.title}”收的页面“{path}”不存在"
            yield Problem(book.place("页面"), CODE, fact, "改成 docs 里有的路径，或删去这一行。")


def _top(links: Links, path: str) -> str:
    """A page without a title needs a mark for links that lead to it."""
    return "" if links.top(path) else f"#anchor({label(path)})\n"


def _template(book: Book) -> str:
    folder = files("macros.books") / "templates"
    names = ("common.typ", TEMPLATES[book.profile])
    return "\n".join((folder / name).read_text("utf-8") for name in names)


def _preamble(
    site: RenderedSite, book: Book, fonts: FontChoice, release: bool, digest: str
) -> Iterator[str]:
    yield "#let fonts = (\n"
    for name, role in NAMES.items():
        yield f"  {name}: {array(tuple(map(quoted, fonts.families[role])))},\n"
    yield ")\n"
    organization = site.handbook.organization
    publisher = (organization and organization.name) or MISSING
    edition = "定稿" if release else "草稿·未定稿"
    yield f"#let draft = {_truth(not release)}\n"
    yield f"#let title = {quoted(book.title)}\n"
    yield f"#let author = {array((quoted(publisher),) if publisher != MISSING else ())}\n"
    yield f"#let publisher = [{escaped(publisher)}]\n"
    yield f"#let edition = {quoted(edition)}\n"
    yield f"#let date = {quoted(chinese_date(site.handbook.day))}\n"
    yield f"#let hash = {quoted(digest)}\n"
    yield f"#let depth = {book.depth}\n"
    yield f"#let list-articles = {_truth(book.lists_articles)}\n"


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _appendices(
    site: RenderedSite, book: Book, links: Links, notes: FigureNotes, release: bool
) -> Iterator[Appendix]:
    pages = {path: site.pages[path] for path in book.pages if path in site.pages}
    if book.profile == "书":
        yield from by_status(site, pages, links)
    yield from sources_of_figures(notes)
    if not release:
        yield from gaps(pages, links, notes)


def _behind(book: Book, appendices: list[Appendix]) -> Iterator[str]:
    """Yield the appendices; an official document lists them first, a single one has no number."""
    if book.profile == "公文" and appendices:
        yield f"#attachments{array(tuple(quoted(title) for title, _ in appendices))}\n"
    is_single = book.profile == "公文" and len(appendices) == 1
    for number, (title, content) in enumerate(appendices, 1):
        shown = "none" if is_single else number
        yield f"#appendix({shown})[{escaped(title)}]\n\n{content}"


def _issued(pages: Mapping[str, RenderedPage]) -> RegulationFrontMatter | None:
    """Return what a single regulation says about its issue, if it says who issued it."""
    metas = [page.page.meta for page in pages.values()]
    if len(metas) == 1 and isinstance(metas[0], RegulationFrontMatter) and metas[0].issuer:
        return metas[0]
    return None


def _letter_start(pages: Mapping[str, RenderedPage]) -> str:
    meta = _issued(pages)
    if meta is None or not meta.document_number:
        return ""
    return f"#letterhead([{escaped(meta.issuer)}], [{escaped(meta.document_number)}])\n"


def _letter_end(pages: Mapping[str, RenderedPage]) -> str:
    meta = _issued(pages)
    if meta is None or not meta.document_number or meta.issued_on is None:
        return ""
    return f"#colophon([{escaped(meta.issuer)}], [{chinese_date(meta.issued_on)}])\n"
