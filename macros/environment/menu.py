"""The menu beside a page: made once for all pages of a section, not for each of them."""

from collections.abc import Mapping
from posixpath import dirname
from types import SimpleNamespace

from jinja2 import DictLoader, Environment, pass_context
from jinja2.runtime import Context
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

MENU, ITEM = "partials/nav.html", "partials/nav-item.html"
THEME_MENU = "partials/theme-nav.html"
"""Another name for the menu of the theme, whose place is taken."""


class SideMenu:
    """Gives each page its menu, made by the theme.

    The menus of two pages of one section differ in the entries of these pages only, and a menu
    takes half as long as all the rest of a page.
    """

    def __init__(self, templates: Environment) -> None:
        self._templates = templates
        self._menus: dict[tuple[int, str], str] = {}

    def loader(self) -> DictLoader:
        """Return what puts this menu in the place of the theme's."""
        theme_menu = self._templates.loader.get_source(self._templates, MENU)[0]
        self._templates.globals["side_menu"] = self.show
        return DictLoader({MENU: "{{ side_menu() }}", THEME_MENU: theme_menu})

    @pass_context
    def show(self, context: Context) -> str:
        """Return the menu of the page that a template is rendered for."""
        page: Page = context["page"]
        values = context.get_all()
        whole = self._templates.get_template(THEME_MENU)
        if not _is_one_of_many(page):
            return whole.render(values)
        entry = self._entry(values, page)
        values_elsewhere = values | {"page": SimpleNamespace(url=page.url)}
        page.active, page.parent.active = False, True
        known = (id(page.parent), dirname(page.url))
        if known not in self._menus:
            self._menus[known] = whole.render(values_elsewhere)
        entry_elsewhere = self._entry(values_elsewhere, page)
        page.active = True
        before, _, after = self._menus[known].partition(entry_elsewhere)
        return f"{before}{entry}{after}" if after else whole.render(values)

    def _entry(self, values: Mapping[str, object], page: Page) -> str:
        items = self._templates.get_template(ITEM).make_module(dict(values))
        return items.render(page, "", 1).strip()


def _is_one_of_many(page: Page | None) -> bool:
    if page is None or page.is_index or not isinstance(page.parent, Section):
        return False
    return page in page.parent.children
