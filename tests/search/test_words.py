"""The words of the handbook."""

from hypothesis import given
from hypothesis import strategies as st

from macros.search.words import by_count, frequent, text_words, title_phrases


def test_title_phrases():
    """Words of a title that stand together are phrases, counted as often as they occur."""
    phrases = title_phrases(["党费收缴规定"], ["党费收缴"])

    assert {"党费", "党费收缴", "党费收缴规定"} <= phrases.keys()
    assert 2 == phrases["党费收缴"]
    assert "党费收缴规定" not in frequent([by_count(phrases)], 3)


def test_labels_of_articles_are_no_phrases():
    """第三条 is no name of anything; what follows it may be."""
    assert {} == title_phrases([], ["第三条", "第十二章"])
    assert {"约谈": 1} == title_phrases([], ["第二章 约谈"])


def test_text_words():
    """Words are cut at punctuation, and single characters are none."""
    assert {"财务": 2, "审核": 1} == text_words(["财务，审核的", "财务"])


@given(
    st.dictionaries(st.sampled_from("甲乙丙丁戊己"), st.integers(1, 12)),
    st.integers(0, 6),
    st.integers(1, 6),
)
def test_frequent(counted, cut, most):
    """The commonest come first, equals in order of the alphabet, whatever part they are in."""
    expected = sorted(counted, key=lambda word: (-counted[word], word))[:most]
    one, other = dict(list(counted.items())[:cut]), dict(list(counted.items())[cut:])

    assert expected == frequent([by_count(one), by_count(other)], most)
