"""What is shown for an address that is not there works wherever the site lies."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import QuietHandler
from tests.browser.test_accessibility import faults
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

MISSING = "regulations/no-such/2020-01-01.html"
FOLDERS = ("", "office/handbook/")
"""Where the site lies on its server."""


@pytest.fixture(scope="module", params=FOLDERS)
def base(site: Path, tmp_path_factory: pytest.TempPathFactory, request) -> Iterator[str]:
    """The address of the site, on a server of its own or in a folder of another one."""
    root = tmp_path_factory.mktemp("root")
    if request.param:
        (root / request.param).parent.mkdir(parents=True, exist_ok=True)
        (root / request.param.rstrip("/")).symlink_to(site, target_is_directory=True)
    _, _, policy = (site / "csp.txt").read_text("utf-8").strip().partition(": ")
    handler = partial(QuietHandler, policy, site, directory=root if request.param else site)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/{request.param}"
        running.shutdown()


def test_missing_page(base: str, visit: Visit):
    """Its look, its search and its links are those of the site."""
    visit.open(base + MISSING)
    page = visit.page
    page.locator(".md-search__input").evaluate("input => input.focus()")
    page.locator(".md-search__input").fill("三会一课")
    page.locator(".md-search-result__list h1").first.wait_for()

    expect(page.locator(".md-content h1")).to_have_text("没有这一页")
    assert page.locator(".md-header").evaluate("header => getComputedStyle(header).position") in (
        "sticky", "fixed")  # fmt: skip
    assert page.get_by_role("link", name="首页", exact=True).last.evaluate("a => a.href") == (
        base + "index.html")  # fmt: skip
    assert not [text for text in visit.complaints if "Content Security Policy" in text]


def test_missing_page_is_for_everyone(base: str, visit: Visit):
    """No grave fault of access, once it has found its site."""
    visit.open(base + MISSING)
    visit.page.wait_for_function("window.handbookSearch")

    assert [] == faults(visit.page)


def test_missing_page_from_folder(site: Path, visit: Visit):
    """Opened by double click, it leads to the pages beside it."""
    visit.open((site / "404.html").as_uri())
    link = visit.page.get_by_role("link", name="首页", exact=True).last

    assert link.evaluate("a => a.href") == (site / "index.html").as_uri()
