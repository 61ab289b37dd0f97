"""The only code that knows MkDocs: binds the macros, expands the navigation, builds the site."""

from functools import partial

from mkdocs.exceptions import Abort
from mkdocs_macros.plugin import MacrosPlugin

from macros.environment.content import site_of
from macros.page_macros import PAGE_MACROS
from macros.problems import as_text


def define_env(env: MacrosPlugin) -> None:
    """Bind the page macros to the handbook; called by mkdocs-macros-plugin at each build.

    Raises:
        Abort: if anything could not be loaded, before a single page is built.
    """
    handbook = site_of(env.conf).handbook
    faults = [found for found in handbook.problems if found.severity.stops_build(release=False)]
    if faults:
        raise Abort("\n".join(as_text(faults)))
    for macro in PAGE_MACROS:
        env.macro(partial(macro.call, handbook), macro.name)
