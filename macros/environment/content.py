"""The handbook that a run of MkDocs shows, loaded and rendered once."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from macros.handbook import load_handbook
from macros.rendering.site import RenderedSite, render_site

ATTRIBUTE = "handbook_site"


def give_site(config: MkDocsConfig, site: RenderedSite) -> None:
    """Let MkDocs show a site that is there already: it has been checked."""
    setattr(config, ATTRIBUTE, site)


def site_of(config: MkDocsConfig) -> RenderedSite:
    """Return the site that was given, else the one of the project, loaded now."""
    if not hasattr(config, ATTRIBUTE):
        root = Path(config.config_file_path).parent
        give_site(config, render_site(load_handbook(root)))
    return getattr(config, ATTRIBUTE)
