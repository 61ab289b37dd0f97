"""Numbers of the index, and the pages of titles."""

from hypothesis import given
from hypothesis import strategies as st

from macros.search.postings import step, steps_to_pages


@given(st.integers(0, 10**9))
def test_numbers(number):
    """A browser reads the number again."""
    assert number == int(step(number), 36)
    assert step(number) == step(number).lower()


def test_steps_to_pages():
    """Steps in base 36, each with a capital: C for a title, B for a document number."""
    pages = [(["约谈"], []), ([], []), (["约谈", "办法"], ["约谈"]), (["党费"], ["办法"])]

    assert {"约谈": "0C2C", "办法": "2C1B", "党费": "3C"} == steps_to_pages(pages)
