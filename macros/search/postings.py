"""Where each token stands in a group of pages, in a form that joins into that of all pages."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import repeat
from operator import add, sub

from macros.search.entries import Entry, Section
from macros.search.text import FIRST_FREE, joined, token_hash, tokens, units_as_characters

BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"
TITLE, NUMBER = 3, 2
"""Weights of a token in the title and in the document number of a page."""

HEADING = 3
"""How often a token of a heading counts."""

MOST = 9
"""Highest count kept for a token in a section."""

PARTS = 1024
"""Parts that tokens are sorted into by their hash: an edit leaves most of them as they are."""

OF_PAGES = "\v"
"""Parts what a part of the postings says of sections from what it says of pages."""

FREE = chr(FIRST_FREE)
ALONE = re.compile(f"(?<!第)[{FREE}-\U0010ffff]")
"""The number of an article is no number by itself, see `tokens`."""


def postings(entries: Sequence[Entry], sections: Sequence[Sequence[Section]]) -> list[bytes]:
    """Return `PARTS` parts: a line for each token that stands in sections, then in pages.

    A line is the token, the amount of places, the first and the last of them counted from
    those of the group, and the steps from place to place as the browser reads them, the first
    step left out: it is known when groups are joined.

    Args:
        entries: the pages of a group.
        sections: those of each page.
    """
    of_sections = _sorted_by_hash(_section_places(sections))
    of_pages = _sorted_by_hash(_page_places(entries))
    parts = (
        "\n".join(lines) + (OF_PAGES + "\n".join(pages) if pages else "")
        for lines, pages in zip(of_sections, of_pages, strict=True)
    )
    return "\0".join(parts).encode("utf-8").split(b"\0")


def _sorted_by_hash(places: Iterable[tuple[str, list[int]]]) -> list[list[str]]:
    parts: list[list[str]] = [[] for _ in range(PARTS)]
    for token, found in places:
        parts[token_hash(token) % PARTS].append(_line(token, found))
    return parts


def _line(token: str, places: list[int]) -> str:
    """Return the line of a token: a place stands as often as the token does there."""
    first, last, amount = places[0], places[-1], len(set(places))
    if amount == len(places):
        steps = "A" + "".join(map(_step_to_one, map(sub, places[1:], places)))
    else:
        steps = _weighed_steps(places)
    return f"{token}\t{amount}\t{first}\t{last}\t{steps}"


def _weighed_steps(places: list[int]) -> str:
    counts = Counter(places)
    numbers, weights = list(counts), map(_weight, counts.values())
    steps = ["", *map(step, map(sub, numbers[1:], numbers))]
    return "".join(map(add, steps, weights))


@cache
def _weight(count: int) -> str:
    """Return a count as a capital: A is 1."""
    return chr(64 + min(count, MOST))


@cache
def step(number: int) -> str:
    """Return a number in digits and small letters, as JavaScript's parseInt(…, 36) reads it."""
    digits = BASE36[number % 36]
    while number >= 36:
        number //= 36
        digits = BASE36[number % 36] + digits
    return digits


@cache
def _step_to_one(number: int) -> str:
    return f"{step(number)}A"


def _page_places(entries: Sequence[Entry]) -> Iterator[tuple[str, list[int]]]:
    places: dict[str, list[int]] = defaultdict(list)
    for page, entry in enumerate(entries):
        weights = dict.fromkeys(tokens(entry.number), NUMBER)
        weights |= dict.fromkeys(tokens(entry.title), TITLE)
        for token, weight in weights.items():
            places[token] += [page] * weight
    return iter(places.items())


def _section_places(sections: Sequence[Sequence[Section]]) -> Iterator[tuple[str, list[int]]]:
    """Yield each token and each Chinese character with the sections it stands in.

    This runs over every letter of the handbook: the loops are those of C.
    """
    texts, units = _section_texts(sections)
    pairs: dict[str, list[int]] = defaultdict(list)
    characters: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        neighbors = map(add, text, text[1:])
        deque(map(list.append, map(pairs.__getitem__, neighbors), repeat(number)), 0)
        deque(map(list.append, map(characters.__getitem__, set(text)), repeat(number)), 0)
        deque(map(list.append, map(pairs.__getitem__, ALONE.findall(text)), repeat(number)), 0)
    for pair, places in pairs.items():
        if " " not in pair:
            yield _token(pair, units), places
    for character, places in characters.items():
        if " " < character < FREE:
            yield character, places


def _section_texts(sections: Sequence[Sequence[Section]]) -> tuple[list[str], list[str]]:
    """Return what `units_as_characters` does of each section, its heading as often as it counts."""
    given = (
        text
        for page in sections
        for one in page
        for text in (one.text, one.heading if one.anchor else "")
    )
    cut, units = units_as_characters(given)
    headed = zip(cut[::2], cut[1::2], strict=False)
    return [f"{text}{f' {heading}' * HEADING}" for text, heading in headed], units


def _token(pair: str, units: Sequence[str]) -> str:
    if max(pair) < FREE:
        return pair
    named = [units[ord(one) - FIRST_FREE] if one >= FREE else one for one in pair]
    return named[0] if len(named) == 1 else joined(*named)
