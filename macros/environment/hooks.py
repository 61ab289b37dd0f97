"""Hooks of MkDocs, named in `mkdocs.yml`: heading ids and folders in the navigation."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from macros.rendering.document import slug
from macros.rendering.navigation import expand


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let heading ids be made of the heading's own words, in site and checks alike."""
    config.mdx_configs.setdefault("toc", {})["slugify"] = slug
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace each folder of the navigation by its pages."""
    if config.nav:
        pages = [file.src_uri for file in files.documentation_pages()]
        config.nav = expand(config.nav, pages)
    return files
