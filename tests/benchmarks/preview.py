"""From saving a page to seeing it: our preview beside Zensical's.

Run with ``python -m tests.benchmarks.preview [PAGES]``. Installs Zensical from the package registry
into an environment of its own, serves the same pages with both, saves an edit of one page, and
asks for the page until it shows the edit. Prints median seconds and their ratio; asserts nothing.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.build import install, write_stock
from tests.benchmarks.corpus import Corpus, write_handbook

EDITS = 7
OUR_PORT, THEIR_PORT = 8461, 8462
PAUSE = 4
"""Seconds between two edits, in which both sides finish what they do after showing one."""

LONGEST = 300
"""Seconds after which a server is given up."""


@contextmanager
def serving(command: list[object], folder: Path) -> Iterator[None]:
    """Run a server until the end of the block."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryFile() as output:
        server = subprocess.Popen(
            list(map(str, command)), cwd=folder, env=environment, stdout=output, stderr=output
        )
        try:
            yield
        finally:
            server.terminate()
            server.wait(30)


def wait_for(text: str, address: str) -> float:
    """Return the seconds until a page shows a text."""
    started = time.monotonic()
    while time.monotonic() - started < LONGEST:
        try:
            with urllib.request.urlopen(address, timeout=LONGEST) as page:
                if text in page.read().decode("utf-8"):
                    return time.monotonic() - started
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.01)
    sys.exit(f"{address} does not show {text}")


def edits(page: Path, address: str) -> Iterator[float]:
    """Yield how long each of some edits of a page takes to be shown."""
    wait_for("</html>", address)
    time.sleep(PAUSE)  # both watch only after their first page is there
    for number in range(EDITS + 1):
        mark = f"第{number}次改动。"
        page.write_text(f"{page.read_text('utf-8')}\n{mark}\n", "utf-8")
        took = wait_for(mark, address)
        if number:  # the first one is not what an editor waits for all day
            yield took
        time.sleep(PAUSE)


def main(pages: int) -> None:
    """Print medians and the ratio."""
    corpus = Corpus(pages)
    edited = next(page for page in corpus.pages if not page.regulation)
    place = f"{edited.part}/{edited.name}"
    with tempfile.TemporaryDirectory() as name:
        ours, peer = Path(name) / "ours", Path(name) / "zensical"
        write_handbook(corpus, ours)
        write_stock(corpus, peer, ours / "data", "navigation.prune")
        zensical = install(Path(name) / "peers", ["zensical"]) / "zensical"
        own = [sys.executable, "-m", "macros", "serve", "--port", OUR_PORT]
        other = [zensical, "serve", "--dev-addr", f"127.0.0.1:{THEIR_PORT}"]
        sides = (
            ("ours", ours, own, f"http://127.0.0.1:{OUR_PORT}/{place}.html"),
            ("zensical", peer, other, f"http://127.0.0.1:{THEIR_PORT}/{place}/"),
        )
        medians = {}
        for tool, folder, command, address in sides:
            with serving(command, folder):
                found = edits(folder / f"docs/{place}.md", address)
                medians[tool] = statistics.median(found)
            print(f"{tool:9} {medians[tool]:.2f} s from saving to seeing, {pages} pages")
    print(f"ours is {medians['ours'] / medians['zensical']:.2f} of zensical")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
