"""What a built site must show before readers get it: the last look, at the files themselves.

The checks judge what editors wrote. This judges what came out of the build, so that a fault of a
theme, a plugin or the program itself is not published either.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lxml import html

from macros import paths
from macros.figures import UnknownFigure, figure, plain_text
from macros.handbook import Handbook
from macros.problems import Problem, Where
from macros.rendering.figure_uses import DIRECTIVE

BANNED = re.compile(
    r"Traceback \(most recent call last\)|\{\{|\}\}|\{%|%\}|\[object Object\]"
    r"|(?<![A-Za-z0-9_.-])(?:None|undefined|NaN|Undefined)(?![A-Za-z0-9_.-])"
)
"""What programs print where a value should be."""

NOT_PROSE = "self::script or self::style or self::template or self::code or self::pre"
TEXT = f"//body//text()[not(ancestor::*[{NOT_PROSE}])]"
ADDRESSES = "//*/@href | //*/@src"
LOADED = "//script/@src | //img/@src | //link[@rel='stylesheet']/@href | //iframe/@src"
TEXT_FILES = frozenset([".html", ".js", ".json", ".txt", ".xml"])
HINT = "没有发布。这是生成网站时出的错：再生成一次，还是这样就把这一行发给技术员。"


@dataclass(frozen=True)
class BuiltPage:
    """A page of the site as its file has it."""

    path: str
    """Relative to the site."""

    content: bytes

    @cached_property
    def tree(self) -> html.HtmlElement:
        """The page parsed."""
        return html.document_fromstring(self.content.decode("utf-8"))

    @cached_property
    def text(self) -> str:
        """What readers see, without code."""
        return "".join(self.tree.xpath(TEXT))

    @cached_property
    def ids(self) -> frozenset[str]:
        """Anchors that links can lead to."""
        return frozenset(self.tree.xpath("//@id | //a/@name"))

    @property
    def where(self) -> Where:
        """The page as messages show it."""
        return Where(f"{paths.SITE}/{self.path}")


def faults(site: Path, handbook: Handbook, secrets: Iterable[str]) -> list[Problem]:
    """Return everything that keeps a built site from being published.

    Args:
        site: the folder of the site.
        handbook: what it was built from.
        secrets: internal names and texts that no file may hold.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {
        name: BuiltPage(name, (site / name).read_bytes())
        for name in sorted(files)
        if name.endswith(".html")
    }
    found = [*_missing_pages(pages, handbook), *_told_secrets(site, files, secrets)]
    for page in pages.values():
        found += [*_banned(page, handbook), *_wrong_figures(page, handbook), *_foreign(page)]
        found += _broken_links(page, pages, files)
    return found


def lost_pages(
    before: Mapping[str, str], now: Iterable[str], moved: Iterable[str]
) -> Iterator[Problem]:
    """Yield a problem for each page or book of the release before that is gone.

    Args:
        before: what the release before lists.
        now: the files of the site.
        moved: addresses that `data/redirects.yml` leads on from.
    """
    kept = {*now, *moved}
    for name in sorted(before):
        if name.endswith((".html", ".pdf")) and name not in kept:
            hint = (
                "别人收藏、印发过这个网址：恢复这一页，"
                "或在 data/redirects.yml 写上旧地址和新地址。"
            )
            fact = f"上一版有“{name}”，这一版没有了"
            yield Problem(Where(f"{paths.SITE}/{name}"), "lost-page", fact, hint)


def _missing_pages(pages: Mapping[str, BuiltPage], handbook: Handbook) -> Iterator[Problem]:
    """Each page is there and has its heading: a page that came out empty is no page."""
    expected = {f"{path.removesuffix('.md')}.html" for path in handbook.pages}
    for name in sorted(expected | {"index.html", "404.html"}):
        page = pages.get(name)
        if page is None:
            yield Problem(Where(f"{paths.SITE}/{name}"), "canary", "没有生成这一页", HINT)
        elif not page.tree.xpath("//h1[normalize-space()]") or not page.tree.xpath("//title"):
            yield Problem(page.where, "canary", "这一页没有标题，内容可能不全", HINT)


def _wrong_figures(page: BuiltPage, handbook: Handbook) -> Iterator[Problem]:
    """Each figure reads in the built page as the handbook states it."""
    for element in page.tree.xpath("//*[@data-figure]"):
        name, _, year = element.get("data-figure").rpartition("@")
        shown = element.text_content()
        try:
            stated = plain_text(figure(handbook, name, int(year)))
        except (UnknownFigure, ValueError):
            stated = "没有这个数"
        if shown != stated:
            fact = f"“{name}”印成了“{shown}”，数据里是“{stated}”"
            yield Problem(page.where, "canary", fact, HINT)


def _banned(page: BuiltPage, handbook: Handbook) -> Iterator[Problem]:
    """What nobody has typed: a page may speak of `None` if its source does."""
    source = handbook.pages.get(f"{page.path.removesuffix('.html')}.md")
    typed = source.file.text if source else ""
    for found in dict.fromkeys(BANNED.findall(page.text)):
        if found in typed:
            continue
        start = page.text.index(found)
        context = " ".join(page.text[max(0, start - 15) : start + 25].split())
        fact = f"网页上印出了程序的字样“{found}”：“{context}”"
        yield Problem(page.where, "banned-text", fact, HINT)


def _foreign(page: BuiltPage) -> Iterator[Problem]:
    for address in page.tree.xpath(LOADED):
        if urlsplit(address).netloc:
            fact = f"网页要从外站取“{address}”"
            yield Problem(page.where, "foreign-file", fact, "内网打不开外站；改成本站的文件。")


def _broken_links(
    page: BuiltPage, pages: Mapping[str, BuiltPage], files: set[str]
) -> Iterator[Problem]:
    for address in dict.fromkeys(page.tree.xpath(ADDRESSES)):
        if urlsplit(address).scheme or urlsplit(address).netloc:
            continue
        path, _, anchor = address.partition(DIRECTIVE)[0].partition("#")
        name = _target(page.path, unquote(path.partition("?")[0]))
        if name not in files:
            yield Problem(page.where, "dead-link", f"链接“{address}”没有去处", HINT)
        elif anchor and name in pages and unquote(anchor) not in pages[name].ids:
            fact = f"链接“{address}”指的位置不存在"
            yield Problem(page.where, "dead-link", fact, HINT)


def _target(page: str, path: str) -> str:
    if not path:
        return page
    name = normpath(path.lstrip("/") if path[0] == "/" else join(dirname(page), path))
    return normpath(join(name, "index.html")) if path.endswith("/") or name == "." else name


def _told_secrets(site: Path, files: set[str], secrets: Iterable[str]) -> Iterator[Problem]:
    """No internal name in any file, the index of the search box included."""
    names = sorted(name for name in files if Path(name).suffix in TEXT_FILES)
    texts = {name: (site / name).read_text("utf-8") for name in names}
    everything = "\n".join(texts.values())
    for secret in sorted(secrets):
        if secret in everything:
            name = next(name for name, text in texts.items() if secret in text)
            fact = f"会公布台账内部列的内容（“{secret[0]}……”）"
            hint = "没有发布。找到写了它的页面，改写成次数、人次等汇总数。"
            yield Problem(Where(f"{paths.SITE}/{name}"), "restricted-value", fact, hint)
