"""Each number on a page leads to the page of its figure, and shows a card with what is known.

The cards are scripts, one per figure, that a page loads when a reader points at a number: a
page with hundreds of numbers stays small, and it works from a folder, where pages cannot fetch.
"""

import json
import posixpath
import re
from collections.abc import Iterator
from html import escape, unescape

from macros.figures import Figure, figure, plain_text
from macros.figures.facts import facts
from macros.handbook import Handbook

NUMBER = re.compile(r'<span class="(figure[a-z ]*)" data-figure="([^"]*)">(.*?)</span>')


def linked_numbers(handbook: Handbook, page: str, html: str) -> str:
    """Return the HTML of a page with each number as a link to the page of its figure.

    Args:
        page: path of the page, relative to `docs/`.
    """
    folder = posixpath.dirname(page)

    def link(found: re.Match[str]) -> str:
        name, _, year = unescape(found[2]).rpartition("@")
        target = handbook.figure_paths.get(name, page)
        if target == page:
            return found[0]
        address = posixpath.relpath(target, folder).removesuffix(".md")
        return (
            f'<a class="{found[1]}" href="{address}.html#{escape(year)}年"'
            f' data-figure="{found[2]}">{found[3]}</a>'
        )

    return NUMBER.sub(link, html)


def cards(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Yield each script with the cards of a figure, by its path within the site."""
    for name, path in handbook.figure_paths.items():
        years = {str(year): _card(figure(handbook, name, year)) for year in handbook.years}
        value = json.dumps(years, ensure_ascii=False, separators=(",", ":"))
        script = f"handbookFigure({json.dumps(name, ensure_ascii=False)},{value})\n"
        yield path.removesuffix(".md") + ".js", script


def _card(shown: Figure) -> dict[str, object]:
    title = f"{shown.key.name}（{shown.key.year}年）：{plain_text(shown)}"
    about = [("状态", shown.state.value), *facts(shown), ("口径", shown.definition.meaning)]
    return {"title": title, "facts": about}
