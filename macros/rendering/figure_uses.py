"""On the page of a figure: every page, sentence, table and chart that shows it."""

from collections.abc import Iterable

from macros.handbook import Handbook, Page
from macros.page_macros.html import escape, link, note
from macros.rendering.usage import Use, uses_by_name

KINDS = {"图": "图"}
"""What readers see of a block macro; a table, but for these."""


def used_in(handbook: Handbook, page: Page) -> str:
    """Return the list of the uses of the figure whose page it is, page by page, as HTML."""
    by_page: dict[str, list[Use]] = {}
    for use in uses_by_name(handbook).get(page.figure, ()):
        by_page.setdefault(use.page, []).append(use)
    if not by_page:
        return note("还没有页面用到这个数。")
    items = (_item(handbook, page, path, uses) for path, uses in by_page.items())
    return f'<ul class="uses">{"".join(items)}</ul>'


def _item(handbook: Handbook, page: Page, path: str, uses: Iterable[Use]) -> str:
    target = "../" * page.path.count("/") + path.removesuffix(".md") + ".html"
    shown = "".join(f"<li>{_shown(use)}</li>" for use in dict.fromkeys(map(_bare, uses)))
    return f"<li>{link(target, handbook.pages[path].title)}<ul>{shown}</ul></li>"


def _bare(use: Use) -> tuple[str, int, str]:
    """Return what readers can tell apart: a table that shows several years is still one."""
    is_sentence = use.macro == "数"
    return use.macro, use.key.year, use.sentence if is_sentence else ""


def _shown(use: tuple[str, int, str]) -> str:
    macro, year, sentence = use
    return escape(sentence) if sentence else f"{KINDS.get(macro, '表')}（{year}年）"
