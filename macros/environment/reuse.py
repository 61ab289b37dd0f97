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
from macros.sources.same_file import put_same

OUTPUT = "output"


def take_over(content: Content, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Find the key of every page, and put each file that was made from the same in its place.

    A page is made from its own text, front matter and foot, and from what all pages share:
    templates, settings, the menu, the files there are, the pages of figures, and the redirects.
    """
    root = Path(config.config_file_path).parent
    shared = digest(
        tree_digest(root, paths.OVERRIDES, paths.CONFIG),
        json.dumps(list(_items(nav.items))),
        json.dumps(content.site.handbook.figure_paths),
        repr(content.site.handbook.redirects),
        *sorted(f"{file.src_uri} {file.url}" for file in files if file.src_uri),
    )
    for folder in {Path(file.abs_dest_path).parent for file in files.documentation_pages()}:
        folder.mkdir(parents=True, exist_ok=True)
    for file in files.documentation_pages():
        page = file.page
        meta = json.dumps(page.meta, ensure_ascii=False, default=str)
        foot = json.dumps([page.facts, page.books, page.recent])
        key = digest(shared, file.src_uri, page.title or "", meta, foot, page.rendered.text_hash)
        content.keys[file.src_uri] = key
        if content.old:
            _take(content, page, key, content.old / file.dest_uri)


def _items(items: list[StructureItem]) -> Iterator[tuple[object, ...]]:
    for item in items:
        yield item.title, getattr(item, "url", None), list(_items(item.children or []))


def _take(content: Content, page: HandbookPage, key: str, old: Path) -> None:
    known = content.site.handbook.cache.find(OUTPUT, [key])
    if known is None or not old.is_file() or digest(old.read_bytes()) != known["file"]:
        return
    put_same(old, Path(page.file.abs_dest_path))
    content.scripts.update(known["scripts"])
    page.is_unchanged = True


def note_output(content: Content, page: HandbookPage, output: str, scripts: list[str]) -> str:
    """Remember what a page came out as, and return it."""
    content.scripts.update(scripts)
    value = {"file": digest(output), "scripts": scripts}
    content.site.handbook.cache.keep(OUTPUT, [content.keys[page.file.src_uri]], value)
    return output
