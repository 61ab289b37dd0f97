"""The handbook of this repository on paper: every page prints, no paragraph is lost."""

import re
from datetime import date

import pytest
from lxml import etree

from macros.books.edition import chosen_books, print_books
from macros.handbook import load_handbook
from macros.problems import Problem, ProblemsFound
from macros.rendering.site import RenderedSite, render_site
from tests.books.measuring import NOT_AT_END, NOT_AT_START, plain, sheets
from tests.books.test_contents import outline, shown_text
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.slow

LEAVES = ("p", "li", "td", "th", "h1", "h2", "h3", "pre", "dt")


@pytest.fixture(scope="module")
def handbook_site() -> RenderedSite:
    """The pages of the repository."""
    return render_site(load_handbook(REPOSITORY, date(2024, 1, 5)))


def printing_problems(site: RenderedSite, path: str) -> tuple[Problem, ...]:
    """Return what keeps a page from being printed by itself."""
    try:
        print_books(site, chosen_books(site, (path,)), release=False)
    except ProblemsFound as error:
        return error.problems
    return ()


def test_every_page(handbook_site):
    """
    Each page can be printed by itself: no construct is unknown, no glyph missing.
    """
    assert [] == [
        problem for path in handbook_site.pages
        for problem in printing_problems(handbook_site, path)
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["regulations", "work-points-2023", "report-2023"])
def test_books(handbook_site, name):
    """
    Every paragraph can be copied out again, bookmarks are right, lines begin and end as they may.
    """
    (printed,) = print_books(handbook_site, chosen_books(handbook_site, (name,)), release=False)
    found = sheets(printed.pdf)
    text = re.sub(r"（见第\d+页）", "", "".join(sheet.text for sheet in found))
    lines = [line.text for sheet in found for line in sheet.lines]
    lost = [
        shown
        for path in printed.volume.book.pages
        for element in handbook_site.pages[path].article.iter(etree.Element)
        if element.tag in LEAVES and not element.xpath(".//p|.//li")
        and (shown := plain(shown_text(element))) not in text
    ]  # fmt: skip
    marks = outline(printed.pdf)

    assert [] == lost
    assert [] == [title for title, page in marks if plain(title) not in found[page - 1].text]
    assert [] == [line for line in lines if line[0] in NOT_AT_START or line[-1] in NOT_AT_END]
