"""The report names exactly what a full diff of the site before and after shows: no miss, no extra.

The handbook is this one, with rows in every ledger; the changes are drawn by seed from every kind
of file an editor touches.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import pytest

from macros.environment.comparing import built_pages
from macros.handbook import load_handbook
from macros.impact.pages import PageChange
from macros.impact.pieces import Kind
from macros.impact.report import Side, compare, side
from macros.rendering.document import to_html
from macros.rendering.redirects import old_anchors
from macros.rendering.site import RenderedSite, render_site
from tests.conftest import CACHES, REPOSITORY
from tests.impact.changes import CHANGES, Files, change, ledgers
from tests.impact.whole_site import Site, drawings_changed, full_diff, reported

ROUNDS = 3
UNBUILDABLE = {"rename page", "delete page"}
"""MkDocs publishes broken links as they are; which is not what this is about."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Files, Side]:
    """Return a folder to change the handbook in, its files, and the handbook as it was."""
    root = tmp_path_factory.mktemp("before")
    for name in ("data", "docs", "macros", "overrides"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=CACHES)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    _write(root, ledgers(seed=1))
    files = {path.relative_to(root).as_posix(): path.read_text("utf-8-sig")
             for name in ("data", "docs") for path in sorted((root / name).rglob("*"))
             if path.suffix in (".md", ".yml", ".csv")}  # fmt: skip
    return shutil.copytree(root, root.with_name("after")), files, _side(root)


@pytest.fixture
def after(
    before: tuple[Path, Files, Side],
) -> Iterator[Callable[[Files], Side]]:
    """Return a function that gives the handbook with other files written over it."""
    root, files, _ = before
    written: Files = {}

    def changed(over: Files) -> Side:
        written.update(over)
        _write(root, over)
        return _side(root)

    yield changed
    _write(root, {name: files.get(name) for name in written})


def _write(root: Path, files: Files) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        if text is not None:
            path.write_text(text, "utf-8")


def _side(root: Path) -> Side:
    """Return a side whose every page is rendered: its files may be about to change."""
    made = side(render_site(load_handbook(root)), ())
    for page in made.site.pages.values():
        _ = page.text
    return made


def _html(site: RenderedSite) -> Site:
    redirects = site.handbook.redirects
    return {path: _to_html(page.text) + old_anchors(redirects, path)
            for path, page in site.pages.items()}  # fmt: skip


@lru_cache(maxsize=400)
def _to_html(text: str) -> str:
    return to_html(text)


def _renamed(changes: list[PageChange]) -> Mapping[str, str]:
    return {one.new.path: one.old.path for one in changes if one.word == "改名"}


def _charts(changes: list[PageChange]) -> set[str]:
    return {one.page.path for one in changes
            if any(edit.piece.kind is Kind.CHART for edit in one.edits)}  # fmt: skip


@pytest.mark.parametrize("seed", range(ROUNDS * len(CHANGES)))
def test_one_change(before, after, seed: int):
    """One row, value, word, page or article changes: the pages, sentences, rows and drawings of
    the report are those of the full diff."""
    _, files, old = before
    kind, over = change(files, seed)
    new = after(over)

    pages = compare(old, new, ()).pages

    one, other, renamed = _html(old.site), _html(new.site), _renamed(pages)
    shown = {path: words for path, words in reported(pages, Kind.FOOT).items()
             if any(words) or kind != "keeper"}  # fmt: skip
    assert full_diff(one, other, renamed) == shown
    assert drawings_changed(one, other, renamed) == _charts(pages)
    assert [] == [edit for page in pages for edit in page.edits
                  if edit.old == edit.new and edit.word != "移"]  # fmt: skip


def test_many_changes_built(before, after):
    """A change of every kind at once: the report is what MkDocs makes of both sides."""
    _, files, old = before
    built = {path: page.content for path, page in built_pages(old.site).items()}
    over: Files = {}
    for seed, kind in enumerate(CHANGES):
        if kind not in UNBUILDABLE:
            over |= change(files | over, seed)[1]
    new = after(over)

    pages = compare(old, new, ()).pages

    rebuilt = {path: page.content for path, page in built_pages(new.site).items()}
    assert full_diff(built, rebuilt, {}) == reported(pages)
    assert drawings_changed(built, rebuilt, {}) == _charts(pages)
