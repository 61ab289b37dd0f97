"""What the search of other tools answers: Material with jieba, and Pagefind (extended).

Each is installed from the package registry into an environment of its own, builds its own site
of the same pages with its own defaults, and is asked through its own scripts in Chromium.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page

PACKAGES = ("mkdocs-material", "jieba", "pagefind_bin_extended")

MATERIAL = """async () => {
  const config = JSON.parse(document.getElementById("__config").textContent)
  const base = new URL(config.base, location)
  const index = await (await fetch(new URL("search/search_index.json", base))).json()
  const worker = new Worker(new URL(config.search, base))
  const send = (message, type) => new Promise(done => {
    worker.onmessage = event => event.data.type === type && done(event.data.data)
    worker.postMessage(message)
  })
  await send({type: 0, data: {...index, options: {suggest: false}}}, 1)
  window.find = async query => {
    const before = performance.now()
    const {items} = await send({type: 2, data: query}, 3)
    const anchor = item => decodeURIComponent(item.location.split("#")[1] || "")
    return {ms: performance.now() - before, hits: items.slice(0, 10).map(some => ({
      address: some[0].location.split("#")[0],
      anchors: some.slice().sort((a, b) => b.score - a.score).map(anchor).filter(Boolean)}))}
  }
}"""

PAGEFIND = """async () => {
  const pagefind = await import("/pagefind/pagefind.js")
  await pagefind.init()
  window.find = async query => {
    const before = performance.now()
    const {results} = await pagefind.search(query)
    const data = await Promise.all(results.slice(0, 10).map(one => one.data()))
    return {ms: performance.now() - before, hits: data.map(one => ({
      address: one.url.replace(/^[/]/, ""),
      anchors: one.sub_results.map(sub => sub.url.split("#")[1]).filter(Boolean)}))}
  }
}"""

PEERS = {"Material + jieba": MATERIAL, "Pagefind extended": PAGEFIND}


def ask_peers(
    browser: Browser, place: Path, site: Path, queries: list[str]
) -> Iterator[tuple[str, list[dict]]]:
    """Yield each peer's name and its answers: `{ms, hits: [{address, anchors}]}`.

    site is a folder with `mkdocs.yml` and pages; place is where the peers are installed.
    """
    _build(place, site)
    handler = partial(_Quiet, directory=site / "site")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for name, prepare in PEERS.items():
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/")
            page.evaluate(prepare)
            yield name, [_answer(page, query) for query in queries]
            page.close()
        server.shutdown()


def _answer(page: Page, query: str) -> dict:
    return page.evaluate("query => find(query)", query)


def _build(place: Path, site: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", place], check=True)
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([python, "-m", "mkdocs", "build"], cwd=site, env=environment, check=True)
    pagefind = [python, "-m", "pagefind_bin_extended", "--site", "site", "--force-language", "zh"]
    subprocess.run(pagefind, cwd=site, check=True, stdout=subprocess.DEVNULL)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep the output to numbers."""
