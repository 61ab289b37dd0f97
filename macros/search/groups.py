"""Groups of pages: an edit makes anew what is known of one, and joins it with all others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from macros.rendering.sections import Section
from macros.search.entries import Entry
from macros.search.files import script_end
from macros.search.parts import KIND, parts
from macros.search.text import tokens
from macros.search.words import HAN
from macros.sources.cache import NoCache, digest

FEWEST = 16
"""Pages of a group: a new page changes the one it is in, and no other."""

PART_DIGEST = 16
"""Digits of the hash of a part of the postings."""

SECTIONS_PER_FILE = 24
"""Long laws are cut, so that a hit does not load the whole of one."""


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
    def parts(self) -> list[bytes]:
        """What is joined with the other groups."""
        made = self.cache.recall(
            "parts", self.made_from, lambda: parts(self.entries, self.sections)
        )
        return made.split(b"\0")

    @cached_property
    def facts(self) -> Mapping[str, object]:
        """What is small enough to be read at every build."""
        return self.cache.recall("group", self.made_from, self._find_facts)

    def _find_facts(self) -> Mapping[str, object]:
        texts = [text for page in self.sections for one in page for text in (one.heading, one.text)]
        titles = [entry.title for entry in self.entries]
        return {
            "counts": [len(page) for page in self.sections],
            "title_tokens": [list(tokens(title)) for title in titles],
            "files": [[digest(end) for end in page] for page in self.files],
            "size": sum(len(part.rsplit(KIND.encode(), 2)[0]) for part in self.parts),
            "parts": "".join(digest(part)[:PART_DIGEST] for part in self.parts),
            "characters": "".join(filter(HAN.match, sorted(set("".join([*titles, *texts]))))),
        }

    def used(self, names: Sequence[str]) -> list[str]:
        """Return those of some names that the pages hold."""
        return self.cache.recall("names", [*self.made_from, *names], lambda: self._used(names))

    def _used(self, names: Sequence[str]) -> list[str]:
        found = [text for page in self.sections for one in page for text in (one.heading, one.text)]
        whole = "\n".join([*(entry.title for entry in self.entries), *found])
        return [name for name in names if name in whole]

    def release(self) -> None:
        """Give back the memory of what the cache can give again."""
        for name in ("sections", "files"):
            self.__dict__.pop(name, None)


def _files(entry: Entry, sections: Sequence[Section]) -> Iterator[bytes]:
    head = [entry.title, entry.address, [fact for fact in (entry.number, entry.version) if fact]]
    for start in range(0, len(sections), SECTIONS_PER_FILE):
        yield script_end([*head, sections[start : start + SECTIONS_PER_FILE]])
