"""The words of the handbook."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from macros.search.words import Counts, summed, text_words, title_phrases, unpacked


def as_dict(counts: Counts) -> dict[str, int]:
    """Return how often each word stands."""
    words = sorted(counts.most_frequent(len(counts.amounts)))
    return dict(zip(words, counts.amounts.tolist(), strict=True))


def test_title_phrases():
    """Words of a title that stand together are phrases, counted as often as they occur."""
    phrases = as_dict(title_phrases(["党费收缴规定"], ["党费收缴"]))

    assert {"党费", "党费收缴", "党费收缴规定"} <= phrases.keys()
    assert (2, 1) == (phrases["党费收缴"], phrases["党费收缴规定"])


def test_phrases_end_with_their_line():
    """What one title ends with and the next begins with is no phrase, nor what is very long."""
    phrases = as_dict(title_phrases(["党费", "收缴", "党员发展对象培养教育考察"], []))

    assert {"党费", "收缴"} <= phrases.keys()
    assert "党费收缴" not in phrases
    assert 8 >= max(map(len, phrases))


def test_labels_of_articles_are_no_phrases():
    """第三条 is no name of anything; what follows it may be."""
    assert {} == as_dict(title_phrases([], ["第三条", "第十二章"]))
    assert {"约谈": 1} == as_dict(title_phrases([], ["第二章 约谈"]))


def test_text_words():
    """Words are cut at punctuation, and single characters are none."""
    assert {"财务": 2, "审核": 1} == as_dict(text_words(["财务，审核的", "财务"]))
    assert {} == as_dict(text_words([]))


WORDS = st.lists(st.sampled_from(["财务", "审核", "党费", "中华人民共和国", "的"]))


@given(st.lists(WORDS, max_size=4), st.integers(0, 4))
def test_sums(groups, most):
    """Groups add up; the commonest come first, equals in order of the alphabet."""
    counts = [unpacked(text_words(words).packed()) for words in groups]
    expected = Counter(word for words in groups for word in words if len(word) > 1)
    order = sorted(expected, key=lambda word: (-expected[word], word))

    assert expected == as_dict(summed(counts))
    assert order[:most] == summed(counts).most_frequent(most)
