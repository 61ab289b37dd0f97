"""Menu, tabs and contents of a page are the theme's own, byte for byte."""

import pytest
from jinja2 import DictLoader

from macros.environment import hooks, menu
from macros.environment.building import run_mkdocs
from macros.environment.content import Content
from macros.handbook import load_handbook
from macros.rendering.site import render_site
from macros.sources.site_files import SiteFiles
from tests.conftest import SMALL_MKDOCS

pytestmark = pytest.mark.slow

NAV = "  - 甲: a/\n  - 乙:\n      - b/index.md\n      - 内: b/c/\n      - 另: b/d.md\n  - e.md\n"
PAGES = ("a/one", "a/two", "a/three/four", "b/index", "b/c/five", "b/c/six", "b/d", "e")
BELOW = "".join(f"\n{mark} 小节{at}\n" for at, mark in enumerate(("###", "####", "###", "##")))


def test_as_the_theme_makes_it(buildable, tmp_path, monkeypatch):
    """
    Pages in one section and folder, in one section and several folders, index pages, pages of
    the top level and pages outside the menu come out as if the theme had made each menu, the
    tabs above it and the contents of each page.
    """
    pages = {f"docs/{name}.md": f"# 页{name}\n\n## 节{name}\n{BELOW}" for name in PAGES}
    root = buildable({"mkdocs.yml": SMALL_MKDOCS + NAV, **pages})
    built = {}
    for name in ("ours", "theirs"):
        outputs = SiteFiles(tmp_path / name)
        run_mkdocs(root, Content(render_site(load_handbook(root)), outputs))
        found = (tmp_path / name).rglob("*.html")
        built[name] = {path.relative_to(tmp_path / name): path.read_bytes() for path in found}
        monkeypatch.setattr(menu, "_is_one_of_many", lambda page: False)
        (root / "overrides/partials/toc-item.html").unlink(missing_ok=True)
        monkeypatch.setattr(hooks.KeptPartials, "loader", lambda _: DictLoader({}))

    assert built["ours"] == built["theirs"]
    assert len(PAGES) < len(built["ours"])
