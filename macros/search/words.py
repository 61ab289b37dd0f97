"""The words of the handbook: what titles call things, and what its text often says."""

import re
from collections.abc import Iterable, Iterator, Mapping

import rjieba

from macros.search.entries import Entry

HAN = re.compile("[\u3400-\u9fff]+")
ARTICLE_LABEL = re.compile("^第.{1,8}?[条章节编]")

PHRASE_WORDS = 5
"""Words of a title that may together be a phrase: 党风廉政 + 约谈 + 办法."""

LONGEST = 8
"""Characters of the longest phrase kept."""

MOST_PHRASES, MOST_WORDS = 8_000, 4_000


def title_phrases(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield every phrase of the titles and headings, once for each place."""
    for entry in entries:
        yield from _phrases(entry.title)
        for section in entry.sections:
            if section.anchor and not ARTICLE_LABEL.fullmatch(section.heading):
                yield from _phrases(ARTICLE_LABEL.sub("", section.heading))


def _phrases(text: str) -> Iterator[str]:
    for run in HAN.findall(text):
        words = rjieba.cut(run)
        for start in range(len(words)):
            for end in range(start + 1, min(start + PHRASE_WORDS, len(words)) + 1):
                phrase = "".join(words[start:end])
                if 2 <= len(phrase) <= LONGEST:
                    yield phrase


def text_words(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield every word of the text, once for each place."""
    for entry in entries:
        for section in entry.sections:
            for run in HAN.findall(section.text):
                yield from (word for word in rjieba.cut(run) if 2 <= len(word) <= LONGEST)


def frequent(counted: Mapping[str, int], most: int) -> list[str]:
    """Return the most frequent words, the commonest first, equals in order of the alphabet."""
    return sorted(counted, key=lambda word: (-counted[word], word))[:most]
