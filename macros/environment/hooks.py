"""Hooks of MkDocs, named in `mkdocs.yml`: heading ids, folders in the navigation, the index."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel

from macros.environment.input import handbook_of
from macros.rendering.document import slug
from macros.rendering.navigation import expand, side_pages
from macros.rendering.site import render_site
from macros.search.writing import write_index


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let heading ids be made of the heading's own words, in site and checks alike."""
    config.mdx_configs.setdefault("toc", {})["slugify"] = slug
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace each folder of the navigation by its pages, side pages left out."""
    pages = {file.src_uri: file for file in files.documentation_pages()}
    side = side_pages(pages)
    for name in side:
        pages[name].inclusion = InclusionLevel.NOT_IN_NAV
    if config.nav:
        config.nav = expand(config.nav, pages.keys() - side)
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Write the index of the search box; here, so that a preview has one too."""
    write_index(render_site(handbook_of(config)), Path(config.site_dir))
