"""The words of the handbook."""

from hypothesis import given
from hypothesis import strategies as st

from macros.search.words import add_up, by_count, frequent, text_words, title_phrases


def test_title_phrases():
    """Words of a title that stand together are phrases, counted as often as they occur."""
    phrases = title_phrases(["党费收缴规定"], ["党费收缴"])

    assert {"党费", "党费收缴", "党费收缴规定"} <= phrases.keys()
    assert 2 == phrases["党费收缴"]
    assert "党费收缴规定" not in frequent(phrases, 3)


def test_labels_of_articles_are_no_phrases():
    """第三条 is no name of anything; what follows it may be."""
    assert {} == title_phrases([], ["第三条", "第十二章"])
    assert {"约谈": 1} == title_phrases([], ["第二章 约谈"])


def test_text_words():
    """Words are cut at punctuation, and single characters are none."""
    assert {"财务": 2, "审核": 1} == text_words(["财务，审核的", "财务"])


@given(st.lists(st.dictionaries(st.sampled_from("甲乙丙丁"), st.integers(1, 3))))
def test_words_of_groups_add_up(groups):
    """However words are spread over groups, they are as frequent as in one."""
    expected = {word: sum(group.get(word, 0) for group in groups) for word in "甲乙丙丁"}

    assert {word: count for word, count in expected.items() if count} == add_up(
        map(by_count, groups)
    )


@given(st.dictionaries(st.sampled_from("甲乙丙丁戊己"), st.integers(1, 3)), st.integers(1, 6))
def test_frequent(counted, most):
    """The commonest come first, equals in order of the alphabet."""
    expected = sorted(counted, key=lambda word: (-counted[word], word))[:most]

    assert expected == frequent(counted, most)
