"""Two states of the project built in full, to compare what MkDocs and the theme make of them."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree, html

from macros import paths
from macros.impact.pages import BY_GIT, Shown, edited_file, placed_on
from macros.impact.pieces import Piece, read_pieces
from macros.problems import Problem, ProblemsFound, Where
from macros.rendering.site import RenderedSite

ARTICLE = "//article[contains(concat(' ', @class, ' '), ' md-content__inner ')]"
"""What the theme puts a page into."""

DATED = " | ".join(f".//*[@class='page-foot']/span[starts-with(., '{what}')]" for what in BY_GIT)


def built_pages(site: RenderedSite) -> Mapping[str, Shown]:
    """Return every page as the built site shows it, by path relative to `docs/`.

    The site is built with the code of its own folder, into a temporary one.

    Raises:
        ProblemsFound: if MkDocs refuses.
    """
    root = site.handbook.root
    with tempfile.TemporaryDirectory(prefix="handbook-") as name:
        _build(root, Path(name))
        return {page.path: page for page in _pages(site, Path(name))}


def _build(root: Path, target: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(root / paths.CONFIG),
               "--site-dir", str(target), "--no-strict"]  # fmt: skip
    # The folder comes first on the path of `python -m`, so its own macros are imported.
    environment = {**os.environ, "PYTHONPATH": "", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True,
                          encoding="utf-8", errors="replace", check=False)  # fmt: skip
    if done.returncode:
        raise ProblemsFound([_refusal(done.stderr)])


def _refusal(message: str) -> Problem:
    fact = f"MkDocs 生成网页时停下了：“{' '.join(message.split())[-300:]}”"
    hint = "不写 --rendered 也能比；把这一行发给技术员。"
    return Problem(Where(paths.CONFIG), "mkdocs", fact, hint)


def _pages(site: RenderedSite, folder: Path) -> Iterator[Shown]:
    for file in sorted(folder.rglob("*.html")):
        path = file.relative_to(folder).as_posix().removesuffix(".html") + ".md"
        document = html.fromstring(file.read_bytes().decode("utf-8"))
        for article in document.xpath(ARTICLE):
            for fact in article.xpath(DATED):
                fact.drop_tree()
            yield _shown(site, path, article)


def _shown(site: RenderedSite, path: str, article: etree._Element) -> Shown:
    def take_apart() -> Iterator[Piece]:
        pieces = read_pieces(article)
        yield from placed_on(page, pieces) if page else pieces

    page = site.pages.get(path)
    file, title = (edited_file(page), page.page.title) if page else (path, path)
    return Shown(path, file, title, html.tostring(article, encoding="unicode"), take_apart)
