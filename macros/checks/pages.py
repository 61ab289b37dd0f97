"""What shows on a page by itself: looked for again only where the page or the data have changed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from functools import lru_cache, partial
from types import ModuleType

from macros import paths
from macros.checks import CHECKS
from macros.problems import Problem, Severity, Where
from macros.rendering.site import RenderedPage, RenderedSite
from macros.sources.cache import digest, tree_digest


def checked_pages(site: RenderedSite) -> Iterator[Problem]:
    """Yield what the checks of single pages find."""
    handbook = site.handbook
    data = digest(tree_digest(handbook.root, paths.DATA), handbook.day.isoformat())
    for page in site.pages.values():
        made_from = (data, page.page.path, page.page.file.digest, page.text_hash)
        found = handbook.cache.recall("checks", made_from, partial(_records, page))
        yield from map(_problem, found)


def check_page(page: RenderedPage, modules: Sequence[ModuleType] = CHECKS) -> Iterator[Problem]:
    """Yield what is wrong with one page; wording is looked at only if it is ours."""
    for name in ("check_page", "check_prose") if page.is_own else ("check_page",):
        for look in functions(name, modules):
            yield from look(page)


@lru_cache
def functions(name: str, modules: Sequence[ModuleType] = CHECKS) -> Sequence[Callable]:
    """Return the functions of a name that checks have."""
    return [getattr(module, name) for module in modules if hasattr(module, name)]


def _records(page: RenderedPage) -> list[dict[str, object]]:
    found = [asdict(one) | {"severity": one.severity.name} for one in check_page(page)]
    # Found while the page is taken apart: broken links need the one, the search the other.
    _ = page.targets, page.sections
    page.release()
    return found


def _problem(record: dict[str, object]) -> Problem:
    where, severity = Where(**record["where"]), Severity[record["severity"]]
    return Problem(**record | {"where": where, "severity": severity})
