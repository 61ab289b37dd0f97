"""Where each token stands, in the compact form the browser reads."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from macros.search.entries import Entry
from macros.search.text import shard_of, tokens

BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"
TITLE, NUMBER = 3, 2
"""Weights of a token in the title and in the document number of a page."""

HEADING = 3
"""How often a token of a heading counts."""

MOST = 9
"""Highest count kept for a token in a section."""

COMMON_SHARE, COMMON_LEAST = 0.12, 3000
"""A token in more sections than this says nothing: its sections are left out."""

RARE_SHARE, RARE_LEAST = 0.01, 30
"""A character by itself is listed where it is in fewer sections than this: 酒 is, 的 is not."""

SHARD_SIZE = 9_000
"""Bytes aimed at for one file of postings."""


@dataclass(slots=True)
class Postings:
    """The pages and sections of each token."""

    pages: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    """Token → page → weight."""

    sections: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Token → sections in ascending order, each followed by its count."""

    characters: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Chinese character → sections in ascending order, each followed by 1."""

    size: int = 0
    """Number of sections."""

    def add(self, page: int, entry: Entry, counts: Sequence[Mapping[str, int]]) -> None:
        """Add the tokens of a page; pages come in order.

        Args:
            counts: what `token_counts` gives for it.
        """
        for token in tokens(entry.number):
            self.pages[token][page] = NUMBER
        for token in tokens(entry.title):
            self.pages[token][page] = TITLE
        for section in counts:
            for token, count in section.items():
                self.sections[token] += (self.size, count)
            for char in {char for token in section for char in token if not char.isascii()}:
                self.characters[char] += (self.size, 1)
            self.size += 1

    def shards(self) -> list[str]:
        """Return the text of each file: a line per token."""
        known = {*self.pages, *self.sections, *self.characters}
        lines = [(token, self._line(token)) for token in sorted(known)]
        size = sum(len(line.encode()) for _, line in lines)
        count = 1 << max(3, (size // SHARD_SIZE).bit_length())
        files: list[list[str]] = [[] for _ in range(count)]
        for token, line in lines:
            files[shard_of(token, count)].append(line)
        return ["\n".join(file) for file in files]

    def _line(self, token: str) -> str:
        is_character = token in self.characters
        found = self.characters[token] if is_character else self.sections.get(token, [])
        amount = len(found) // 2
        if is_character:
            is_common = amount > RARE_LEAST and amount > RARE_SHARE * self.size
        else:
            is_common = amount > COMMON_LEAST and amount > COMMON_SHARE * self.size
        if is_common:
            found = []
        pages = "".join(_pages(self.pages.get(token, {})))
        return f"{token}\t{base36(amount)}\t{pages}\t{''.join(_sections(found))}"


def token_counts(entry: Entry) -> list[dict[str, int]]:
    """Return how often each token stands in each section of a page."""
    found = []
    for section in entry.sections:
        counts = Counter(tokens(section.text))
        if section.anchor:
            for token in tokens(section.heading):
                counts[token] += HEADING
        found.append({token: min(count, MOST) for token, count in counts.items()})
    return found


def base36(number: int) -> str:
    """Return a number in digits and small letters, as JavaScript's parseInt(…, 36) reads it."""
    digits = BASE36[number % 36]
    while number >= 36:
        number //= 36
        digits = BASE36[number % 36] + digits
    return digits


SMALL = [base36(number) for number in range(36 * 36)]


def _step(number: int) -> str:
    return SMALL[number] if number < len(SMALL) else base36(number)


def _pages(weights: Mapping[int, int]) -> Iterator[str]:
    """Yield steps from page to page, each with its weight as a capital: A is 1."""
    last = 0
    for page, weight in weights.items():
        yield f"{_step(page - last)}{chr(64 + weight)}"
        last = page


def _sections(found: Iterable[int]) -> Iterator[str]:
    """Yield steps from section to section, each with its count as a capital: A is 1."""
    last, pairs = 0, iter(found)
    for section in pairs:
        yield f"{_step(section - last)}{chr(64 + next(pairs))}"
        last = section
