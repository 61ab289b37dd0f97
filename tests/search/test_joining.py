"""Where tokens stand, and that groups join into what one would be."""

from collections import Counter
from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from macros.search.entries import Entry
from macros.search.finding import places_of
from macros.search.joining import lines
from macros.search.places import PARTS
from macros.search.postings import step
from macros.search.text import tokens
from tests.search.made_pages import made_entry

TEXTS = st.text(alphabet="约谈第二条12a.〔〕(，。 三百Å①", max_size=12)
ENTRIES = st.lists(
    st.builds(lambda title, texts: made_entry(title, *texts), TEXTS, st.lists(TEXTS, max_size=4)),
    max_size=6,
)


def joined(groups: list[list[Entry]], **in_pages: str) -> dict[str, str]:
    """Return the line of every token of some groups."""
    sections = [[entry.read() for entry in group] for group in groups]
    starts = list(accumulate((sum(map(len, group)) for group in sections), initial=0))
    return dict(lines(list(map(places_of, sections)), starts, range(PARTS), in_pages))


def test_a_line():
    """Amount of sections, steps to pages, then steps to sections, each with its weight."""
    entries = [made_entry(f"第{at}页", *["无"] * 20, "约谈约谈") for at in range(3)]
    found = joined([entries[:2], [*entries[2:], made_entry("甲", "约谈")]], 约谈="3C", 党费="1B")

    assert "约谈\t4\t3C\tkBlBlB1A" == found["约谈"]
    assert "谈约\t3\t\tkAlAlA" == found["谈约"]
    assert "约\t4\t\tkAlAlA1A" == found["约"]
    assert "党费\t0\t1B\t" == found["党费"]


def test_headings_count_more():
    """A token of a heading counts three times, one of a title nothing in its section."""
    found = joined([[made_entry("约谈", "", "第1节")]])

    assert "第1\t1\t\t1D" == found["第1"]
    assert "约谈" not in found


def test_common_characters_are_not_listed():
    """Where a character of nearly every section stands helps nobody."""
    found = joined([[made_entry("甲", *["的"] * 40, "酒")]])

    assert f"的\t{step(40)}\t\t" == found["的"]
    assert f"酒\t1\t\t{step(40)}A" == found["酒"]


@given(ENTRIES)
def test_tokens_of_sections(entries):
    """Every token of a text is found in its section as often as it stands there, up to nine."""
    found, known = joined([entries]), set()
    for number, section in enumerate(one for entry in entries for one in entry.read()):
        heading = list(tokens(section.heading)) * 3 if section.anchor else []
        for token, count in Counter([*tokens(section.text), *heading]).items():
            if len(token) > 1 or token.isascii():
                assert places(found[token]).get(number) == min(count, 9)
                known.add((token, number))
    listed = {
        (token, number)
        for token, line in found.items()
        if len(token) > 1 or token.isascii()
        for number in places(line)
    }
    assert known == listed


def places(line: str) -> dict[int, int]:
    """Return the sections of a line and their weights, read as the browser does."""
    last, digits, found = 0, "", {}
    for letter in line.split("\t")[3]:
        if letter.isupper():
            last += int(digits, 36)
            found[last], digits = ord(letter) - 64, ""
        else:
            digits += letter
    return found


@given(ENTRIES, st.data())
def test_any_groups_join_into_the_same(entries, data):
    """How pages are grouped shows nowhere."""
    ends = data.draw(st.lists(st.integers(0, len(entries)), max_size=3).map(sorted))
    bounds = [0, *ends, len(entries)]
    groups = [entries[start:end] for start, end in pairwise(bounds)]

    assert joined([entries]) == joined(groups)


def test_a_table_of_many_numbers():
    """However many numbers and words a group has, each is told apart."""
    numbers = "，".join(map(str, range(30_000)))
    found = joined([[made_entry("表", numbers, "29999号")]])

    assert "29999\t2\t\t0A1A" == found["29999"]
    assert "14000\t1\t\t0A" == found["14000"]
    assert "29999号\t1\t\t1A" == found["29999号"]
