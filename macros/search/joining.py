"""Joins the postings of groups into the lines the browser reads."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from macros.search.postings import OF_PAGES, step

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


def joined_lines(parts: Sequence[bytes], starts: Sequence[Start], sections: int) -> dict[str, str]:
    """Return the line of each token, in order of the tokens.

    Args:
        parts: the same part of the postings of every group.
        starts: where each group starts.
        sections: how many there are in all.
    """
    texts = [str(part, "utf-8").partition(OF_PAGES) for part in parts]
    known = list(zip(starts, texts, strict=True))
    in_sections = _chains((start.sections, text[0]) for start, text in known)
    in_pages = _chains((start.pages, text[2]) for start, text in known)
    nowhere = _Chain()
    lines = {}
    for token in sorted(in_sections.keys() | in_pages.keys()):
        found = in_sections.get(token, nowhere)
        steps = "" if _is_common(token, found.amount, sections) else "".join(found.steps)
        pages = "".join(in_pages.get(token, nowhere).steps)
        lines[token] = f"{token}\t{step(found.amount)}\t{pages}\t{steps}"
    return lines


def _chains(texts: Iterable[tuple[int, str]]) -> Mapping[str, _Chain]:
    chains: dict[str, _Chain] = {}
    for start, text in texts:
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
