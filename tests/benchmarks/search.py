"""How often the first hit is the right page, on made-up corpora, by class of query.

Run with ``python -m tests.benchmarks.search [PAGES [QUERIES]]``. It needs the queries and the
corpus generator that lie beside the project (`../shared`), which are not part of it, and Chromium.
Prints hit@1 and right articles per class, sizes and times, and the same of Material's own search
with jieba and of Pagefind, on the same pages and queries; asserts nothing.
"""

import importlib.util
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from playwright.sync_api import Browser, Page, sync_playwright

from macros.handbook import load_handbook
from macros.rendering.site import render_site
from macros.search.writing import FOLDER
from tests.benchmarks.search_peers import ask_peers
from tests.browser.conftest import CHROMIUM_NAMES, QUIET_CHROMIUM
from tests.conftest import REPOSITORY
from tests.search.bare_site import write_bare_site

SHARED = REPOSITORY.parent / "shared"
QUERIES = SHARED / "search/eval-half.txt"
GENERATOR = SHARED / "sketches/search/gen.py"

Anchors = dict[str, dict[str, str]]
"""The text of each article, by page and anchor."""

OPEN = """() => handbookSearch.pages().then(handbookSearch.dictionary)
  .then(handbookSearch.synonyms).then(() => 0)"""
"""What the search box loads when it is opened."""

FIND = """async query => {
  const before = performance.now(), hits = await handbookSearch.find(query)
  return {ms: performance.now() - before, hits: hits.map(hit => ({
    address: hit.address, title: hit.title, anchors: hit.sections.map(section => section.anchor)}))}
}"""


@dataclass(frozen=True, slots=True)
class Query:
    """A query with the pages that answer it and, if known, the words of the right article."""

    kind: str
    text: str
    pages: tuple[str, ...]
    article: str

    @classmethod
    def read(cls, path: Path) -> Iterator["Query"]:
        """Yield the queries of a file with lines `class|query|page,page|words of the article`."""
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                kind, text, pages, article, *_ = [*line.split("|"), ""]
                yield cls(kind, text, tuple(pages.split(",")), article)


def main() -> None:
    """Build the corpus, ask every query in a fresh browser and print what came first."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    path = Path(sys.argv[2]) if len(sys.argv) > 2 else QUERIES
    if not path.exists() or not GENERATOR.exists():
        sys.exit(f"skipped: {path} and {GENERATOR} are not here")
    queries = list(Query.read(path))
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        root, site = Path(name) / "project", Path(name) / "site"
        pages = load(GENERATOR).pages(count)
        anchors = write_corpus(root, pages)
        build(root, site)
        chromium = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
        browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET_CHROMIUM))
        ask(browser, site, queries, anchors)
        ask_others(browser, Path(name), pages, queries)
        browser.close()


def load(path: Path) -> ModuleType:
    """Return a Python file as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write_corpus(root: Path, pages: Iterable[dict]) -> Anchors:
    """Write the pages as regulations and pages of a handbook; return texts by page and anchor."""
    (root / "data").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (root / "data/terms.yml").write_bytes((REPOSITORY / "data/terms.yml").read_bytes())
    texts = {}
    for page in pages:
        is_rule = page["kind"] == "rule"
        name = f"regulations/{page['slug']}/{page['year']}-01-01.md" if is_rule else (
            f"handbook/{page['slug']}.md")  # fmt: skip
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_rule(page) if is_rule else _book(page), "utf-8")
        texts[page["slug"]] = {one[2]: one[3] for one in page["sections"]}
    return texts


def _rule(page: dict) -> str:
    repealed = f"废止日期: {page['year']}-12-31\n" if page["st"] == "已废止" else ""
    head = (f"---\n文号: {page['doc'] or 'null'}\n施行日期: {page['year']}-01-01\n{repealed}---\n\n"
            f"# {page['title']}\n")  # fmt: skip
    return head + "".join(
        f"\n## {title}\n" if kind == "ch" else f"\n{title}　{text}\n"
        for kind, _, title, text in page["sections"]
    )


def _book(page: dict) -> str:
    body = "".join(f"\n## {title}\n\n{text}\n" for _, _, title, text in page["sections"])
    return f"---\n年份: {page['year']}\n---\n\n# {page['title']}\n{body}"


def build(root: Path, site: Path) -> None:
    """Write the index and an empty page with the scripts; print sizes and CPU seconds."""
    handbook = load_handbook(root)
    assert not handbook.problems, handbook.problems[:3]
    rendered = render_site(handbook)
    start = time.process_time()
    for page in rendered.pages.values():
        assert page.article is not None
    middle = time.process_time()
    write_bare_site(rendered, site)
    end = time.process_time()
    sizes = {path.stem: path.stat().st_size for path in (site / FOLDER).iterdir()}
    print(f"pages {len(handbook.pages)}  rendering {middle - start:.1f} s  index {end - middle:.1f}"
          f" s  files {len(sizes)}  bytes {sum(sizes.values()):,}  pages.js {sizes['pages']:,}"
          f"  dictionary.js {sizes['dictionary']:,}")  # fmt: skip


