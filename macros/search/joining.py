"""Joins what is known of groups of pages into lines that the browser reads."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray

from macros.search.places import WEIGHT, Places
from macros.search.postings import BASE36, step

COMMON_SHARE, COMMON_LEAST = 0.12, 3000
"""A token in more sections than this says nothing: its sections are left out."""

RARE_SHARE, RARE_LEAST = 0.01, 30
"""A character by itself is listed where it is in fewer sections than this: 酒 is, 的 is not."""


def lines(
    groups: Sequence[Places],
    starts: Sequence[int],
    parts: Sequence[int],
    in_pages: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """Yield the tokens of some parts, each with its line as the browser reads it.

    Args:
        starts: how many sections stand before each group; the last is how many there are.
        in_pages: the steps to pages, of tokens that are in titles and document numbers.
    """
    ids = {token: at for at, token in enumerate(in_pages)}
    tokens, places = _places(groups, starts, parts, ids)
    amounts = np.bincount(tokens, minlength=len(ids))
    is_listed = ~_are_common(ids, amounts, starts[-1])
    bounds = np.append(0, np.cumsum(np.where(is_listed, amounts, 0)))
    written, ends = _written(places[is_listed[tokens]], bounds[:-1])
    known = zip(ids, amounts.tolist(), pairwise(ends[bounds].tolist()), strict=True)
    for token, amount, (start, end) in known:
        yield token, f"{token}\t{step(amount)}\t{in_pages.get(token, '')}\t{written[start:end]}"


def _places(
    groups: Sequence[Places], starts: Sequence[int], parts: Sequence[int], ids: dict[str, int]
) -> tuple[NDArray, NDArray]:
    """Return the number of the token at each place, and the places, in order of both.

    Tokens that have no number yet are given one.
    """
    tokens, places = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    runs = list(_runs(parts))
    for group, start in zip(groups, starts, strict=False):
        amounts, found, names = zip(*(group.between(*run) for run in runs), strict=True)
        known = [ids.setdefault(name, len(ids)) for name in "".join(names).split("\n")[:-1]]
        tokens.append(np.repeat(known, np.concatenate(amounts)))
        places.append(np.concatenate(found, dtype=np.int64) + (start << WEIGHT))
    # Numbers of 16 bits are sorted ten times faster.
    tokens = np.concatenate(tokens, dtype=np.min_scalar_type(len(ids)), casting="unsafe")
    order = np.argsort(tokens, kind="stable")
    return tokens[order], np.concatenate(places)[order]


def _runs(parts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of parts that follow each other."""
    for _, run in groupby(enumerate(sorted(parts)), lambda pair: pair[1] - pair[0]):
        found = [part for _, part in run]
        yield found[0], found[-1]


def _are_common(ids: Mapping[str, int], amounts: NDArray, sections: int) -> NDArray[np.bool_]:
    """Return which tokens are in so many sections that where they are says nothing."""
    is_character = np.array([len(token) == 1 and not token.isascii() for token in ids], bool)
    return np.where(
        is_character,
        amounts > max(RARE_LEAST, RARE_SHARE * sections),
        amounts > max(COMMON_LEAST, COMMON_SHARE * sections),
    )


def _written(places: NDArray[np.int64], starts: NDArray) -> tuple[str, NDArray]:
    """Return the steps from place to place and the weights as one text, and where each begins.

    Args:
        starts: the places that are the first of a token.
    """
    numbers = places >> WEIGHT
    steps = np.diff(numbers, prepend=0)
    firsts = starts[starts < len(numbers)]
    steps[firsts] = numbers[firsts]
    digits = _digits(steps.max(initial=0))
    weights = (places & ((1 << WEIGHT) - 1)).astype(np.uint8) + 64
    letters = np.column_stack([digits[steps], weights])
    sizes = np.count_nonzero(digits, axis=1)[steps] + 1
    return str(letters.tobytes().translate(None, b"\0"), "ascii"), np.append(0, np.cumsum(sizes))


def _digits(most: int) -> NDArray[np.uint8]:
    """Return the digits of all numbers up to `most` in base 36, with zeros before them."""
    powers = 36 ** np.arange(len(step(int(most))) - 1, -1, -1, np.uint32)
    numbers = np.arange(most + 1, dtype=np.uint32)[:, None]
    digits = np.frombuffer(BASE36.encode(), np.uint8)[numbers // powers % 36]
    return np.where(numbers < np.append(powers[:-1], 0), 0, digits)
