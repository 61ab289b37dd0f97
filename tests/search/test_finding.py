"""What is found in a text with arrays."""

from hypothesis import given
from hypothesis import strategies as st

from macros.search.finding import characters_of
from macros.search.text import HAN


@given(st.lists(st.text(st.one_of(st.sampled_from("约谈㐀鿿〇ꀀ三、a"), st.characters()))))
def test_characters(texts):
    """Every Chinese character is found once, and nothing else, whatever stands beside it."""
    assert "".join(sorted(set(filter(HAN.match, "".join(texts))))) == characters_of(texts)
