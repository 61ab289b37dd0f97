"""A page for MkDocs that is not rendered again: it shows what checks and search have seen."""

import posixpath
import re
from functools import cached_property
from html import escape, unescape
from urllib.parse import unquote, urlsplit, urlunsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url

from macros.formatting import chinese_date
from macros.rendering.figure_cards import linked_numbers
from macros.rendering.page_facts import page_facts, printed_in
from macros.rendering.recent import recent_changes
from macros.rendering.redirects import old_anchors
from macros.rendering.site import RenderedPage

HOME = "index.md"
NOTHING = "nothing.html"
"""Name of an empty template: MkDocs writes no file for what comes out empty."""

LINK = re.compile(r'(<(?:a|img)\b[^>]*?\s(?:href|src)=")([^"#][^"]*)(")')


class HandbookPage(Page):
    """A page of the site made of the HTML and headings that are already there."""

    def __init__(
        self, title: str | None, rendered: RenderedPage, file: File, config: MkDocsConfig
    ) -> None:
        super().__init__(title, file, config)
        self.config = config
        self.show(rendered)
        self.markdown = ""  # now it has a title, which the menu of every page shows

    def show(self, rendered: RenderedPage) -> None:
        """Let the page show something else from now on."""
        self.rendered = rendered
        self.is_unchanged = False
        for name in ("facts", "books"):
            self.__dict__.pop(name, None)
        front_matter = rendered.page.file.front_matter
        self.meta = dict(front_matter.value) if front_matter else {}
        self._title_from_render = rendered.heading

    @cached_property
    def facts(self) -> list[tuple[str, str]]:
        """What the foot of the page says."""
        return list(page_facts(self.rendered.handbook, self.rendered.page))

    @cached_property
    def books(self) -> list[tuple[str, str]]:
        """Title and address of each printed book that holds the page."""
        return list(printed_in(self.rendered.handbook, self.rendered.page))

    @property
    def recent(self) -> list[tuple[str, str, str, str]]:
        """What changed last, on the home page: day, kind, title and address."""
        if self.rendered.page.path != HOME:
            return []
        changes = recent_changes(self.rendered.handbook)
        return [
            (chinese_date(one.day), one.kind, one.title, one.page.removesuffix(".md") + ".html")
            for one in changes
        ]

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the text with its macro calls replaced; the macros plugin has nothing to do."""
        self.markdown = self.rendered.text
        self.meta["render_macros"] = False

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the HTML, its links to pages as links to files; old anchors follow at the end."""
        del self.meta["render_macros"]  # it was for the plugin; templates ask if there is meta
        if self.is_unchanged:
            self.content, self.meta = "", self.meta | {"template": NOTHING}
            return
        converted = self.rendered.converted
        content = LINK.sub(
            lambda found: f"{found[1]}{_site_link(found[2], self.file, files)}{found[3]}",
            converted.html,
        )
        path = self.rendered.page.path
        handbook = self.rendered.handbook
        self.content = linked_numbers(handbook, path, content)
        self.content += old_anchors(handbook.redirects, path)
        self.toc = get_toc(converted.toc)
        self.rendered.release()


def _site_link(typed: str, file: File, files: Files) -> str:
    """Return a link as the site needs it, both escaped as in HTML."""
    scheme, host, path, query, anchor = urlsplit(unescape(typed))
    if scheme or host or not path:
        return typed
    source = posixpath.normpath(posixpath.join(posixpath.dirname(file.src_uri), unquote(path)))
    target = files.get_file_from_path(source)
    if target is None:
        return typed
    url = get_relative_url(target.url, file.url)
    return escape(urlunsplit(("", "", url, query, anchor)))
