"""What stands behind the pages of a volume: sources of figures, gaps, regulations by status."""

from collections.abc import Iterable, Iterator, Mapping

from macros.books.constructs.tables import plain_table
from macros.books.figure_notes import FigureNotes, source_row
from macros.books.links import Links
from macros.books.source import label, words
from macros.formatting import MISSING, text_or_missing
from macros.regulations.register import Status, regulations
from macros.rendering.document import visible_text
from macros.rendering.site import RenderedPage, RenderedSite

Appendix = tuple[str, str]
"""Title and Typst source."""


def sources_of_figures(notes: FigureNotes) -> Iterator[Appendix]:
    """Yield 数据来源一览表, unless no figure is shown."""
    header = ("序号", "指标", "数", "截至", "口径", "来源", "核实")
    rows = []
    for number, shown in enumerate(notes.figures, 1):
        first, *others = map(words, source_row(number, shown))
        anchor = f'#anchor(label("figure-note-{number}"))'
        rows.append((anchor + first, *others))
    if rows:
        widths = "(auto, 6fr, 7fr, 7fr, 11fr, 6fr, 5fr)"
        yield "数据来源一览表", plain_table(header, rows, widths)


def gaps(
    pages: Mapping[str, RenderedPage], links: Links, notes: FigureNotes
) -> Iterator[Appendix]:
    """Yield 待补清单: the figures still to come with who owes them, and the gaps of each page."""
    figures = [
        tuple(map(words, (one.key.name, one.state.value, *_debt(one)))) for one in notes.gaps
    ]
    others = [
        (words(page.page.title), str(count), _page_of(links, path))
        for path, page in pages.items()
        if (count := _count(page))
    ]
    parts = []
    if figures:
        header = ("指标", "状态", "原因", "责任科室", "补报期限", "填在哪里")
        parts.append(plain_table(header, figures, "(5fr, 3fr, 8fr, 4fr, 4fr, 7fr)"))
    if others:
        header = ("页面", "【待填】几处", "在哪一页起")
        parts.append(plain_table(header, others, "(6fr, 2fr, 2fr)"))
    if parts:
        yield "待补清单", "".join(parts)


def _debt(shown) -> tuple[str, ...]:
    typed = shown.typed
    return (
        text_or_missing(typed and typed.reason),
        text_or_missing(typed and typed.owner),
        text_or_missing(typed and typed.due_on),
        str(shown.where),
    )


def _count(page: RenderedPage) -> int:
    return page.article.text_content().count(MISSING)


def by_status(
    site: RenderedSite, paths: Iterable[str], links: Links
) -> Iterator[Appendix]:
    """Yield the index of the regulations in the volume, grouped by status on the day of print."""
    chosen = frozenset(paths)
    found: dict[Status, list[tuple[str, ...]]] = {status: [] for status in Status}
    for regulation in regulations(site.handbook).values():
        for version in regulation.versions:
            path = version.page.path
            if path not in chosen:
                continue
            status = regulation.status(version, site.handbook.day)
            number = text_or_missing(version.meta.document_number)
            day = text_or_missing(version.meta.effective_on)
            row = (*map(words, (version.title, status.value, number, day)), _page_of(links, path))
            found[status].append(row)
    rows = [row for some in found.values() for row in some]
    if rows:
        header = ("制度", "效力", "文号", "施行日期", "页码")
        yield "制度效力索引", plain_table(header, rows, "(10fr, 4fr, 6fr, 5fr, 4fr)")


def _page_of(links: Links, path: str) -> str:
    return f"第#page-of({label(path, links.top(path))})页"


def heading_text(page: RenderedPage) -> str:
    """Return the first heading of a page as readers see it, else its title."""
    heading = page.article.find("h1")
    return visible_text(heading) if heading is not None else page.page.title
