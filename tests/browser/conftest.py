"""One built site for the whole run, a server for it on this machine, and Chromium."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.visit import Visit

PROJECT = Path(__file__).parents[2]

expect.set_options(timeout=30_000)
"""A busy machine is no fault of the site."""

LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", "site", ".site-*")

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET_CHROMIUM = (
    "--no-sandbox",  # CI runs as root, where Chromium's sandbox does not start
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site built by `handbook build`, shared by all test processes."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    built = shared / "project" / "site"
    with FileLock(shared / "project.lock"):
        if not built.exists():
            _build_copy(shared / "project")
    return built


def _build_copy(copy: Path) -> None:
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(PROJECT, copy, ignore=LEFT_OUT)
    command = shutil.which("handbook", path=Path(sys.executable).parent)
    assert command, "the project is not installed here: run make test"
    done = subprocess.run(
        [command, "build"], cwd=copy, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the site on this machine, with a slash at its end."""
    _, _, policy = (site / "csp.txt").read_text("utf-8").strip().partition(": ")
    handler = partial(QuietHandler, policy, site, directory=site)
    with _Server(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


class _Server(ThreadingHTTPServer):
    """Lets a page open many connections at once: with the usual five, some wait half a minute."""

    request_queue_size = 128


class QuietHandler(SimpleHTTPRequestHandler):
    """Sends the policy that the build wrote with every file, and the site's own page for 404."""

    def __init__(self, policy: str, site: Path, *rest: object, **more: object) -> None:
        self.policy = policy
        self.site = site
        super().__init__(*rest, **more)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def send_error(self, code: int, *_: object) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write((self.site / "404.html").read_bytes())

    def log_message(self, *_: object) -> None:
        """Keep the test output to findings."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium as installed on this machine; on Windows the Edge that comes with it."""
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    channel = "msedge" if not found and sys.platform == "win32" else None
    assert found or channel, "no Chromium on this machine: make test installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, channel=channel, args=list(QUIET_CHROMIUM)
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """A fresh browser page, 1280 wide."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield Visit(context.new_page())
    context.close()
