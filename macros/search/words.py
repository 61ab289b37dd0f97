"""The words of the handbook: what titles call things, and what its text often says."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from heapq import nsmallest

HAN = re.compile("[\u3400-\u9fff]+")
ARTICLE_LABEL = re.compile("^第.{1,8}?[条章节编]")

STATE = "中华人民共和国"
"""In the titles of all laws, and in none that anybody types."""

PHRASE_WORDS = 5
"""Words of a title that may together be a phrase: 党风廉政 + 约谈 + 办法."""

LONGEST = 8
"""Characters of the longest phrase kept."""


def title_phrases(titles: Iterable[str], headings: Iterable[str]) -> Counter[str]:
    """Return how often each phrase of the titles and headings stands there."""
    named = (
        ARTICLE_LABEL.sub("", heading)
        for heading in headings
        if not ARTICLE_LABEL.fullmatch(heading)
    )
    known = (title.removeprefix(STATE) for title in titles)
    runs = HAN.findall("\n".join([*known, *named]))
    return Counter(_phrases(_cut(runs)))


def _phrases(words: list[str]) -> Iterator[str]:
    for start in range(len(words)):
        phrase = ""
        for word in words[start : start + PHRASE_WORDS]:
            if word == "\n":
                break
            phrase += word
            if 2 <= len(phrase) <= LONGEST:
                yield phrase


def text_words(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word stands in the texts."""
    counted = Counter(_cut(HAN.findall("\n".join(texts))))
    return Counter({word: count for word, count in counted.items() if 2 <= len(word) <= LONGEST})


def _cut(runs: list[str]) -> list[str]:
    """Return the words of some runs, a line end between those of one and of the next."""
    import rjieba  # it reads its dictionary: an edit elsewhere needs none

    return rjieba.cut("\n".join(runs))


def by_count(counted: Mapping[str, int]) -> dict[str, str]:
    """Return words by how often they stand: `frequent` need not look at the rare ones."""
    found: dict[int, list[str]] = {}
    for word, count in counted.items():
        found.setdefault(count, []).append(word)
    return {str(count): " ".join(words) for count, words in found.items()}


def frequent(parts: Iterable[Mapping[str, str]], most: int) -> list[str]:
    """Return the most frequent words, the commonest first, equals in order of the alphabet.

    Args:
        parts: what `by_count` gives for words, each of them in one part only.
    """
    known: dict[int, list[str]] = {}
    for part in parts:
        for count, words in part.items():
            known.setdefault(int(count), []).append(words)
    found: list[str] = []
    for count in sorted(known, reverse=True):
        if len(found) < most:
            found += nsmallest(most - len(found), " ".join(known[count]).split())
    return found
