"""On the page of a figure: every page, sentence, table and chart that shows it."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from macros.figures import figure, plain_text
from macros.handbook import Handbook
from macros.page import Page
from macros.page_macros.html import link, note
from macros.rendering.usage import Use, uses_by_name

CHART = "图"
TABLE = "表"

CLAUSE_END = re.compile("[，、；：。！？|]")
MARKUP = re.compile(r"^\s*(?:[-+>#]+|\d+\.)\s+|[*`~]|!?\[|\]\([^)]*\)")
"""What Markdown wants and readers do not see."""

DIRECTIVE = ":~:text="
"""Before words that the browser looks for in the page, marks, and shows."""


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
    shown = "".join(f"<li>{one}</li>" for one in dict.fromkeys(_shown(handbook, target, uses)))
    return f"<li>{link(target, handbook.pages[path].title)}<ul>{shown}</ul></li>"


def _shown(handbook: Handbook, target: str, uses: Iterable[Use]) -> Iterator[str]:
    """Yield each sentence, then, year by year, whether tables and charts show it, too."""
    kinds: dict[int, list[str]] = {}
    for use in uses:
        if use.macro == "数":
            yield link(f"{target}#{DIRECTIVE}{_clause(handbook, use)}", use.sentence)
        else:
            kinds.setdefault(use.key.year, []).append(CHART if use.macro == CHART else TABLE)
    for year, found in kinds.items():
        yield f"{year}年：{'、'.join(dict.fromkeys(found))}"


def _clause(handbook: Handbook, use: Use) -> str:
    """Return the words around the number, as an address names them.

    The browser finds whole words only, and a clause begins and ends with one.
    """
    is_known = use.key.year in handbook.years  # else the call is refused, and shows nothing
    number = plain_text(figure(handbook, use.key.name, use.key.year)) if is_known else ""
    clauses = CLAUSE_END.split(MARKUP.sub("", use.sentence))
    clause = next((one for one in clauses if number in one), number)
    return re.sub(r"\W", lambda mark: quote(mark[0], safe="").replace("-", "%2D"), clause.strip())
