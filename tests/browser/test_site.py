"""Every type of page opens: from a server and from a folder, wide and narrow."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

pytestmark = pytest.mark.browser

PAGES = (
    "index.html",
    "reports/2023.html",
    "work-points/2023.html",
    "handbook/index.html",
    "handbook/branch-meetings.html",
    "handbook/calendar.html",
    "evidence/2023/index.html",
    "evidence/2023/talks.html",
    "regulations/index.html",
    "data/figures.html",
    "data/gaps.html",
    "data/dictionary.html",
    "about/index.html",
    "about/decisions/0001-stay-on-mkdocs.html",
)
"""One page of each type; the 404 page is left out: only a server can show it."""

WIDTHS = (1280, 390)

NO_SEARCH_FROM_FOLDER = "search/search_index.js"
"""The theme's search asks for this file when there is no server, and hides itself without it."""


@dataclass
class Visit:
    """A browser page with what it asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._note_request)
        self.page.on("console", self._note_message)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"{message.text} {message.location['url']}")

    def open(self, address: str) -> None:
        """Open a page and wait until it asks for nothing more."""
        self.page.goto(address, wait_until="networkidle")

    def requests_outside(self, *allowed: str) -> list[str]:
        """Return the requests that do not begin with one of the allowed addresses."""
        return [url for url in self.requests if not url.startswith((*allowed, "data:", "blob:"))]

    def width_needed(self, width: int) -> int:
        """Return how wide the page is, in pixels, when the window is `width` wide."""
        self.page.set_viewport_size({"width": width, "height": 900})
        return self.page.evaluate("document.documentElement.scrollWidth")


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """A fresh browser page, 1280 wide."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield Visit(context.new_page())
    context.close()


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
    complaints = [text for text in visit.complaints if NO_SEARCH_FROM_FOLDER not in text]

    assert visit.requests_outside(site.as_uri()) == []
    assert complaints == []


def test_links_within_a_page_reach_their_heading(server: str, visit: Visit):
    """A heading's link carries its own Chinese words, so that it outlives new headings."""
    visit.open(server + "reports/2023.html")
    targets = visit.page.eval_on_selector_all(
        ".headerlink", "links => links.map(link => decodeURIComponent(link.hash.slice(1)))"
    )

    assert targets
    assert not [target for target in targets if target.startswith("_")]
    assert all(visit.page.locator(f'[id="{target}"]').count() == 1 for target in targets)
