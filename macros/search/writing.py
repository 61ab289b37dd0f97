"""Writes the index of the whole handbook."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import log

from macros.models.terms import Terms
from macros.rendering.site import RenderedSite
from macros.search.dictionary import dictionary, synonyms
from macros.search.entries import index_entries
from macros.search.files import FOLDER, IndexFiles, script_end
from macros.search.groups import Group, groups
from macros.search.postings import step
from macros.search.shards import Shards, amount_of_shards
from macros.search.text import HAN
from macros.sources.cache import NoCache
from macros.sources.collection import no_collection
from macros.sources.site_files import SiteFiles

LONGEST_TITLE = 35
"""Tokens of a title beyond this are not told apart."""


def write_index(site: RenderedSite, outputs: SiteFiles) -> None:
    """Write the index of all pages into the site, the same bytes for the same pages."""
    handbook = site.handbook
    found = groups(index_entries(site), handbook.cache)
    (outputs.folder / FOLDER).mkdir(parents=True, exist_ok=True)
    with no_collection():
        write_groups(found, handbook.terms, IndexFiles(outputs), handbook.cache)


def write_groups(groups: Iterable[Group], terms: Terms, files: IndexFiles, cache: NoCache) -> None:
    """Write the index of pages that are known already, numbered in their order."""
    known = list(_written(groups, files))
    shards = Shards(known, amount_of_shards(known))
    shards.write(files)
    for group in known:
        group.release()
    phrases = [term.word for term in terms.terms if HAN.fullmatch(term.word)]
    files.write("dictionary", script_end(dictionary(known, phrases, cache)))
    files.write("synonyms", script_end(list(synonyms(known, terms))))
    files.write("pages", script_end(_pages(known, shards.amount)))


def _written(groups: Iterable[Group], files: IndexFiles) -> Iterator[Group]:
    """Write the sections of each group, and yield it."""
    first = 0
    for group in groups:
        _write_sections(files, first, group)
        first += len(group.entries)
        yield group


def _write_sections(files: IndexFiles, first: int, group: Group) -> None:
    for inside, made_from in enumerate(group.made_from):
        for part in range(len(group.facts["cuts"][inside]) + 1):
            name = f"p{first + inside}-{part}"
            if not files.take_over(name, made_from):
                files.write(name, group.files[inside][part], made_from)
    group.release()


def _pages(groups: Sequence[Group], shards: int) -> dict[str, object]:
    """Return what every query needs of all pages, in a few characters for each."""
    entries = [entry for group in groups for entry in group.entries]
    counts = [count for group in groups for count in group.facts["counts"]]
    cuts = [page for group in groups for page in group.facts["cuts"]]
    numbers = [[count, *page] for count, page in zip(counts, cuts, strict=True)]
    titles = [title for group in groups for title, _ in group.facts["page_tokens"]]
    categories = _values(entry.category for entry in entries)
    statuses = _values(entry.status for entry in entries)
    years = _values(entry.year for entry in entries)
    facets = (
        f"{step(categories.index(entry.category))}{step(statuses.index(entry.status))}"
        f"{step(years.index(entry.year)):0>2}"
        f"{step(min(len(title), LONGEST_TITLE))}{step(singular)}"
        for entry, title, singular in zip(entries, titles, _singularities(titles), strict=True)
    )
    return {
        "shards": shards,
        "sections": sum(counts),
        "counts": ",".join("/".join(map(step, page)) for page in numbers),
        "categories": categories,
        "statuses": statuses,
        "years": years,
        "facets": "".join(facets),
    }


def _singularities(titles: Sequence[Sequence[str]]) -> list[int]:
    """Return how little each title shares with others, from 0 (one of a series) to 35."""
    distinct = [dict.fromkeys(title) for title in titles]
    amounts = Counter(token for title in distinct for token in title)
    most = log(len(titles) + 1)
    return [
        round(35 * sum(log((len(titles) + 1) / amounts[token]) for token in title)
              / max(len(title), 1) / most)
        for title in distinct
    ]  # fmt: skip


def _values(values: Iterable[str]) -> list[str]:
    return sorted(set(values))
