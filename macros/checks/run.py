"""All findings of a project in one run."""

from dataclasses import replace

from macros import paths
from macros.checks import CHECKS, PAGE_CHECKS
from macros.checks.exceptions import excepted
from macros.checks.pages import checked_pages
from macros.handbook import Handbook
from macros.problems import Problem, ordered
from macros.rendering.site import RenderedSite, render_site


def run_checks(handbook: Handbook) -> list[Problem]:
    """Return everything wrong with a handbook; see `check_site`."""
    return check_site(render_site(handbook))


def check_site(site: RenderedSite) -> list[Problem]:
    """Return everything wrong with a site: what could not be loaded, refused calls, checks.

    Left out are those that `data/exceptions.yml` lets stand.
    """
    problems = [*site.handbook.problems, *_refused_calls(site), *checked_pages(site)]
    for module in CHECKS:
        alone = replace(site, pages={}) if module in PAGE_CHECKS else site
        problems += module.check(alone)
    problems = [_at_definition(site.handbook, found) for found in problems]
    codes = [module.CODE for module in CHECKS]
    return ordered(excepted(problems, site.handbook.exceptions, codes))


def _at_definition(handbook: Handbook, found: Problem) -> Problem:
    """Return a problem of a made page with the line where an editor can mend it."""
    page = handbook.pages.get(found.where.file.removeprefix(f"{paths.DOCS}/"))
    if page is None or page.figure is None:
        return found
    return replace(found, where=handbook.definitions[page.figure].where)


def _refused_calls(site: RenderedSite) -> list[Problem]:
    return [found for page in site.pages.values() for found in page.problems]
