"""站内链接要通到现有的页面和标题，图片要在。

站内链接写到 .md 文件（相对路径），要指到某一节就加 # 和标题文字；外面的网址照写。

依据：网站要求；断了的链接读者无从查对。

不通过：

    见[首页](home.md)和[本页下文](#没有这个标题)。

通过：

    见[首页](../index.md)和[本页](#标题)。
"""

import difflib
import posixpath
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from macros import paths
from macros.problems import Problem, Severity, Where
from macros.rendering.allowed_html import is_outside, is_safe_link
from macros.rendering.body import BLANKS
from macros.rendering.figure_uses import DIRECTIVE
from macros.rendering.site import RenderedPage, RenderedSite
from macros.sources.folder import is_linked

RULE = "REF-04"
CODE = "broken-link"
SEVERITIES = (Severity.FAULT,)

NOTE = re.compile(r"\[\^([^\]\s]+)\]")
NOTE_TEXT = re.compile(rf"^{BLANKS}\[\^([^\]\s]+)\]:", re.MULTILINE)
LOOK_ALIKE = re.compile("[\u0080-\u05ff\u2000-\u2fff\uff01-\uff5e]")
"""Letters of other scripts that pass for Latin ones."""

Fault = tuple[str, str]
"""Fact and hint."""


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each link and image that leads nowhere, on each line that has it."""
    books = printed_books(site)
    for page in site.pages.values():
        for target in page.targets:
            fault = _fault(site, page, target, books)
            for where in _places(page, target) if fault else ():
                yield Problem(where, CODE, *fault)


def check_page(page: RenderedPage) -> Iterator[Problem]:
    """Yield a problem for each mark of a footnote that is not on the page."""
    defined = set(NOTE_TEXT.findall(page.body.typed))
    for line in page.body.lines_with(NOTE, "typed"):
        for found in NOTE.finditer(line.typed):
            if found[1] not in defined:
                hint = f"在页末写上“[^{found[1]}]: 注释内容”，或删去这个记号。"
                yield Problem(line.where, CODE, f"没有脚注“{found.group()}”", hint)


def _is_typed(page: RenderedPage, target: str) -> bool:
    """Return whether an editor typed a target, outside of code and macro calls."""
    text = page.page.file.text
    is_there = target in text or target in unescape(text)
    return is_there and bool(page.typed_places(_typed(target)))


def _typed(target: str) -> re.Pattern[str]:
    """Return what finds a target where it was typed."""
    return re.compile(r"(?:[(<:=\"']|[^\S\n])" + re.escape(target) + r"(?=[)>\s\"']|$)")


def _places(page: RenderedPage, target: str) -> list[Where]:
    """Return the lines of a target, also of one that a call or a line break is part of."""
    in_target = [
        call.where
        for call in page.page.calls
        if target.startswith("<") and page.page.file.text[: call.start].rstrip().endswith("](")
    ]
    first, broken, _ = target.partition("\n")
    pattern = _typed(target)
    if broken or "\\" in target:  # typed doubled, or over two lines
        pattern = re.compile(re.escape(first).replace(r"\\", r"\\+"))
    return in_target or page.places(pattern)


def _fault(
    site: RenderedSite, page: RenderedPage, target: str, books: frozenset[str]
) -> Fault | None:
    if target.startswith("//"):
        return f"链接“{target}”没有写 http", "外面的网址写全，如 https://example.gov.cn/。"
    if is_outside(target):
        return _deceiving(target) if is_safe_link(target) else _unsafe(target)
    path, _, anchor = unquote(target.partition(DIRECTIVE)[0]).partition("#")
    path = path.partition("?")[0]
    if not path:
        return _anchor_fault(page, anchor) if anchor or not target else None
    if path.startswith("/"):
        return f"链接“{target}”以 / 开头", "写相对路径，如 ../reports/2023.md。"
    inside = posixpath.normpath(posixpath.join(posixpath.dirname(page.page.path), path))
    is_book = inside in books
    if (is_book or inside.endswith(".html")) and not _is_typed(page, target):
        if is_book:
            return None  # handbook pdf puts it there
        inside = inside.removesuffix(".html") + ".md"  # macros write what MkDocs makes of it
    return _path_fault(site, target, inside, anchor)


def printed_books(site: RenderedSite) -> frozenset[str]:
    """Return the files, relative to the site, that `handbook pdf` makes."""
    return frozenset(f"{paths.BOOKS}/{book.id}.pdf" for book in site.handbook.books)


def _path_fault(site: RenderedSite, target: str, inside: str, anchor: str) -> Fault | None:
    if inside in site.pages:
        return _anchor_fault(site.pages[inside], anchor) if anchor else None
    root, path = site.handbook.root, site.handbook.root / paths.DOCS / inside
    try:
        is_behind_link, is_folder, is_file = is_linked(root, path), path.is_dir(), path.is_file()
    except OSError:  # a longer name than any file has
        is_behind_link = is_folder = is_file = False
    if inside.startswith("..") or is_behind_link:
        return f"链接“{target}”指到 docs 外面", "只链接 docs 里的页面和文件。"
    if inside.endswith(".html") or is_folder or target.endswith("/"):
        return f"链接“{target}”不是页面文件", "写到 .md 文件，如 reports/2023.md、data/index.md。"
    if is_file:
        return None
    known = difflib.get_close_matches(inside, site.pages, n=1, cutoff=0.5)
    guess = f"是不是想写 {known[0]}（从 docs 算起）？" if known else ""
    hint = f"{guess}核对文件名和文件夹；路径从本页所在的文件夹算起。"
    return f"链接“{target}”没有对应的文件", hint


def _anchor_fault(page: RenderedPage, anchor: str) -> Fault | None:
    if anchor in page.ids:
        return None
    known = difflib.get_close_matches(anchor, sorted(page.ids), n=1, cutoff=0.4)
    guess = f"是不是想写 #{known[0]}？" if known else ""
    hint = f"{guess}# 后面写标题的文字，去掉标点，空格写成 -。"
    return f"“{page.page.title}”没有标题“#{anchor}”", hint


def _deceiving(target: str) -> Fault | None:
    """Return what is wrong with an address that leads elsewhere than it looks."""
    host = re.match(r"https?:[/\\]*([^/?#]*)", target, re.IGNORECASE)
    if host is None or "\\" in target or "@" in unquote(host[1]):
        return f"网址“{target[:60]}”写法不对，会打开别的网站", "照浏览器地址栏抄网址。"
    if LOOK_ALIKE.search(unquote(host[1])):
        return f"网址“{target[:60]}”里有形近的外文字母", "重新敲一遍网址。"
    return None


def _unsafe(target: str) -> Fault:
    return f"链接“{target[:60]}”不是网址", "只链接页面、文件和 http(s) 网址。"
