"""Partials of the theme that are made once: for the pages of a tab, for both places of a page."""

from collections.abc import Callable, Hashable, Mapping
from posixpath import dirname

from jinja2 import DictLoader, Environment, pass_context
from jinja2.runtime import Context
from mkdocs.structure.pages import Page


def _tab(page: Page) -> Hashable:
    """What the row of tabs depends on: the tab that is chosen, and where links start from."""
    return id((page.ancestors or [page])[-1]), dirname(page.url)


SAME_FOR: Mapping[str, Callable[[Page], Hashable]] = {
    "partials/tabs.html": _tab,
    "partials/toc.html": lambda page: page.toc,
}
"""Name of a partial → what of a page it depends on; the contents stand twice on a page."""


class KeptPartials:
    """Gives a page partials that were made by the theme before."""

    def __init__(self, templates: Environment) -> None:
        self._templates = templates
        self._made: dict[Hashable, str] = {}

    def loader(self) -> DictLoader:
        """Return what puts them in the place of the theme's."""
        self._templates.globals["kept_partial"] = self.show
        sources = {}
        for name in SAME_FOR:
            sources[f"theme/{name}"] = self._templates.loader.get_source(self._templates, name)[0]
            sources[name] = f'{{{{ kept_partial("{name}") }}}}'
        return DictLoader(sources)

    @pass_context
    def show(self, context: Context, name: str) -> str:
        """Return a partial for the page that a template is rendered for."""
        page, partial = context.get("page"), self._templates.get_template(f"theme/{name}")
        if not isinstance(page, Page):
            return partial.render(context.get_all())
        key = name, SAME_FOR[name](page)
        if key not in self._made:
            self._made[key] = partial.render(context.get_all())
        return self._made[key]
