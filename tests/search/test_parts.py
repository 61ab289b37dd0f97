"""What is known of a group, in parts."""

from macros.search.parts import PARTS, kinds, part_of_word, parts
from macros.search.text import token_hash
from tests.search.made_pages import made_entry

ENTRY = made_entry("约谈", "财务审核，财务。")


def test_tokens_are_in_the_part_of_their_hash():
    """A token is joined from the same part of every group."""
    found = parts([ENTRY], [ENTRY.read()]).split(b"\0")
    lines, *_ = kinds(found[token_hash("财务") % PARTS])

    assert "财务\t1\t0\t0\tB" in lines.split("\n")
    assert "约谈\t1\t0\t0\tC" == kinds(found[token_hash("约谈") % PARTS])[1]


def test_words_are_in_parts_as_often_as_they_stand():
    """Phrases of titles and words of text add up like lists."""
    found = parts([ENTRY], [ENTRY.read()]).split(b"\0")

    assert ["财务", "财务"] == kinds(found[part_of_word("财务")])[3].split()
    assert ["约谈"] == kinds(found[part_of_word("约谈")])[2].split()


def test_an_edit_leaves_most_parts_alone():
    """What is joined from other parts need not be joined again."""
    edited = made_entry("约谈", "财务审核，财务。审计。")
    before, after = (parts([one], [one.read()]).split(b"\0") for one in (ENTRY, edited))

    assert sum(map(bytes.__ne__, before, after)) < 10
