"""Where the tokens of a group of pages stand, in a form that is kept and joined fast."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from macros.search.postings import PARTS
from macros.search.text import token_hash
from macros.sources.cache import digest

WEIGHT = 4
"""Bits of a weight: a place is the number of a text, and how much the token weighs there."""


@dataclass(frozen=True)
class Places:
    """The tokens of some numbered texts in order of their parts, each with its places."""

    bounds: NDArray[np.uint32]
    """Where each part begins, and where the last ends, in each of the following."""

    amounts: NDArray[np.uint32]
    """Of places, for each token."""

    places: NDArray[np.uint32]
    names: str
    """The tokens, each with a line end."""

    def between(self, first: int, last: int) -> tuple[NDArray[np.uint32], NDArray[np.uint32], str]:
        """Return amounts, places and names of the parts from one to another."""
        starts, ends = self.bounds[first].tolist(), self.bounds[last + 1].tolist()
        tokens, places, names = map(slice, starts, ends)
        return self.amounts[tokens], self.places[places], self.names[names]

    def digests(self) -> Iterator[str]:
        """Yield the hash of each part."""
        for amounts, places, names in map(self.between, range(PARTS), range(PARTS)):
            yield digest(b"".join((amounts, places, names.encode("utf-8"))))

    def packed(self) -> bytes:
        """Return all of it as bytes."""
        arrays = (self.bounds, self.amounts, self.places)
        return b"".join([*(array.tobytes() for array in arrays), self.names.encode("utf-8")])


def in_parts(names: Sequence[str], amounts: NDArray, places: NDArray) -> Places:
    """Return tokens, the amount of places of each, and these places in order of the parts."""
    part_of = np.fromiter(map(token_hash, names), np.uint32, len(names)) % PARTS
    part_of = part_of.astype(np.uint16)  # such numbers are sorted ten times faster
    order = np.argsort(part_of, kind="stable")
    places = places[np.argsort(np.repeat(part_of, amounts), kind="stable")]
    names, amounts = [names[at] for at in order.tolist()], amounts[order]
    firsts = np.searchsorted(part_of[order], np.arange(PARTS + 1))
    sizes = [np.ones(len(names)), amounts, np.array([len(name) + 1 for name in names], np.int64)]
    bounds = [np.append(0, np.cumsum(size))[firsts] for size in sizes]
    return Places(
        np.column_stack(bounds).astype(np.uint32),
        amounts.astype(np.uint32),
        places.astype(np.uint32),
        "".join(f"{name}\n" for name in names),
    )


def unpacked(data: bytes) -> Places:
    """Return what was packed."""
    bounds = np.frombuffer(data, np.uint32, (PARTS + 1) * 3).reshape(-1, 3)
    tokens, places, _ = bounds[-1].tolist()
    numbers = np.frombuffer(data, np.uint32, tokens + places, bounds.nbytes)
    names = data[bounds.nbytes + numbers.nbytes :].decode("utf-8")
    return Places(bounds, numbers[:tokens], numbers[tokens:], names)
