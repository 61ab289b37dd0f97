"""Writes the index as script files, which load from a folder as well as from a server."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from pathlib import Path

from macros.models.terms import Terms
from macros.rendering.site import RenderedSite
from macros.search.dictionary import dictionary, synonyms
from macros.search.entries import Entry, index_entries
from macros.search.postings import Postings, base36, token_counts
from macros.search.text import tokens
from macros.sources.cache import NoCache

FOLDER = "search"

SECTIONS_PER_FILE = 24
"""Long laws are cut, so that a hit does not load the whole of one."""

LONGEST_TITLE = 35
"""Tokens of a title beyond this are not told apart."""


def write_index(site: RenderedSite, folder: Path) -> None:
    """Write the index of all pages into `folder/search`, the same bytes for the same pages."""
    handbook = site.handbook
    write_entries(list(index_entries(site)), handbook.terms, folder, handbook.cache)


def write_entries(
    entries: Sequence[Entry], terms: Terms, folder: Path, cache: NoCache
) -> None:
    """Write the index of pages that are known already, numbered in their order."""
    target = folder / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    postings = Postings()
    for number, entry in enumerate(entries):
        postings.add(number, entry, _counts(entry, cache))
        _write_sections(target, number, entry)
    shards = postings.shards()
    for number, text in enumerate(shards):
        _write(target, f"s{number}", text)
    _write(target, "dictionary", dictionary(entries, terms, cache))
    _write(target, "synonyms", list(synonyms(entries, terms)))
    _write(target, "pages", _pages(entries, postings.size, len(shards)))


def _counts(entry: Entry, cache: NoCache) -> list[dict[str, int]]:
    return cache.recall("tokens", [repr(entry.sections)], lambda: token_counts(entry))


def _write(target: Path, name: str, value: object) -> None:
    """Write one file that hands its value to `handbookSearch.receive`."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Line separators end a line in old JavaScript, though not in JSON.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    call = f'handbookSearch.receive("{name}",{text})\n'
    (target / f"{name}.js").write_bytes(call.encode("utf-8"))


def _write_sections(target: Path, number: int, entry: Entry) -> None:
    head = [entry.title, entry.address, [fact for fact in (entry.number, entry.version) if fact]]
    rows = [[one.anchor, one.heading, one.path, one.text] for one in entry.sections]
    for start in range(0, len(rows), SECTIONS_PER_FILE):
        part = f"p{number}-{start // SECTIONS_PER_FILE}"
        _write(target, part, [*head, rows[start : start + SECTIONS_PER_FILE]])


def _pages(entries: Sequence[Entry], sections: int, shards: int) -> dict[str, object]:
    """Return what every query needs of all pages, in a few characters for each."""
    categories = _values(entry.category for entry in entries)
    statuses = _values(entry.status for entry in entries)
    years = _values(entry.year for entry in entries)
    singular = _singularities(entries)
    facets = (
        f"{base36(categories.index(entry.category))}{base36(statuses.index(entry.status))}"
        f"{base36(years.index(entry.year)):0>2}"
        f"{base36(min(len(list(tokens(entry.title))), LONGEST_TITLE))}{base36(singular[number])}"
        for number, entry in enumerate(entries)
    )
    return {
        "shards": shards,
        "sections": sections,
        "perFile": SECTIONS_PER_FILE,
        "counts": ",".join(base36(len(entry.sections)) for entry in entries),
        "categories": categories,
        "statuses": statuses,
        "years": years,
        "facets": "".join(facets),
    }


def _singularities(entries: Sequence[Entry]) -> list[int]:
    """Return how little each title shares with others, from 0 (one of a series) to 35."""
    titles = [set(tokens(entry.title)) for entry in entries]
    amounts = Counter(token for title in titles for token in title)
    most = log(len(titles) + 1)
    return [
        round(35 * sum(log((len(titles) + 1) / amounts[token]) for token in title)
              / max(len(title), 1) / most)
        for title in titles
    ]  # fmt: skip


def _values(values: Iterable[str]) -> list[str]:
    return sorted(set(values))
