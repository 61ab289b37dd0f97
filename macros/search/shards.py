"""The files that tokens are looked up in, each joined from the same parts of all groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from macros.search.files import IndexFiles, script_end
from macros.search.groups import PART_DIGEST, Group
from macros.search.joining import Joined, Start, joined
from macros.search.parts import PARTS, part_of_word
from macros.search.text import shard_of
from macros.search.words import by_count
from macros.sources.cache import NoCache, digest

SIZE = 18_000
"""Bytes aimed at for one file."""

JOINED_SHARE = 0.8
"""What joining leaves of the bytes of all groups, roughly: each token is named once."""


def shards(groups: Sequence[Group], phrases: Sequence[str], cache: NoCache) -> list["Bundle"]:
    """Return what the files are written from.

    Args:
        phrases: those that are known from elsewhere than from pages.
    """
    whole = Whole(groups, phrases, cache)
    guessed = sum(group.facts["size"] for group in groups) * JOINED_SHARE
    bundles = whole.bundles(_amount(int(guessed)))
    amount = _amount(sum(bundle.facts["size"] for bundle in bundles))
    return bundles if amount == bundles[0].amount else whole.bundles(amount)


def write_shards(bundles: Sequence["Bundle"], files: IndexFiles) -> None:
    """Write the files that come out otherwise than before."""
    for bundle in bundles:
        for place, shard in enumerate(bundle.shards):
            files.put(f"s{shard}", bundle.facts["files"][place],
                      lambda bundle=bundle, place=place: bundle.files[place])  # fmt: skip


def _amount(size: int) -> int:
    """Return the number of files for so many bytes: a power of two."""
    return 1 << max(3, (size // SIZE).bit_length())


@dataclass(frozen=True)
class Whole:
    """All groups, and what is joined from them."""

    groups: Sequence[Group]
    phrases: Sequence[str]
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
    def made_from(self) -> str:
        """The hash of what every part is joined from: where the groups start."""
        return digest(*(f"{start.pages} {start.sections}" for start in self.starts))

    @cached_property
    def digests(self) -> list[str]:
        """For each part, that of every group."""
        digests = [group.facts["parts"] for group in self.groups]
        size = PART_DIGEST
        return ["".join(one[at : at + size] for one in digests)
                for at in range(0, PARTS * size, size)]  # fmt: skip

    @cached_property
    def own_phrases(self) -> Mapping[int, list[str]]:
        """For each part, the phrases from elsewhere."""
        found: dict[int, list[str]] = {}
        for phrase in self.phrases:
            found.setdefault(part_of_word(phrase), []).append(phrase)
        return found

    def joined(self, part: int) -> Joined:
        """Return what is known of a part."""
        parts = [group.parts[part] for group in self.groups]
        found = joined(parts, self.starts[:-1], self.starts[-1].sections)
        found.phrases.update(self.own_phrases.get(part, []))
        return found


@dataclass(frozen=True)
class Bundle:
    """Some files, and the parts that they are made from: one of both at least."""

    whole: Whole
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
    def joined(self) -> list[Joined]:
        """What is known of each part."""
        return [self.whole.joined(part) for part in self.parts]

    @cached_property
    def files(self) -> list[bytes]:
        """The end of each file: lines in order of the tokens."""
        texts: dict[int, list[str]] = {shard: [] for shard in self.shards}
        for token, line in sorted(line for one in self.joined for line in one.lines.items()):
            texts[shard_of(token, self.amount)].append(line)
        return [script_end("\n".join(lines)) for lines in texts.values()]

    @cached_property
    def facts(self) -> Mapping[str, object]:
        """What there is to know of the files and words without joining the parts."""
        made_from = [str(self.amount), self.whole.made_from]
        for part in self.parts:
            made_from += [self.whole.digests[part], *self.whole.own_phrases.get(part, [])]
        return self.whole.cache.recall("shards", made_from, self._find_facts)

    def _find_facts(self) -> Mapping[str, object]:
        lines = (line for one in self.joined for line in one.lines.values())
        facts = {
            "size": sum(len(line.encode("utf-8")) for line in lines),
            "files": [digest(end) for end in self.files],
            "phrases": by_count({k: v for one in self.joined for k, v in one.phrases.items()}),
            "words": by_count({k: v for one in self.joined for k, v in one.words.items()}),
        }
        self.__dict__.pop("joined")  # all of them take more memory than the whole site
        return facts
