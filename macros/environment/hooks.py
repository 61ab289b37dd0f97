"""Hooks of MkDocs, named in `mkdocs.yml`: pages as they are, folders in the navigation, search."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from macros.environment.content import site_of
from macros.environment.page import HandbookPage
from macros.rendering.figure_cards import cards
from macros.rendering.navigation import expand, page_titles, side_pages
from macros.rendering.redirects import write_redirects
from macros.search.writing import write_index


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give MkDocs the rendered pages, and the navigation with folders replaced by their pages."""
    rendered, titles = site_of(config).pages, dict(page_titles(config.nav))
    for name, page in rendered.items():
        if page.page.figure:
            files.append(File.generated(config, name, content=page.page.file.text))
    pages = {file.src_uri: file for file in files.documentation_pages()}
    for name, file in pages.items():
        HandbookPage(titles.get(name), rendered[name], file, config)
    side = side_pages(pages)
    for name in side:
        pages[name].inclusion = InclusionLevel.NOT_IN_NAV
    if config.nav:
        config.nav = expand(config.nav, pages.keys() - side)
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Write what scripts read, the index and the cards of the figures, and the redirects."""
    site, folder = site_of(config), Path(config.site_dir)
    write_index(site, folder)
    write_redirects(site.handbook.redirects, folder)
    for path, script in cards(site.handbook):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(script.encode("utf-8"))
