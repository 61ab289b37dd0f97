"""The files that tokens are looked up in, each joined from the same parts of all groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from macros.search.files import IndexFiles, script_end
from macros.search.groups import PART_DIGEST, Group
from macros.search.joining import Start, joined_lines
from macros.search.postings import PARTS
from macros.search.text import shard_of
from macros.sources.cache import NoCache, digest

SIZE = 9_000
"""Bytes aimed at for one file."""

JOINED_SHARE = 0.8
"""What joining leaves of the bytes of all groups, roughly: each token is named once."""


def write_shards(groups: Sequence[Group], files: IndexFiles, cache: NoCache) -> int:
    """Write the files, and return how many there are."""
    postings = Postings(groups, cache)
    guessed = sum(group.facts["size"] for group in groups) * JOINED_SHARE
    bundles = postings.bundles(_amount(int(guessed)))
    amount = _amount(sum(bundle.facts["size"] for bundle in bundles))
    if amount != bundles[0].amount:
        bundles = postings.bundles(amount)
    for bundle in bundles:
        for place, shard in enumerate(bundle.shards):
            if not files.take_over(f"s{shard}", bundle.facts["files"][place]):
                files.write(f"s{shard}", bundle.files[place])
    return amount


def _amount(size: int) -> int:
    """Return the number of files for so many bytes: a power of two."""
    return 1 << max(3, (size // SIZE).bit_length())


@dataclass(frozen=True)
class Postings:
    """Those of all groups."""

    groups: Sequence[Group]
    cache: NoCache

    def bundles(self, amount: int) -> list["Bundle"]:
        """Return what so many files are written from."""
        return [Bundle(self, amount, first) for first in range(min(amount, PARTS))]

    @cached_property
    def starts(self) -> list[Start]:
        """Where each group starts; the last is where all end."""
        counts = [group.facts["counts"] for group in self.groups]
        pages = accumulate(map(len, counts), initial=0)
        sections = accumulate(map(sum, counts), initial=0)
        return list(map(Start, pages, sections))

    @cached_property
    def made_from(self) -> list[str]:
        """For each part, what it is joined from; where the groups start is not among it."""
        digests = [group.facts["parts"] for group in self.groups]
        size = PART_DIGEST
        return ["".join(one[at : at + size] for one in digests)
                for at in range(0, PARTS * size, size)]  # fmt: skip

    def lines(self, part: int) -> Mapping[str, str]:
        """Return the line of each token of a part."""
        parts = [group.parts[part] for group in self.groups]
        return joined_lines(parts, self.starts[:-1], self.starts[-1].sections)


@dataclass(frozen=True)
class Bundle:
    """Some files, and the parts that they are made from: one of both at least."""

    postings: Postings
    amount: int
    """Of all files there are."""

    first: int

    @property
    def shards(self) -> range:
        """The numbers of the files."""
        return range(self.first, self.amount, PARTS)

    @property
    def parts(self) -> range:
        """The numbers of the parts."""
        return range(self.first, PARTS, self.amount)

    @cached_property
    def lines(self) -> list[tuple[str, str]]:
        """The tokens in order, with their lines."""
        found = (line for part in self.parts for line in self.postings.lines(part).items())
        return sorted(found)

    @cached_property
    def files(self) -> list[bytes]:
        """The end of each file."""
        texts: dict[int, list[str]] = {shard: [] for shard in self.shards}
        for token, line in self.lines:
            texts[shard_of(token, self.amount)].append(line)
        return [script_end("\n".join(lines)) for lines in texts.values()]

    @cached_property
    def facts(self) -> Mapping[str, object]:
        """The bytes of all lines, and the hash of the end of each file."""
        starts = [f"{start.pages} {start.sections}" for start in self.postings.starts]
        parts = [self.postings.made_from[part] for part in self.parts]
        made_from = [str(self.amount), *starts, *parts]
        return self.postings.cache.recall("shards", made_from, self._find_facts)

    def _find_facts(self) -> Mapping[str, object]:
        size = sum(len(line.encode()) for _, line in self.lines)
        return {"size": size, "files": [digest(end) for end in self.files]}
