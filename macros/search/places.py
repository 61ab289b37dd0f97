"""Finds where tokens stand, with arrays: this goes over every letter of the handbook."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from macros.search.text import FIRST_FREE, ORDINAL, joined

BASE36 = np.frombuffer(b"0123456789abcdefghijklmnopqrstuvwxyz", np.uint8)

MOST = 9
"""Highest count kept for a token in a text."""

SPACE = ord(" ")
CODE, NUMBER = 21, 22
"""Bits of a character and of the number of a text; a key has two characters and a number."""


def lines_of_places(texts: Sequence[str], units: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Return the tokens of numbered texts and each Chinese character by itself, with their lines.

    A line is the token, the amount of places, the first and the last of them, and the steps from
    place to place in base 36, each closed by the count there as a capital: A is 1. The step to
    the first place is left out, and a character by itself counts once.

    Args:
        texts: as `units_as_characters` gives them.
        units: the longer ones.
    """
    keys, counts = np.unique(_keys(texts), return_counts=True)
    if not keys.size:
        return iter(())
    both, numbers = keys >> NUMBER, (keys & ((1 << NUMBER) - 1)).astype(np.int64)
    pairs = np.column_stack([both >> CODE, both & ((1 << CODE) - 1)])
    is_character = (pairs[:, 1] == 0) & (pairs[:, 0] < FIRST_FREE)
    weights = np.where(is_character, 1, np.minimum(counts, MOST))
    starts = np.flatnonzero(np.diff(both, prepend=both[:1] + 1))
    ends = np.append(starts[1:], both.size)
    steps = np.diff(numbers, prepend=0)
    steps[starts] = 0
    written, bounds = _written(steps, weights)
    tokens = list(_named(pairs[starts], units))
    known = zip(
        tokens,
        (ends - starts).tolist(),
        numbers[starts].tolist(),
        numbers[ends - 1].tolist(),
        bounds[starts].tolist(),
        bounds[ends].tolist(),
        strict=True,
    )
    lines = [
        f"{token}\t{amount}\t{first}\t{last}\t{written[start:end]}"
        for token, amount, first, last, start, end in known
    ]
    return zip(tokens, lines, strict=True)


def _keys(texts: Sequence[str]) -> NDArray[np.uint64]:
    """Return a key for each token, as often as it stands there."""
    whole = "".join(f"{text} " for text in texts).encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(whole, "<u4").astype(np.uint64)
    numbers = np.repeat(np.arange(len(texts), dtype=np.uint64), [len(text) + 1 for text in texts])
    firsts = codes << (CODE + NUMBER) | numbers
    is_read = codes != SPACE
    # The number of an article is no number by itself, see `tokens`.
    is_article = (codes >= FIRST_FREE) & (np.roll(codes, 1) == ord(ORDINAL))
    pairs = firsts[:-1] | codes[1:] << NUMBER
    return np.concatenate([pairs[is_read[:-1] & is_read[1:]], firsts[is_read & ~is_article]])


def _written(steps: NDArray[np.int64], weights: NDArray[np.int64]) -> tuple[str, NDArray[np.int64]]:
    """Return all steps and weights as one text, and where each begins; 0 is no step."""
    digits = _digits(steps.max())
    letters = np.column_stack([digits[steps], (weights + 64).astype(np.uint8)])
    sizes = np.count_nonzero(digits, axis=1)[steps] + 1
    return str(letters.tobytes().translate(None, b"\0"), "ascii"), np.append(0, np.cumsum(sizes))


def _digits(most: int) -> NDArray[np.uint8]:
    """Return the digits of all numbers up to `most` in base 36, with zeros before them."""
    powers = 36 ** np.arange(len(np.base_repr(most, 36)) - 1, -1, -1)
    numbers = np.arange(most + 1)[:, None]
    return np.where(numbers < powers, 0, BASE36[numbers // powers % 36])


def _named(pairs: NDArray[np.uint64], units: Sequence[str]) -> Iterator[str]:
    """Yield the tokens that two characters stand for, or one."""
    text = pairs.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
    stands_for = (pairs >= FIRST_FREE).any(axis=1).tolist()
    for at, is_named in enumerate(stands_for):
        pair = text[2 * at : 2 * at + 2].rstrip("\0")
        yield _name(pair, units) if is_named else pair


def _name(pair: str, units: Sequence[str]) -> str:
    codes = map(ord, pair)
    names = [units[code - FIRST_FREE] if code >= FIRST_FREE else chr(code) for code in codes]
    return joined(*names) if len(names) > 1 else names[0]
