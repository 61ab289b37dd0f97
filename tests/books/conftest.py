"""Two volumes printed once for all the measurements: a book and an official document."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from macros.books.edition import Print, chosen_books, print_books
from macros.handbook import load_handbook
from macros.rendering.site import RenderedSite, render_site
from tests.books.measuring import Sheet, sheets
from tests.books.samples import FILES
from tests.conftest import FILES as SMALL


def write(root: Path, files: Mapping[str, str | None]) -> RenderedSite:
    """Write a project and return it rendered."""
    for name, content in {**SMALL, **files}.items():
        if content is not None:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(content, encoding="utf-8")
    return render_site(load_handbook(root, date(2024, 1, 5)))


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> RenderedSite:
    """The project of `samples`."""
    return write(tmp_path_factory.mktemp("books"), FILES)


@pytest.fixture(scope="session")
def prints(site) -> dict[str, Print]:
    """Its volumes by id, as drafts."""
    found = print_books(site, chosen_books(site, ()), release=False)
    return {one.volume.book.id: one for one in found}


@pytest.fixture(scope="session")
def book(prints) -> list[Sheet]:
    """The sheets of the book."""
    return sheets(prints["book"].pdf)


@pytest.fixture(scope="session")
def report(prints) -> list[Sheet]:
    """The sheets of the official document."""
    return sheets(prints["report"].pdf)
