"""Groups of pages: an edit makes anew what is known of one, and joins it with all others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, pairwise
from math import ceil
from typing import TYPE_CHECKING

from macros.rendering.sections import Section
from macros.search.entries import Entry
from macros.search.files import script_end
from macros.search.text import tokens
from macros.sources.cache import NoCache, digest

if TYPE_CHECKING:
    from macros.search.places import Places
    from macros.search.words import Counts

FEWEST = 16
"""Pages of a group: a new page changes the one it is in, and no other."""

PART_DIGEST = 16
"""Digits of the hash of a part."""

WHOLE, PART = 5_500, 3_000
"""Letters of a page that is one file, and of each file of a longer one.

A hit in a long law loads little of it, and most pages are written and kept as one file.
"""


def groups(entries: Iterable[Entry], cache: NoCache) -> Iterator["Group"]:
    """Yield the pages in groups of some 32: one may end where an address says so by its hash."""
    found: list[Entry] = []
    for entry in entries:
        found.append(entry)
        if len(found) >= FEWEST and digest(entry.address).endswith("0"):
            yield Group(tuple(found), cache)
            found = []
    if found:
        yield Group(tuple(found), cache)


@dataclass(frozen=True)
class Group:
    """Some pages that follow each other."""

    entries: tuple[Entry, ...]
    cache: NoCache

    @cached_property
    def made_from(self) -> list[str]:
        """What all that is known of the group is made from."""
        return [entry.made_from for entry in self.entries]

    @cached_property
    def sections(self) -> list[list[Section]]:
        """The sections of each page."""
        return [entry.read() for entry in self.entries]

    @cached_property
    def files(self) -> list[list[bytes]]:
        """For each page the ends of its files."""
        return [list(_files(*known)) for known in zip(self.entries, self.sections, strict=True)]

    @cached_property
    def places(self) -> "Places":
        """Where the tokens of the sections stand."""
        from macros.search.places import unpacked

        return unpacked(self.cache.recall("places", self.made_from, self._find_places))

    def _find_places(self) -> bytes:
        from macros.search.finding import places_of  # numpy: an edit elsewhere needs none

        return places_of(self.sections).packed()

    @cached_property
    def words(self) -> list["Counts"]:
        """The phrases of titles and headings, and the words of the texts."""
        from macros.search.words import unpacked

        kinds = {"phrases": self._find_phrases, "words": self._find_words}
        return [unpacked(self.cache.recall(kind, self.made_from, kinds[kind])) for kind in kinds]

    def _find_phrases(self) -> bytes:
        from macros.search.words import title_phrases

        rows = chain.from_iterable(self.sections)
        headings = (section.heading for section in rows if section.anchor)
        return title_phrases([entry.title for entry in self.entries], headings).packed()

    def _find_words(self) -> bytes:
        from macros.search.words import text_words

        return text_words(one.text for page in self.sections for one in page).packed()

    @cached_property
    def facts(self) -> Mapping[str, object]:
        """What is small enough to be read at every build."""
        return self.cache.recall("group", self.made_from, self._find_facts)

    def _find_facts(self) -> Mapping[str, object]:
        from macros.search.finding import characters_of

        texts = [text for page in self.sections for one in page for text in (one.heading, one.text)]
        titles = [entry.title for entry in self.entries]
        return {
            "counts": [len(page) for page in self.sections],
            "cuts": [cuts(page) for page in self.sections],
            "page_tokens": [
                [list(tokens(text)) for text in (entry.title, entry.number)]
                for entry in self.entries
            ],
            "places": len(self.places.places),
            "parts": "".join(one[:PART_DIGEST] for one in self.places.digests()),
            "words": [digest(one.packed()) for one in self.words],
            "characters": characters_of([*titles, *texts]),
        }

    @property
    def part_digests(self) -> list[str]:
        """The hash of each part of the places."""
        known = self.facts["parts"]
        return [known[at : at + PART_DIGEST] for at in range(0, len(known), PART_DIGEST)]

    def used(self, names: Sequence[str]) -> list[str]:
        """Return those of some names that the pages hold."""
        return self.cache.recall("names", [*self.made_from, *names], lambda: self._used(names))

    def _used(self, names: Sequence[str]) -> list[str]:
        found = [text for page in self.sections for one in page for text in (one.heading, one.text)]
        whole = "\n".join([*(entry.title for entry in self.entries), *found])
        return [name for name in names if name in whole]

    def release(self) -> None:
        """Give back the memory of what can be had again: it is more than that of the whole site."""
        again = ("places", "words") if self.cache.keeps else ()
        for name in ("sections", "files", *again):
            self.__dict__.pop(name, None)


def cuts(sections: Sequence[Section]) -> list[int]:
    """Return the first section of each file of a page but the first: all about equally long."""
    letters = list(accumulate((sum(map(len, one)) for one in sections), initial=0))
    if letters[-1] <= WHOLE:
        return []
    share = letters[-1] / ceil(letters[-1] / PART)
    files = [int(before / share) for before in letters[:-1]]
    return [at for at, (one, other) in enumerate(pairwise(files), 1) if one != other]


def _files(entry: Entry, sections: Sequence[Section]) -> Iterator[bytes]:
    head = [entry.title, entry.address, [fact for fact in (entry.number, entry.version) if fact]]
    for start, end in pairwise([0, *cuts(sections), len(sections)]):
        yield script_end([*head, sections[start:end]])
