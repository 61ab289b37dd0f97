"""What is known of a group of pages, sorted by the tokens and words it is about.

Whatever is of one token or word is in one part: an edit leaves most parts of its group as they
are, and what is joined from these, too.
"""

from collections.abc import Iterable, Mapping, Sequence

from macros.rendering.sections import Section
from macros.search.entries import Entry
from macros.search.postings import of_pages, of_sections
from macros.search.text import token_hash
from macros.search.words import text_words, title_phrases

PARTS = 1024

KIND = "\v"
"""Stands in a part between lines of sections, lines of pages, phrases of titles, and words."""


def parts(entries: Sequence[Entry], sections: Sequence[Sequence[Section]]) -> bytes:
    """Return the parts of a group, a zero between one and the next.

    Args:
        entries: its pages.
        sections: those of each page.
    """
    rows = [section for page in sections for section in page]
    headings = (section.heading for section in rows if section.anchor)
    kinds = (
        _lines(of_sections(sections)),
        _lines(of_pages(entries)),
        _repeated(title_phrases([entry.title for entry in entries], headings)),
        _repeated(text_words(section.text for section in rows)),
    )
    return "\0".join(map(KIND.join, zip(*kinds, strict=True))).encode("utf-8")


def _lines(known: Iterable[tuple[str, str]]) -> list[str]:
    found: list[list[str]] = [[] for _ in range(PARTS)]
    for token, line in known:
        found[token_hash(token) % PARTS].append(line)
    return list(map("\n".join, found))


def _repeated(counted: Mapping[str, int]) -> list[str]:
    """Return words, each as often as it stands there: such lists are added up fast."""
    found: list[list[str]] = [[] for _ in range(PARTS)]
    for word, count in counted.items():
        found[part_of_word(word)].append(f"{word} " * count)
    return list(map("".join, found))


def part_of_word(word: str) -> int:
    """Return the part that a word is in."""
    return (31 * ord(word[0]) + ord(word[-1])) % PARTS


def kinds(part: bytes) -> list[str]:
    """Return the text of each kind."""
    return str(part, "utf-8").split(KIND)
