"""Finds where tokens stand, with arrays: this goes over every letter of the handbook."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from macros.rendering.sections import Section
from macros.search.places import WEIGHT, Places, in_parts
from macros.search.text import FIRST_FREE, FIRST_READ, ORDINAL, joined, units_as_characters

HEADING = 3
"""How often a token of a heading counts."""

MOST = 9
"""Highest count kept for a token in a text."""


def places_of(sections: Sequence[Sequence[Section]]) -> Places:
    """Return the tokens of the sections of some pages, and each Chinese character by itself.

    Its weight is how often a token stands in a section; that of a character by itself is one.
    """
    given = (
        text
        for page in sections
        for one in page
        for text in (one.text, one.heading if one.anchor else "")
    )
    cut, units = units_as_characters(given)
    headed = zip(cut[::2], cut[1::2], strict=False)
    return _parted([f"{text}{f' {heading}' * HEADING} " for text, heading in headed], units)


def characters_of(texts: Iterable[str]) -> str:
    """Return the Chinese characters of some texts, each once and in order."""
    codes = np.frombuffer("".join(texts).encode("utf-16-le", "surrogatepass"), np.uint16)
    known = np.bincount(codes[(codes >= FIRST_READ) & (codes < FIRST_FREE)])
    return "".join(map(chr, np.flatnonzero(known).tolist()))


def _parted(texts: Sequence[str], units: Sequence[str]) -> Places:
    firsts, seconds, numbers = _sorted(*_occurrences(texts))
    is_token = _differs(firsts) | _differs(seconds)
    of_places = np.flatnonzero(is_token | _differs(numbers))
    amounts = np.diff(np.flatnonzero(is_token[of_places]), append=len(of_places))
    counts = np.minimum(np.diff(of_places, append=len(numbers)), MOST)
    pairs = np.column_stack([firsts[is_token], seconds[is_token]])
    is_character = (pairs[:, 1] == 0) & (pairs[:, 0] < FIRST_FREE)
    weights = np.where(np.repeat(is_character, amounts), 1, counts)
    return in_parts(_names(pairs, units), amounts, numbers[of_places] << WEIGHT | weights)


def _occurrences(texts: Sequence[str]) -> tuple[NDArray, NDArray, NDArray]:
    """Return both characters of each token wherever it stands, the second one 0 if there is none.

    With them go the numbers of the texts, which rise twice.
    """
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    codes = codes.astype(np.min_scalar_type(codes.max(initial=0)))
    numbers = np.repeat(np.arange(len(texts), dtype=np.uint32), list(map(len, texts)))
    is_read = codes >= FIRST_READ
    is_pair = is_read[:-1] & is_read[1:]
    # The number of an article is no number by itself, see `tokens`.
    is_single = is_read & ~((codes >= FIRST_FREE) & (np.roll(codes, 1) == ord(ORDINAL)))
    firsts = np.concatenate([codes[:-1][is_pair], codes[is_single]])
    seconds = np.concatenate([codes[1:][is_pair], np.zeros(is_single.sum(), codes.dtype)])
    return firsts, seconds, np.concatenate([numbers[:-1][is_pair], numbers[is_single]])


def _sorted(firsts: NDArray, seconds: NDArray, numbers: NDArray) -> tuple[NDArray, ...]:
    """Return all in order of the characters; numbers of 16 bits are sorted very fast."""
    order = np.argsort(seconds, kind="stable")
    order = order[np.argsort(firsts[order], kind="stable")]
    return firsts[order], seconds[order], numbers[order]


def _differs(values: NDArray) -> NDArray[np.bool_]:
    """Return which values are not the same as the one before; the first never is."""
    return np.concatenate([np.ones(min(len(values), 1), bool), values[1:] != values[:-1]])


def _names(pairs: NDArray, units: Sequence[str]) -> list[str]:
    """Return the tokens that two characters stand for, or one."""
    lines = np.column_stack([pairs, np.full(len(pairs), ord("\n"))]).astype(np.uint32)
    text = lines.tobytes().decode("utf-32-le", "surrogatepass").replace("\0", "")
    names = text.split("\n")[:-1]
    for at in np.flatnonzero((pairs >= FIRST_FREE).any(axis=1)).tolist():
        names[at] = _name(names[at], units)
    return names


def _name(pair: str, units: Sequence[str]) -> str:
    codes = map(ord, pair)
    names = [units[code - FIRST_FREE] if code >= FIRST_FREE else chr(code) for code in codes]
    return joined(*names) if len(names) > 1 else names[0]
