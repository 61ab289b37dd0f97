"""Which article of the old version became which of the new one, by what they say.

Two articles are alike by the pairs of letters they share; pairs that stand in many articles
(处分, 依法) count little. Articles that are all but rewritten pair up only where their openings
are alike too, which say what they are about, and no other article is nearly as close: a reader
is better served by 删除 and 新增 than by a chance likeness of penalties.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

SURE = 0.45
"""From here on two texts are one article, whatever else is like them."""

LEAST = 0.22
"""Below this two texts are not one article."""

MARGIN = 1.05
"""How much closer than the next best a doubtful pair must be."""

ABSORBED = 0.55
"""Share of an unpaired text that must be found in another to say that it went there."""

REACH = 2.0
"""How fast a doubtful pair loses by distance from where its neighbors went."""

NARROW = 5
"""Between neighbors that are no farther apart than this, a doubtful pair is likely one."""

NEIGHBORLY = 1.5
"""What it gains by that."""

OPENING = re.compile(r"[^。;:\n]{0,40}?(?=的,|[。;:\n]|$)|.{0,40}")
"""What an article is about: its words up to the first 的， or the end of its first sentence."""

Pairs = dict[int, int]


@dataclass(frozen=True)
class Alignment:
    """The pairs of two lists of texts, by index."""

    pairs: Mapping[int, int]
    """Old to new."""

    went_to: Mapping[int, int] = field(default_factory=dict)
    """Unpaired old text to the new one that holds most of it."""

    came_from: Mapping[int, int] = field(default_factory=dict)
    """Unpaired new text to the old one that held most of it."""


def align(old: Sequence[str], new: Sequence[str]) -> Alignment:
    """Return which old text became which new one; the texts are normalized."""
    pairs = _identical(old, new)
    likeness = _Likeness(old, new)
    _add_sure(pairs, likeness)
    _add_doubtful(pairs, likeness)
    taken = set(pairs.values())
    return Alignment(
        pairs,
        dict(likeness.absorbed_old(i for i in range(len(old)) if i not in pairs)),
        dict(likeness.absorbed_new(j for j in range(len(new)) if j not in taken)),
    )


def _identical(old: Sequence[str], new: Sequence[str]) -> Pairs:
    places: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(new):
        places[text].append(index)
    pairs = {}
    for index, text in enumerate(old):
        if places.get(text):
            pairs[index] = places[text].pop(0)
    return pairs


class _Likeness:
    """How much of each old text is in each new one."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.sizes = (len(old), len(new))
        bigrams = [_bigrams(text) for text in (*old, *new)]
        weights = _weights(bigrams)
        totals = [math.fsum(sorted(weights[pair] for pair in some)) for some in bigrams]
        self.old_totals, self.new_totals = totals[: len(old)], totals[len(old) :]
        self.shared = _shared(bigrams[: len(old)], bigrams[len(old) :], weights)
        self.scores = {pair: self._score(*pair) for pair in self.shared}
        self.weights = weights
        self.old_openings = [_bigrams(OPENING.match(text)[0]) for text in old]
        self.new_openings = [_bigrams(OPENING.match(text)[0]) for text in new]

    def _score(self, i: int, j: int) -> float:
        """Geometric mean of Dice and overlap: an article that only grew stays alike."""
        shared, one, other = self.shared[i, j], self.old_totals[i], self.new_totals[j]
        return shared * math.sqrt(2 / ((one + other) * min(one, other)))

    def doubtful(self, i: int, j: int) -> float:
        """The same, more or less by how alike the openings are."""
        one, other = self.old_openings[i], self.new_openings[j]
        shared, *both = (
            math.fsum(self.weights.get(pair, 1) for pair in sorted(some))
            for some in (one & other, one, other)
        )
        return self.scores[i, j] * (0.75 + 2 * shared / sum(both))

    def absorbed_old(self, indexes: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield the old texts that are mostly in a new one, with that one."""
        for i in indexes:
            shares = [(self.shared.get((i, j), 0), -j) for j in range(self.sizes[1])]
            most, place = max(shares, default=(0, 0))
            if most >= ABSORBED * self.old_totals[i] > 0:
                yield i, -place

    def absorbed_new(self, indexes: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield the new texts that were mostly in an old one, with that one."""
        for j in indexes:
            shares = [(self.shared.get((i, j), 0), -i) for i in range(self.sizes[0])]
            most, place = max(shares, default=(0, 0))
            if most >= ABSORBED * self.new_totals[j] > 0:
                yield j, -place


def _bigrams(text: str) -> frozenset[str]:
    letters = re.sub(r"\W", "", text)
    return frozenset(letters[i : i + 2] for i in range(max(1, len(letters) - 1)))


def _weights(bigrams: Sequence[frozenset[str]]) -> dict[str, float]:
    counts: dict[str, int] = defaultdict(int)
    for some in bigrams:
        for pair in some:
            counts[pair] += 1
    return {pair: math.log(1 + len(bigrams) / count) for pair, count in counts.items()}


def _shared(
    old: Sequence[frozenset[str]], new: Sequence[frozenset[str]], weights: Mapping[str, float]
) -> dict[tuple[int, int], float]:
    places: dict[str, list[int]] = defaultdict(list)
    for j, some in enumerate(new):
        for pair in some:
            places[pair].append(j)
    shared: dict[tuple[int, int], float] = {}
    for i, some in enumerate(old):
        row: dict[int, float] = defaultdict(float)
        for pair in sorted(some & places.keys()):
            for j in places[pair]:
                row[j] += weights[pair]
        shared.update(((i, j), weight) for j, weight in row.items())
    return shared


def _add_sure(pairs: Pairs, likeness: _Likeness) -> None:
    taken = set(pairs.values())
    sure = [(-score, abs(i - j), i, j) for (i, j), score in likeness.scores.items()]
    for negative, _, i, j in sorted(sure):
        if -negative >= SURE and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)


def _add_doubtful(pairs: Pairs, likeness: _Likeness) -> None:
    """Add pairs that are clearly the best for both sides, near where their neighbors went."""
    taken = set(pairs.values())
    free = {
        (i, j): likeness.doubtful(i, j) * _fit(pairs, i, j, likeness.sizes)
        for (i, j), score in likeness.scores.items()
        if i not in pairs and j not in taken and score >= LEAST / 2
    }
    rivals: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for i, j in free:
        rivals["old", i].append((i, j))
        rivals["new", j].append((i, j))
    for (i, j), score in sorted(free.items(), key=lambda item: (-item[1], item[0])):
        if i in pairs or j in taken or score < LEAST:
            continue
        others = (
            free[a, b]
            for a, b in (*rivals["old", i], *rivals["new", j])
            if (a, b) != (i, j) and a not in pairs and b not in taken
        )
        if score >= MARGIN * max(others, default=0):
            pairs[i] = j
            taken.add(j)


def _fit(pairs: Pairs, i: int, j: int, sizes: tuple[int, int]) -> float:
    """Return how well a pair fits between its neighbors: 1 where it would be expected."""
    before = max((k for k in pairs if k < i), default=-1)
    after = min((k for k in pairs if k > i), default=sizes[0])
    first, last = pairs.get(before, -1), pairs.get(after, sizes[1])
    if first >= last:
        expected = float(first + i - before)
    elif first < j < last and max(after - before, last - first) <= NARROW + 1:
        return NEIGHBORLY
    else:
        expected = first + (i - before) / (after - before) * (last - first)
    return math.exp(-REACH * abs(expected - j) / sizes[1])
