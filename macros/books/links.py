"""Where links lead in print: a page of the book, an outside address, or nowhere."""

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote

from macros.books.source import label, quoted
from macros.rendering.allowed_html import is_outside
from macros.rendering.site import RenderedPage


class Links:
    """The anchors of one volume."""

    def __init__(self, pages: Mapping[str, RenderedPage]) -> None:
        self._pages = pages

    def typst(self, path: str, target: str, content: str) -> str:
        """Return a link on page `path` as Typst.

        To another page of the volume it says on which page; within the page it is only a link;
        to pages that are not in the volume the words remain.
        """
        if is_outside(target):
            return f"#link({quoted(target)})[{content}]"
        file, _, anchor = unquote(target).partition("#")
        inside = self._inside(path, file)
        page = self._pages.get(inside)
        if page is None:
            return content
        known = anchor if anchor in page.ids and not anchor.startswith(("fn:", "fnref:")) else ""
        if anchor and not known:
            return content
        known = known or ("" if inside == path else self.top(inside))
        if inside == path:
            return f"#link({label(path, known)})[{content}]" if known else content
        return f"#see({label(inside, known)})[{content}]"

    def top(self, path: str) -> str:
        """Return the id of the title of a page; empty if the page has none."""
        heading = self._pages[path].article.find("h1")
        return (heading.get("id") or "") if heading is not None else ""

    def _inside(self, path: str, file: str) -> str:
        if not file:
            return path
        inside = posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
        return inside.removesuffix(".html") + ".md" if inside.endswith(".html") else inside
