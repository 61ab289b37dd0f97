"""Every type of page opens: from a server and from a folder, wide and narrow."""

from pathlib import Path

import pytest

from tests.browser.pages import PAGES
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

WIDTHS = (1280, 640, 390)
"""A desk, the same desk at 200 %, a phone."""


@pytest.mark.parametrize("path", PAGES)
def test_page_from_server(path: str, server: str, visit: Visit):
    """A served page asks only its own server, reports no error and never scrolls sideways."""
    visit.open(server + path)
    too_wide = [width for width in WIDTHS if visit.width_needed(width) > width]

    assert visit.requests_outside(server) == []
    assert visit.complaints == []
    assert too_wide == []


@pytest.mark.parametrize("path", PAGES)
def test_page_from_folder(path: str, site: Path, visit: Visit):
    """A page opened by double click loads from its folder and has no error to report."""
    visit.open((site / path).as_uri())

    assert visit.requests_outside(site.as_uri()) == []
    assert visit.complaints == []


def test_links_within_a_page_reach_their_heading(server: str, visit: Visit):
    """A heading's link carries its own Chinese words, so that it outlives new headings."""
    visit.open(server + "reports/2023.html")
    targets = visit.page.eval_on_selector_all(
        ".headerlink", "links => links.map(link => decodeURIComponent(link.hash.slice(1)))"
    )

    assert targets
    assert not [target for target in targets if target.startswith("_")]
    assert all(visit.page.locator(f'[id="{target}"]').count() == 1 for target in targets)
