"""The only code that knows MkDocs: binds the macros, expands the navigation, builds the site."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort

from macros.environment.content import content_of
from macros.environment.on_use import OnUse
from macros.handbook import Handbook
from macros.page_macros import PAGE_MACROS, PageMacro
from macros.problems import as_text

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin

# The plugin would look things up on the net with it; it takes as long to import as MkDocs.
sys.meta_path.insert(0, OnUse("requests"))


def define_env(env: "MacrosPlugin") -> None:
    """Bind the page macros to the handbook; called by mkdocs-macros-plugin at each build.

    Raises:
        Abort: if anything could not be loaded, before a single page is built.
    """
    handbook = content_of(env.conf).site.handbook
    faults = [found for found in handbook.problems if found.severity.stops_build(release=False)]
    if faults:
        raise Abort("\n".join(as_text(faults)))
    for macro in PAGE_MACROS:
        env.macro(_bound(macro, handbook), macro.name)


def _bound(macro: PageMacro, handbook: Handbook) -> Callable[..., str]:
    """Return a macro of the plugin, which prints every one at each build: not the handbook."""
    return lambda *arguments, **keywords: macro.call(handbook, *arguments, **keywords)
