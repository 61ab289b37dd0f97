"""What was struck out and what was put in, word by word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain, pairwise

from macros.regulations.wording import NUMERALS, Word, is_punctuation, words

ALIKE = 0.4
"""Below this share of kept words in the shorter text, words that agree only confuse."""

MANY = 1_000_000
"""From this many pairs of words on, very frequent words are not looked for."""

PARTICLES = frozenset("的和或及与在对由应可不")
"""Letters that stand for a word of their own."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words that is in both texts, or that was replaced, put in or struck out."""

    is_kept: bool
    old: str
    """As the old text writes it; empty for words put in."""

    new: str
    """As the new text writes it; empty for words struck out."""


def marked(old: str, new: str) -> tuple[Run, ...]:
    """Return two texts, one line per paragraph, as runs; width and white space do not count."""
    one, other = words(old), words(new)
    steps = _steps(one, other)
    runs = [
        Run(tag == "equal", _text(one[i:j]), _text(other[k:m])) for tag, i, j, k, m in steps
    ]
    whole = _merged(_without_chance(runs))
    return tuple(_merged(chain.from_iterable(map(_trimmed, whole))))


def _steps(one: Sequence[Word], other: Sequence[Word]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield the steps from one text to the other: first by whole lines, then by words."""
    for tag, i, j, k, m in _line_steps(one, other):
        if tag != "replace":
            yield tag, i, j, k, m
            continue
        keys = [word.key for word in one[i:j]], [word.key for word in other[k:m]]
        matcher = SequenceMatcher(None, *keys, autojunk=(j - i) * (m - k) > MANY)
        kept = sum(block.size for block in matcher.get_matching_blocks())
        if kept < ALIKE * min(j - i, m - k):
            yield tag, i, j, k, m
            continue
        for inner, a, b, c, d in matcher.get_opcodes():
            yield inner, i + a, i + b, k + c, k + d


def _line_steps(
    one: Sequence[Word], other: Sequence[Word]
) -> Iterator[tuple[str, int, int, int, int]]:
    starts, more_starts = _line_starts(one), _line_starts(other)
    lines = [
        ["".join(word.key for word in text[i:j]) for i, j in pairwise(some)]
        for text, some in ((one, starts), (other, more_starts))
    ]
    matcher = SequenceMatcher(None, *lines, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        yield tag, starts[i], starts[j], more_starts[k], more_starts[m]


def _line_starts(text: Sequence[Word]) -> list[int]:
    after_breaks = [index + 1 for index, word in enumerate(text) if word.key == "\n"]
    return [0, *after_breaks, len(text)]


def _text(some: Iterable[Word]) -> str:
    return "".join(word.text for word in some)


def _without_chance(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs; what is kept by chance within a replacement becomes part of it."""
    for index, run in enumerate(runs):
        around = runs[index - 1 : index] + runs[index + 1 : index + 2]
        if run.is_kept and len(around) == 2 and _is_chance(run.old.strip(" "), *around):
            yield Run(False, run.old, run.new)
        else:
            yield run


def _is_chance(kept: str, before: Run, after: Run) -> bool:
    """Return whether a single letter or mark is kept between parts of one replacement."""
    if len(kept) != 1 or kept == "\n" or kept in PARTICLES:
        return False
    if is_punctuation(kept):
        return all(map(_is_phrase_replaced, (before, after)))
    return bool(before.old + after.old and before.new + after.new)


def _is_phrase_replaced(run: Run) -> bool:
    """Return whether words were replaced by others, not just one word by one word."""
    both = run.old, run.new
    is_both = all(text and not is_punctuation(text) for text in both)
    return is_both and any(len(words(text)) > 2 for text in both)


def _trimmed(run: Run) -> Iterator[Run]:
    """Yield a replacement that only adds or drops letters at one end as just that.

    Numbers are left whole: 十三万元 is not 三万元 with 十 before it.
    """
    old, new = run.old, run.new
    shorter, longer = sorted((old, new), key=len)
    if run.is_kept or not shorter or NUMERALS.search(longer):
        yield run
    elif longer.startswith(shorter):
        yield Run(True, shorter, shorter)
        yield Run(False, old[len(shorter) :], new[len(shorter) :])
    elif longer.endswith(shorter):
        yield Run(False, old.removesuffix(shorter), new.removesuffix(shorter))
        yield Run(True, shorter, shorter)
    else:
        yield run


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield the runs, those that follow each other in the same way as one."""
    last: Run | None = None
    for run in runs:
        if last and last.is_kept == run.is_kept:
            last = Run(run.is_kept, last.old + run.old, last.new + run.new)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last
