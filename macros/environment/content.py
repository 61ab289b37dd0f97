"""What a run of MkDocs shows: the handbook, loaded and rendered once, and where it goes."""

from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from macros.handbook import load_handbook
from macros.rendering.site import RenderedSite, render_site
from macros.sources.site_files import SiteFiles

ATTRIBUTE = "handbook_content"


@dataclass(slots=True)
class Content:
    """What to build from, and what the build learns on its way."""

    site: RenderedSite

    outputs: SiteFiles
    """The files of the site, and those of the site before, of which unchanged ones are kept."""

    keys: dict[str, str] = field(default_factory=dict)
    """Path of a page → hash of everything its file in the site is made from."""

    scripts: set[str] = field(default_factory=set)
    """The hashes of all inline scripts of the site."""

    leaders: dict[str, str | None] = field(default_factory=dict)
    """Path of each page outside the menu → the page that leads to it."""

    rows: list[list[str]] = field(default_factory=list)
    """Paths of pages outside the menu that follow one another."""

    nav: Navigation | None = None
    """The menu, its pages included, once MkDocs has it."""

    files: Files | None = None
    """The files of the site, once MkDocs has them."""

    templates: Environment | None = None
    """The templates, once MkDocs has them."""


def give_content(config: MkDocsConfig, content: Content) -> None:
    """Let MkDocs show what is there already: it has been checked."""
    setattr(config, ATTRIBUTE, content)


def content_of(config: MkDocsConfig) -> Content:
    """Return the content that was given, else that of the project, loaded now."""
    if not hasattr(config, ATTRIBUTE):
        root = Path(config.config_file_path).parent
        outputs = SiteFiles(Path(config.site_dir))
        give_content(config, Content(render_site(load_handbook(root)), outputs))
    return getattr(config, ATTRIBUTE)
