"""The words of the handbook: what titles call things, and what its text often says."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from macros.search.text import HAN

ARTICLE_LABEL = re.compile("^第.{1,8}?[条章节编]")

STATE = "中华人民共和国"
"""In the titles of all laws, and in none that anybody types."""

PHRASE_WORDS = 5
"""Words of a title that may together be a phrase: 党风廉政 + 约谈 + 办法."""

LONGEST = 8
"""Characters of the longest word or phrase kept."""

NONE = np.empty((2, 0), np.uint64)


@dataclass(frozen=True, slots=True)
class Counts:
    """How often words stand somewhere: all different, in order of the alphabet."""

    words: NDArray[np.uint64]
    """Two rows of numbers: for each word eight characters of 16 bits, zeros behind the last."""

    amounts: NDArray[np.uint32]

    def packed(self) -> bytes:
        """Return all of it as bytes."""
        return self.words.tobytes() + self.amounts.tobytes()

    def most_frequent(self, most: int) -> list[str]:
        """Return the commonest words first, equals in order of the alphabet."""
        order = np.argsort(-self.amounts.astype(np.int64), kind="stable")[:most]
        characters = self.words.T[order].astype(">u8").view(">u2")
        ends = np.full((len(order), 1), ord("\n"), ">u2")
        text = np.hstack([characters, ends]).astype(">u2").tobytes().decode("utf-16-be")
        return text.replace("\0", "").split("\n")[:-1]


def unpacked(data: bytes) -> Counts:
    """Return what was packed."""
    known = len(data) // (2 * 8 + 4)
    words = np.frombuffer(data, np.uint64, 2 * known).reshape(2, -1)
    return Counts(words, np.frombuffer(data, np.uint32, offset=words.nbytes))


def summed(counts: Sequence[Counts]) -> Counts:
    """Return how often words stand in all of what was counted."""
    words = np.concatenate([NONE, *(one.words for one in counts)], axis=1)
    amounts = np.concatenate([np.empty(0, np.uint32), *(one.amounts for one in counts)])
    return _counted(words, amounts)


def title_phrases(titles: Iterable[str], headings: Iterable[str]) -> Counts:
    """Return how often each phrase of the titles and headings stands there."""
    named = (
        ARTICLE_LABEL.sub("", heading)
        for heading in headings
        if not ARTICLE_LABEL.fullmatch(heading)
    )
    known = (title.removeprefix(STATE) for title in titles)
    return _phrases("\n".join([*known, *named]), PHRASE_WORDS)


def text_words(texts: Iterable[str]) -> Counts:
    """Return how often each word stands in the texts."""
    return _phrases("\n".join(texts), 1)


def _phrases(text: str, most: int) -> Counts:
    """Return how often up to so many words stand side by side, LONGEST characters at most."""
    words = _cut(HAN.findall(text))
    codes = np.frombuffer("".join(words).encode("utf-16-le") + bytes(2 * LONGEST), np.uint16)
    ends = np.cumsum(np.fromiter(map(len, words), np.int64, len(words)))
    starts = np.concatenate([[0], ends])[: len(ends)]
    is_line_end = codes[starts] == ord("\n")
    lines = np.cumsum(is_line_end)
    found = [NONE]
    for first in range(min(most, len(words))):
        until = len(words) - first
        sizes = ends[first:] - starts[:until]
        is_phrase = (lines[first:] == lines[:until]) & ~is_line_end[:until]
        is_phrase &= (sizes >= 2) & (sizes <= LONGEST)
        found.append(_numbers(codes, starts[:until][is_phrase], sizes[is_phrase]))
    phrases = np.concatenate(found, axis=1)
    return _counted(phrases, np.ones(phrases.shape[1], np.uint32))


def _cut(runs: list[str]) -> list[str]:
    """Return the words of some runs, a line end between those of one and of the next."""
    import rjieba  # it reads its dictionary: an edit elsewhere needs none

    return rjieba.cut("\n".join(runs))


def _numbers(codes: NDArray, starts: NDArray, sizes: NDArray) -> NDArray[np.uint64]:
    """Return the characters from each start as two rows of numbers."""
    known = sliding_window_view(codes, LONGEST)[starts]
    known[np.arange(LONGEST) >= sizes[:, None]] = 0
    return known.astype(">u2").view(">u8").astype(np.uint64).T


def _counted(words: NDArray[np.uint64], amounts: NDArray) -> Counts:
    """Return each word once, with the sum of its amounts."""
    order = np.lexsort(words[::-1])  # where lists in order follow each other, it only merges them
    words, is_new = np.take(words, order, axis=1), np.ones(len(order), bool)
    is_new[1:] = (words[:, 1:] != words[:, :-1]).any(axis=0)
    starts = np.flatnonzero(is_new)
    sums = np.add.reduceat(amounts[order], starts) if len(starts) else amounts
    return Counts(np.take(words, starts, axis=1), sums.astype(np.uint32))
