"""The only code that knows MkDocs: binds the macros, expands the navigation, builds the site."""

from functools import partial

from mkdocs.exceptions import Abort
from mkdocs_macros.plugin import MacrosPlugin

from macros.environment.input import handbook_of
from macros.page_macros import PAGE_MACROS
from macros.problems import as_text
from macros.regulations.links import Citations
from macros.rendering.page import linked_text
from macros.sources.calls import protect_code, restore_code


def define_env(env: MacrosPlugin) -> None:
    """Bind the page macros to the handbook; called by mkdocs-macros-plugin at each build.

    Raises:
        Abort: if anything could not be loaded, before a single page reaches Jinja.
    """
    handbook = handbook_of(env.conf)
    faults = [found for found in handbook.problems if found.severity.stops_build(release=False)]
    if faults:
        raise Abort("\n".join(as_text(faults)))
    for macro in PAGE_MACROS:
        env.macro(partial(macro.call, handbook), macro.name)
    env.citations = Citations(handbook)


def on_pre_page_macros(env: MacrosPlugin) -> None:
    """Turn citations into links, and hide the braces of code from Jinja: they are examples."""
    page = env.citations.handbook.pages[env.page.file.src_uri]
    env.markdown = protect_code(linked_text(page, env.citations))


def on_post_page_macros(env: MacrosPlugin) -> None:
    """Give the braces of code back."""
    env.markdown = restore_code(env.markdown)
