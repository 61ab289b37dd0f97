"""Which pages of the old site come out the same, and are taken over instead of made again."""

import json
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from macros import paths
from macros.environment.content import Content
from macros.environment.page import HandbookPage
from macros.sources.cache import digest, tree_digest


def take_over(content: Content, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Find the key of every page, and put each file that was made from the same in its place.

    A page is made from its own text, front matter and foot, from the names of the pages beside
    and above it, and from what all pages share: templates, settings, the menu, the files there
    are, the pages of figures, and the redirects.
    """
    root = Path(config.config_file_path).parent
    shared = digest(
        tree_digest(root, paths.OVERRIDES, paths.CONFIG),
        json.dumps(list(_items(nav.items))),
        json.dumps(content.site.handbook.figure_paths),
        repr(content.site.handbook.redirects),
        *sorted(f"{file.src_uri} {file.url}" for file in files if file.src_uri),
    )
    for file in files.documentation_pages():
        page = file.page
        meta = json.dumps(page.meta, ensure_ascii=False, default=str)
        foot = json.dumps([page.facts, page.books, page.recent, list(_around(page))])
        key = digest(shared, file.src_uri, page.title or "", meta, foot, page.rendered.text_hash)
        content.keys[file.src_uri] = key
        scripts = content.outputs.take_over(file.dest_uri, key)
        if scripts is not None:
            content.scripts.update(scripts)
            page.is_unchanged = True


def _items(items: list[StructureItem]) -> Iterator[tuple[object, ...]]:
    for item in items:
        yield item.title, getattr(item, "url", None), list(_items(item.children or []))


def _around(page: HandbookPage) -> Iterator[tuple[str, str | None] | None]:
    """Yield what a page shows of others; those outside the menu are in nothing that all share."""
    for other in (page.previous_page, page.next_page, *page.ancestors):
        yield other and (other.title, getattr(other, "url", None))


def note_output(content: Content, page: HandbookPage, scripts: list[str]) -> None:
    """Remember what a new page was made from, and the scripts in it."""
    content.scripts.update(scripts)
    content.outputs.note(page.file.dest_uri, content.keys[page.file.src_uri], *scripts)
