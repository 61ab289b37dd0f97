"""What is kept of a group, in parts."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from macros.search.finding import places_of
from macros.search.places import PARTS, in_parts, unpacked
from macros.search.text import token_hash
from tests.search.made_pages import made_entry


def test_tokens_are_in_the_part_of_their_hash():
    """A token is joined from the same part of every group."""
    found = places_of([made_entry("约谈", "财务审核，财务。").read()])
    amounts, places, names = found.between(*[token_hash("财务") % PARTS] * 2)

    at = names.split("\n").index("财务")
    assert (1, 2) == (amounts[at], places[sum(amounts[:at])])


@given(st.lists(st.tuples(st.text(min_size=1), st.lists(st.integers(0, 2**32 - 1)))))
def test_what_is_packed_comes_back(rows):
    """Each part holds its tokens with their places, also when it was kept as bytes."""
    rows = [(name.replace("\n", "") or "a", places) for name, places in rows]
    names, of_names = [name for name, _ in rows], [places for _, places in rows]
    whole = np.array([place for places in of_names for place in places], np.int64)
    made = in_parts(names, np.array(list(map(len, of_names)), np.int64), whole)

    kept = unpacked(made.packed())

    assert list(made.digests()) == list(kept.digests())
    assert sorted(rows) == sorted(rows_of(kept.between(0, PARTS - 1)))
    assert rows_of(kept.between(0, PARTS - 1)) == [
        row for part in range(PARTS) for row in rows_of(kept.between(part, part))]  # fmt: skip


def rows_of(part):
    """Return tokens of a part with their places."""
    amounts, places, names = part
    ends = np.cumsum(amounts)
    known = zip(names.split("\n")[:-1], ends - amounts, ends, strict=True)
    return [(name, places[start:end].tolist()) for name, start, end in known]


def test_an_edit_leaves_most_parts_alone():
    """What is joined from other parts need not be joined again."""
    pages = (made_entry("约谈", text) for text in ("财务审核，财务。", "财务审核，财务。审计。"))
    before, after = (list(places_of([page.read()]).digests()) for page in pages)

    assert 0 < sum(map(str.__ne__, before, after)) < 10
