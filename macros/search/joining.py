"""Joins what is known of groups."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from macros.search.parts import kinds
from macros.search.postings import step

COMMON_SHARE, COMMON_LEAST = 0.12, 3000
"""A token in more sections than this says nothing: its sections are left out."""

RARE_SHARE, RARE_LEAST = 0.01, 30
"""A character by itself is listed where it is in fewer sections than this: 酒 is, 的 is not."""


@dataclass(frozen=True, slots=True)
class Start:
    """How many pages and sections stand before a group."""

    pages: int
    sections: int


@dataclass(slots=True)
class _Chain:
    """The places of a token in the groups so far."""

    amount: int = 0
    last: int = 0
    steps: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Joined:
    """What is known of the tokens and words of one part."""

    lines: Mapping[str, str]
    """Token → its line, as the browser reads it."""

    phrases: Mapping[str, int]
    words: Mapping[str, int]


def joined(parts: Sequence[bytes], starts: Sequence[Start], sections: int) -> Joined:
    """Join the same part of every group.

    Args:
        parts: one of each group.
        starts: where each group starts.
        sections: how many there are in all.
    """
    of_groups = [kinds(part) for part in parts]
    of_sections, of_pages, phrases, words = zip(*of_groups, strict=True) if of_groups else [()] * 4
    in_sections = _chains([start.sections for start in starts], of_sections)
    in_pages = _chains([start.pages for start in starts], of_pages)
    lines = {
        token: _line(token, in_sections.get(token), in_pages.get(token), sections)
        for token in in_sections.keys() | in_pages.keys()
    }
    return Joined(lines, _counted(phrases), _counted(words))


def _line(token: str, found: "_Chain | None", pages: "_Chain | None", sections: int) -> str:
    amount = found.amount if found else 0
    is_listed = found and not _is_common(token, amount, sections)
    steps = "".join(found.steps) if is_listed else ""
    return f"{token}\t{step(amount)}\t{''.join(pages.steps) if pages else ''}\t{steps}"


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(" ".join(texts).split())


def _chains(starts: Sequence[int], texts: Sequence[str]) -> Mapping[str, _Chain]:
    chains: dict[str, _Chain] = {}
    for start, text in zip(starts, texts, strict=True):
        for line in text.split("\n") if text else ():
            token, amount, first, last, steps = line.split("\t")
            chain = chains.get(token)
            if chain is None:
                chain = chains[token] = _Chain()
            chain.amount += int(amount)
            chain.steps += (step(start + int(first) - chain.last), steps)
            chain.last = start + int(last)
    return chains


def _is_common(token: str, amount: int, sections: int) -> bool:
    if len(token) == 1 and not token.isascii():
        return amount > RARE_LEAST and amount > RARE_SHARE * sections
    return amount > COMMON_LEAST and amount > COMMON_SHARE * sections
