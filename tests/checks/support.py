"""What the tests of the checks share: pages of a kind, and findings as short values."""

from types import ModuleType

from macros.checks.pages import check_page
from macros.handbook import Handbook
from macros.problems import Problem, ordered
from macros.rendering.site import RenderedSite, render_site

FIRST_LINE = 8
"""Line of the first line of text below the head of these pages."""


def page(text: str, kind: str = "报告", year: int | None = 2023, more: str = "") -> str:
    """Return a page of a kind whose text begins at `FIRST_LINE`, unless `more` adds keys."""
    years = f"年份: {year}\n" if year else "归口科室: null\n"
    return f"---\n类型: {kind}\n{years}{more}---\n\n# 标题\n\n{text}\n"


def problems(handbook: Handbook, module: ModuleType) -> list[Problem]:
    """Return what one check finds; the small project itself must load without a fault."""
    assert [] == list(handbook.problems)
    return ordered(findings(render_site(handbook), module))


def findings(site: RenderedSite, module: ModuleType) -> list[Problem]:
    """Return what one check finds on a site, in whichever way it looks."""
    whole = module.check(site) if hasattr(module, "check") else ()
    alone = (found for page in site.pages.values() for found in check_page(page, (module,)))
    return [*whole, *alone]


def facts(handbook: Handbook, module: ModuleType) -> list[str]:
    """Return the facts that one check finds."""
    return [found.fact for found in problems(handbook, module)]
