"""Numbers in the index, and the pages whose title or document number holds a token."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

PARTS = 1024
"""Whatever is of one token is in one part: an edit leaves most parts of its group as they are."""

BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"
TITLE, NUMBER = 3, 2
"""Weights of a token in the title and in the document number of a page."""


@cache
def step(number: int) -> str:
    """Return a number in digits and small letters, as JavaScript's parseInt(…, 36) reads it."""
    digits = BASE36[number % 36]
    while number >= 36:
        number //= 36
        digits = BASE36[number % 36] + digits
    return digits


def steps_to_pages(pages: Iterable[tuple[Iterable[str], Iterable[str]]]) -> Mapping[str, str]:
    """Return for each token the steps from page to page, each closed by the weight as a capital.

    Args:
        pages: the tokens of the title and of the document number of each.
    """
    found: dict[str, list[str]] = defaultdict(list)
    last: dict[str, int] = defaultdict(int)
    for page, (title, number) in enumerate(pages):
        weights = dict.fromkeys(number, NUMBER) | dict.fromkeys(title, TITLE)
        for token, weight in weights.items():
            found[token].append(f"{step(page - last[token])}{chr(64 + weight)}")
            last[token] = page
    return {token: "".join(steps) for token, steps in found.items()}
