"""Forms to fill in by hand: each on one sheet of A4, nothing on it but the form."""

import io

import pdfplumber

from macros.books.edition import chosen_books, print_books
from macros.handbook import load_handbook
from macros.rendering.site import render_site
from tests.conftest import REPOSITORY


def test_each_form_is_one_page():
    """No form runs over, and none carries 草稿 or a page number."""
    site = render_site(load_handbook(REPOSITORY))
    books = chosen_books(site, ("forms",))
    [printed] = print_books(site, books, release=False)
    with pdfplumber.open(io.BytesIO(printed.pdf)) as file:
        texts = [page.extract_text() for page in file.pages]
        sizes = {(round(page.width), round(page.height)) for page in file.pages}

    assert len(books[0].pages) == len(texts)
    assert {(595, 842)} == sizes
    assert not any("草" in text or "—" in text for text in texts)
    assert [site.pages[path].page.title for path in books[0].pages] == [
        text.split("\n")[0] for text in texts
    ]
