"""All findings of a project in one run."""

from dataclasses import replace

from macros import paths
from macros.checks import CHECKS
from macros.checks.exceptions import excepted
from macros.checks.pages import checked_pages, functions
from macros.checks.prose import blank_text
from macros.handbook import Handbook
from macros.problems import Problem, Severity, Where, ordered
from macros.rendering.site import RenderedSite, render_site


def run_checks(handbook: Handbook) -> list[Problem]:
    """Return everything wrong with a handbook; see `check_site`."""
    return check_site(render_site(handbook))


def check_site(site: RenderedSite) -> list[Problem]:
    """Return everything wrong with a site: what could not be loaded, refused calls, checks.

    Left out are those that `data/exceptions.yml` lets stand.
    """
    refused = {*site.handbook.problems, *_refused_calls(site)}
    places = {found.where for found in refused}
    found = [*checked_pages(site)]
    for look in functions("check"):
        found += look(site)
    problems = [*refused, *(one for one in found if not _is_echo(one, places))]
    problems = [_at_definition(site.handbook, found) for found in problems]
    codes = [module.CODE for module in CHECKS]
    return ordered(excepted(problems, site.handbook.exceptions, codes))


def _at_definition(handbook: Handbook, found: Problem) -> Problem:
    """Return a problem of a made page with the line where an editor can mend it."""
    page = handbook.pages.get(found.where.file.removeprefix(f"{paths.DOCS}/"))
    if page is None or page.figure is None:
        return found
    return replace(found, where=handbook.definitions[page.figure].where)


def _is_echo(found: Problem, refused: set[Where]) -> bool:
    """Return whether a check of prose stumbles over what the line is refused for already."""
    is_prose = found.severity is Severity.WARNING or found.code == blank_text.CODE
    return is_prose and found.where in refused


def _refused_calls(site: RenderedSite) -> list[Problem]:
    return [found for page in site.pages.values() for found in page.problems]
