"""The files that tokens are looked up in, each joined from the same parts of all groups."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from macros.search.files import IndexFiles, script_end
from macros.search.groups import Group
from macros.search.postings import PARTS, steps_to_pages
from macros.search.text import shard_of, token_hash
from macros.sources.cache import digest

PLACES = 9_000
"""At most in one file on average: it has some 9 to 18 KB, and a query reads one for each token."""

AT_ONCE = 64
"""Bundles joined together: all of them take more memory than the whole site."""


def amount_of_shards(groups: Sequence[Group]) -> int:
    """Return the number of files: a power of two."""
    places = sum(group.facts["places"] for group in groups)
    return 1 << max(3, (places // PLACES).bit_length())


@dataclass(frozen=True)
class Shards:
    """All files, in bundles that are made from the same parts: one of both at least."""

    groups: Sequence[Group]
    amount: int
    """Of files."""

    def write(self, files: IndexFiles) -> None:
        """Write the files, and take over those that are made from the same as before."""
        new: dict[int, str] = {}
        for bundle in range(min(self.amount, PARTS)):
            made_from = self._made_from(bundle)
            shards = self._shards(bundle)
            if not all(files.take_over(f"s{shard}", made_from) for shard in shards):
                new[bundle] = made_from
        for start in range(0, len(new), AT_ONCE):
            for shard, end in self._joined([*new][start : start + AT_ONCE]).items():
                files.write(f"s{shard}", end, new[shard % PARTS])

    def _shards(self, bundle: int) -> range:
        return range(bundle, self.amount, PARTS)

    def _parts(self, bundle: int) -> range:
        return range(bundle, PARTS, self.amount)

    def _made_from(self, bundle: int) -> str:
        known = [self._starts_digest]
        for part in self._parts(bundle):
            known.append(self._part_digests[part])
            known += [f"{token}\t{steps}" for token, steps in self._in_pages[part].items()]
        return digest("\n".join(known))

    @cached_property
    def _starts(self) -> list[int]:
        """How many sections stand before each group, and in all."""
        counts = (sum(group.facts["counts"]) for group in self.groups)
        return list(accumulate(counts, initial=0))

    @cached_property
    def _starts_digest(self) -> str:
        return digest(str(self.amount), *map(str, self._starts))

    @cached_property
    def _part_digests(self) -> list[str]:
        """The hashes of each part of all groups."""
        of_groups = [group.part_digests for group in self.groups]
        return [" ".join(one) for one in zip(*of_groups, strict=True)] or [""] * PARTS

    @cached_property
    def _in_pages(self) -> Mapping[int, Mapping[str, str]]:
        """For each part the tokens of titles and document numbers, with steps to their pages."""
        pages = (page for group in self.groups for page in group.facts["page_tokens"])
        found: dict[int, dict[str, str]] = defaultdict(dict)
        for token, steps in steps_to_pages(pages).items():
            found[token_hash(token) % PARTS][token] = steps
        return found

    def _joined(self, bundles: Sequence[int]) -> Mapping[int, bytes]:
        """Return the end of each file of some bundles: lines in order of the tokens."""
        from macros.search.joining import lines  # numpy: an edit elsewhere needs none

        parts = [part for bundle in bundles for part in self._parts(bundle)]
        in_pages = {token: steps for part in parts for token, steps in self._in_pages[part].items()}
        places = [group.places for group in self.groups]
        texts: dict[int, list[str]] = defaultdict(list)
        for token, line in sorted(lines(places, self._starts, parts, in_pages)):
            texts[shard_of(token, self.amount)].append(line)
        shards = (shard for bundle in bundles for shard in self._shards(bundle))
        return {shard: script_end("\n".join(texts[shard])) for shard in shards}
