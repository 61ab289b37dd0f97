"""Which chapter of the old version became which of the new one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from macros.regulations.passages import Pair, Passage

LEAST = 0.75
"""Likeness of titles plus share of articles that went along, at least."""


def pair_headings(
    old: Iterable[Passage], new: Iterable[Passage], articles: Sequence[Pair]
) -> list[Pair]:
    """Return the pairs of headings: by title, then by the articles below them."""
    one = [passage for passage in old if passage.is_heading]
    other = [passage for passage in new if passage.is_heading]
    pairs = list(_same_titles(one, other))
    scores = sorted(_scores(one, other, articles), key=lambda score: -score[0])
    taken = {id(passage) for pair in pairs for passage in pair}
    for score, before, after in scores:
        if score >= LEAST and not {id(before), id(after)} & taken:
            pairs.append((before, after))
            taken |= {id(before), id(after)}
    return pairs


def _same_titles(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[Pair]:
    """Yield headings of the same kind and title that are the only ones."""
    for before in old:
        same = [after for after in new if _name(after) == _name(before)]
        if len(same) == 1 and sum(_name(one) == _name(before) for one in old) == 1:
            yield before, same[0]


def _name(heading: Passage) -> tuple[str, str]:
    return heading.label[-1:], heading.title


def _scores(
    old: Sequence[Passage], new: Sequence[Passage], articles: Sequence[Pair]
) -> Iterator[tuple[float, Passage, Passage]]:
    went = Counter(
        (line, place)
        for before, after in articles
        for line in before.place
        for place in after.place
    )
    for before in old:
        size = sum(before.line in article.place for article, _ in articles)
        for after in new:
            if before.label[-1:] == after.label[-1:]:
                share = went[before.line, after.line] / size if size else 0
                yield share + _likeness(before.title, after.title), before, after


def _likeness(one: str, other: str) -> float:
    """Dice of the letters of two titles."""
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / max(1, len(one) + len(other))
