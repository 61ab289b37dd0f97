"""A page with the search scripts and nothing else, over the index of a handbook."""

import shutil
from pathlib import Path

from macros.rendering.site import RenderedSite
from macros.search.writing import write_index
from macros.sources.site_files import SiteFiles
from tests.conftest import REPOSITORY

SCRIPTS = ("text", "shards", "dictionary", "ranking", "rewriting", "reading")
ASSETS = "assets/search"


def write_bare_site(site: RenderedSite, folder: Path) -> str:
    """Write index, scripts and page into `folder`; return the address of the page."""
    write_index(site, SiteFiles(folder))
    shutil.copytree(REPOSITORY / "overrides" / ASSETS, folder / ASSETS)
    scripts = "".join(f'<script src="{ASSETS}/{name}.js"></script>' for name in SCRIPTS)
    page = folder / "index.html"
    page.write_text(f'<!doctype html><meta charset="utf-8">{scripts}', "utf-8")
    return page.as_uri()
