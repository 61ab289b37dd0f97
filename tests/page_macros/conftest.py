"""What a macro shows for a small project, as HTML or as the rows of its tables."""

from collections.abc import Callable

import pytest
from lxml import html

from macros.page_macros import MACROS_BY_NAME

TALKS = (
    "编号,日期,类别,约谈人,对象,对象类别,人数,要求,记录号\r\n"
    "2023-001,2023-02-10,集体约谈,甲某某,乙某某,班子成员、支部书记,5,丙某某,档1\r\n"
    "2023-002,2023-05-11,集体约谈,甲某某,乙某某,科级干部,6,丙某某,档2\r\n"
    "2023-003,2023-05-12,个别约谈,甲某某,乙某某,,1,丙某某,\r\n"
)
"""Three talks; the second is about six people; 甲, 乙 and 丙 must never be seen."""

TALKS_FILE = "data/2023/ledgers/talks.csv"


@pytest.fixture
def talks() -> dict[str, str]:
    """Return the files of a project with three talks in 2023."""
    return {TALKS_FILE: TALKS}


@pytest.fixture
def show(handbook: Callable) -> Callable[..., str]:
    """Return a function: files, macro name, its arguments → the HTML it shows."""

    def call(files: dict | None, name: str, *arguments: object, **keywords: object) -> str:
        loaded = handbook(files)
        assert () == loaded.problems
        return MACROS_BY_NAME[name].call(loaded, *arguments, **keywords)

    return call


@pytest.fixture
def rows(show: Callable) -> Callable[..., list[list[str]]]:
    """Return a function: the same arguments → the cells of all body rows as text."""

    def call(*arguments: object, **keywords: object) -> list[list[str]]:
        article = html.fragment_fromstring(show(*arguments, **keywords), create_parent="div")
        return [
            [cell.text_content() for cell in row.iterchildren()]
            for row in article.xpath(".//tbody/tr")
        ]

    return call
