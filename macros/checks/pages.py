"""Checks that look at one page alone, done again only where the page or the data have changed."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from functools import partial

from macros import paths
from macros.checks import PAGE_CHECKS
from macros.problems import Problem, Severity, Where
from macros.rendering.site import RenderedPage, RenderedSite
from macros.sources.cache import digest, tree_digest


def checked_pages(site: RenderedSite) -> Iterator[Problem]:
    """Yield what the checks of single pages find."""
    handbook = site.handbook
    data = digest(tree_digest(handbook.root, paths.DATA), handbook.day.isoformat())
    for page in site.pages.values():
        made_from = (data, page.page.path, page.page.file.text, page.text)
        found = handbook.cache.recall("checks", made_from, partial(_found, site, page))
        yield from map(_problem, found)


def _found(site: RenderedSite, page: RenderedPage) -> list[dict[str, object]]:
    alone = replace(site, pages={page.page.path: page})
    found = [
        asdict(one) | {"severity": one.severity.name}
        for module in PAGE_CHECKS
        for one in module.check(alone)
        if one.where.file == page.page.name
    ]
    page.release()
    return found


def _problem(record: dict[str, object]) -> Problem:
    where, severity = Where(**record["where"]), Severity[record["severity"]]
    return Problem(**record | {"where": where, "severity": severity})
