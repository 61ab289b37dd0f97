"""A pack as a page, which the books print as they print every other page."""

from collections.abc import Iterator

from macros.exporting.evidence.pack import Pack
from macros.exporting.table import Table, Value
from macros.models.front_matter import FrontMatter
from macros.page import Page
from macros.page_macros.html import NOTHING, note, optional_text, table, wide
from macros.regulations.links import Citations
from macros.rendering.site import RenderedPage, RenderedSite
from macros.sources.markdown_file import parse_markdown

PATH = "evidence.md"
LONG = 24
"""Width from which a column holds sentences."""


def as_site(pack: Pack) -> RenderedSite:
    """Return a site of one page: the pack."""
    handbook = pack.scope.handbook
    file = parse_markdown("\n".join(_lines(pack)), PATH)
    page = Page(PATH, file, FrontMatter(), ())
    citations = Citations(handbook)
    return RenderedSite(handbook, {PATH: RenderedPage(handbook, page, {}, citations)}, citations)


def _lines(pack: Pack) -> Iterator[str]:
    mark = "（内部）" if pack.scope.is_restricted else ""
    yield f"# {pack.title}{mark}\n"
    facts = [(_cell(name), _cell(content)) for name, content in pack.facts]
    yield table("基本情况", ("项目", "内容"), facts, kinds=wide("内容")) + "\n"
    for one in pack.tables:
        yield _table(one) + "\n"


def _table(one: Table) -> str:
    if not one.rows:
        return note(f"“{one.name}”没有内容。")
    header = [field.name for field in one.fields]
    long = wide(*(field.name for field in one.fields if field.width >= LONG))
    rows = [tuple(map(_cell, one.shown(row))) for row in one.rows]
    return table(f"{one.name}（{len(rows)}行）", header, rows, kinds=long)


def _cell(value: Value) -> str:
    if value in (None, "", NOTHING):
        return NOTHING
    # As an entity a title is no citation, which would become a link of Markdown within HTML.
    return optional_text(value).replace("《", "&#12298;")
