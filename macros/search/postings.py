"""Where each token stands in a group of pages, in a form that joins into that of all pages."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from macros.rendering.sections import Section
from macros.search.entries import Entry
from macros.search.text import tokens, units_as_characters

BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"
TITLE, NUMBER = 3, 2
"""Weights of a token in the title and in the document number of a page."""

HEADING = 3
"""How often a token of a heading counts."""


@cache
def step(number: int) -> str:
    """Return a number in digits and small letters, as JavaScript's parseInt(…, 36) reads it."""
    digits = BASE36[number % 36]
    while number >= 36:
        number //= 36
        digits = BASE36[number % 36] + digits
    return digits


def of_sections(sections: Sequence[Sequence[Section]]) -> Iterator[tuple[str, str]]:
    """Yield each token of the sections of some pages with its line, see `lines_of_places`."""
    from macros.search.places import lines_of_places  # numpy: an edit elsewhere needs none

    given = (
        text
        for page in sections
        for one in page
        for text in (one.text, one.heading if one.anchor else "")
    )
    cut, units = units_as_characters(given)
    headed = zip(cut[::2], cut[1::2], strict=False)
    texts = [f"{text}{f' {heading}' * HEADING}" for text, heading in headed]
    return lines_of_places(texts, units)


def of_pages(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Yield each token of titles and document numbers, with such a line of pages."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for page, entry in enumerate(entries):
        weights = dict.fromkeys(tokens(entry.number), NUMBER)
        weights |= dict.fromkeys(tokens(entry.title), TITLE)
        for token, weight in weights.items():
            found[token].append((page, chr(64 + weight)))
    for token, known in found.items():
        (first, weight), (last, _) = known[0], known[-1]
        steps = (f"{step(there - here)}{weight}" for (here, _), (there, weight) in pairwise(known))
        yield token, f"{token}\t{len(known)}\t{first}\t{last}\t{weight}{''.join(steps)}"