def ask(browser: Browser, site: Path, queries: list[Query], anchors: Anchors) -> None:
    """Ask each query on a warm page, and some on a cold one for the bytes they load."""
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.evaluate(OPEN)
    answers = [page.evaluate(FIND, query.text) for query in queries]
    _print_quality(queries, answers, anchors)
    times = sorted(page.evaluate(FIND, query.text)["ms"] for query in queries)
    cold = sorted(answer["ms"] for answer in answers)
    print(f"ms, files loaded: p50 {statistics.median(times):.1f} p95 {_p95(times):.1f};"
          f" first time: p50 {statistics.median(cold):.1f} p95 {_p95(cold):.1f}")  # fmt: skip
    print(f"largest renderer {_renderer_size():.0f} MB")
    loads = sorted(_cold_bytes(browser.new_page(), site, query) for query in queries[::4])
    print(f"bytes before a first result: median {statistics.median(loads):,.0f}"
          f" max {loads[-1]:,}")  # fmt: skip
    page.close()


def ask_others(browser: Browser, folder: Path, pages: list[dict], queries: list[Query]) -> None:
    """Ask the peers the same queries on the site that the generator writes for them."""
    site = folder / "others"
    subprocess.run([sys.executable, GENERATOR, site, str(len(pages))], check=True)
    anchors = {page["slug"]: {one[1]: one[3] for one in page["sections"]} for page in pages}
    texts = [query.text for query in queries]
    for name, answers in ask_peers(browser, folder / "peers", site, texts):
        times = sorted(answer["ms"] for answer in answers)
        print(f"{name}: ms p50 {statistics.median(times):.1f} p95 {_p95(times):.1f}")
        _print_quality(queries, answers, anchors)


def _p95(values: list[float]) -> float:
    return values[int(len(values) * 0.95)]


def _cold_bytes(page: Page, site: Path, query: Query) -> int:
    loaded = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto((site / "index.html").as_uri())
    page.evaluate(FIND, query.text)
    page.close()
    names = {url.rsplit("/", 1)[1] for url in loaded if f"/{FOLDER}/" in url}
    return sum(path.stat().st_size for name in names if (path := site / FOLDER / name).exists())


def _renderer_size() -> float:
    """Return the resident size of the largest renderer that runs, in MB; 0 without /proc.

    Other browsers of this machine count too: measure with none open.
    """
    sizes = [0.0]
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if b"--type=renderer" in path.read_bytes():
                status = (path.parent / "status").read_text()
                sizes.append(int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1000)
        except (OSError, TypeError):
            continue
    return max(sizes)


def _print_quality(queries: list[Query], answers: list[dict], anchors: Anchors) -> None:
    first, linked = defaultdict(list), defaultdict(list)
    for query, answer in zip(queries, answers, strict=True):
        slugs = [_slug(hit["address"]) for hit in answer["hits"]]
        is_any = query.pages[0].startswith("*")
        first[query.kind].append(bool(slugs) and (is_any or slugs[0] in query.pages))
        if query.article or is_any:
            linked[query.kind].append(_has_article(query, answer["hits"][:3], anchors))
        if not first[query.kind][-1] and os.environ.get("SHOW_MISSES"):
            print("miss", query, slugs[:3], [hit["anchors"] for hit in answer["hits"][:2]])
    for kind in first:
        right = f"  article {sum(linked[kind])}/{len(linked[kind])}" if linked[kind] else ""
        print(f"{kind:10} hit@1 {sum(first[kind]) / len(first[kind]):.2f} of {len(first[kind])}"
              f"{right}")  # fmt: skip
    hits = [hit for some in first.values() for hit in some]
    links = [hit for some in linked.values() for hit in some]
    print(f"all        hit@1 {sum(hits) / len(hits):.2f} of {len(hits)}"
          f"  article {sum(links)}/{len(links)}")  # fmt: skip


def _slug(address: str) -> str:
    parts = address.removesuffix(".html").split("/")
    return parts[1]


def _has_article(query: Query, hits: list[dict], anchors: Anchors) -> bool:
    """Whether one of the first two links of a right page leads to the article."""
    if query.pages[0].startswith("*"):
        names = {query.text, query.pages[0].removeprefix("*")}
        return any(names & set(hit["anchors"][:2]) for hit in hits)
    return any(
        query.article in anchors.get(_slug(hit["address"]), {}).get(anchor, "")
        for hit in hits
        if _slug(hit["address"]) in query.pages
        for anchor in hit["anchors"][:2]
    )


if __name__ == "__main__":
    main()
