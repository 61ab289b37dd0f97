"""每页先写一个一级标题，只有一个；标题逐级往下，同一页不重名。

链接靠标题文字定位，重名的标题让链接落到别处；目录和书也按标题的层级编排。
一级标题只写文字：它会原样进入菜单和浏览器的标题栏，宏和 HTML 符号在那里不起作用，还能带进程序。

依据：《党政机关公文格式》（GB/T 9704）7.3.3 的层次要求。

不通过：

    docs/a.md：
    # 约谈

    ### 集体约谈

    ### 集体约谈

通过：

    docs/a.md：
    # 约谈

    ## 集体约谈

    ## 个别约谈
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import NamedTuple

from macros.problems import Problem, Severity, Where
from macros.rendering.body import BLANKS
from macros.rendering.document import visible_text
from macros.rendering.site import RenderedPage

RULE = "MARK-03"
CODE = "heading"
SEVERITIES = (Severity.FAULT,)

LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
TYPED = re.compile(rf"^{BLANKS}(?:>{BLANKS})*#{{1,6}}(?!#)", re.MULTILINE)
NOT_PLAIN = re.compile(r"\{\{|[<>&]")
UNDERLINE = re.compile(r"^(?:=+|-+) *$", re.MULTILINE)
REPEATED = re.compile(r"_\d+$")
WORD = re.compile(r"\w")


class Heading(NamedTuple):
    """A heading of a page."""

    level: int
    text: str
    anchor: str


Places = Callable[[], list[Where]]
"""Finds where all headings were typed: most pages have none out of order."""


def check_page(page: RenderedPage) -> Iterator[Problem]:
    """Yield a problem for each heading out of order, and for a page without its own."""
    yield from _underlined(page)
    yield from _first(page)
    made = [
        Heading(int(element.tag[1]), visible_text(element), element.get("id", ""))
        for element in page.article.iter(*LEVELS)
        if element.get("id")
    ]
    places = cache(partial(_places, page, made))
    yield from _levels(made, places)
    yield from _repeated(made, places)


def _places(page: RenderedPage, made: list[Heading]) -> list[Where]:
    typed = [line.where for line in page.body.lines_with(TYPED, "typed")]
    return typed if len(typed) == len(made) else [page.line_of(one.text) for one in made]


def _underlined(page: RenderedPage) -> Iterator[Problem]:
    for line in page.body.lines_with(UNDERLINE, "typed"):
        above = page.body.line(line.index - 1).typed if line.index else ""
        if above.strip() and "|" not in above:
            hint = "标题写成 ## 开头的一行；分隔线前面空一行。"
            yield Problem(line.where, CODE, "用下划线写了标题", hint)


def _first(page: RenderedPage) -> Iterator[Problem]:
    body = page.body
    index = next((index for index, text in enumerate(body.texts("typed")) if text.strip()), None)
    where = body.line(index or 0).where
    if index is None or not re.match(r"# *[^#\s]", body.line(index).typed):
        yield Problem(where, CODE, "正文第一行不是一级标题", "第一行写“# 标题”，再空一行写正文。")
        return
    found = NOT_PLAIN.search(page.page.file.text.split("\n", where.line)[where.line - 1])
    if found:
        hint = "一级标题只写文字；数写在正文里，符号用全角的 ＜ ＞ ＆。"
        yield Problem(where, CODE, f"一级标题里有“{found.group()}”", hint)


def _levels(headings: list[Heading], places: Places) -> Iterator[Problem]:
    above = 0
    for index, heading in enumerate(headings):
        shown = f"“{heading.text[:20]}”"
        if heading.level == 1 and index:
            hint = "改成二级标题“## ”；一页只有第一行是一级标题。"
            yield Problem(places()[index], CODE, f"{shown}是又一个一级标题", hint)
        elif above and heading.level > above + 1:
            fact = f"{shown}是{heading.level}级标题，上一个是{above}级"
            yield Problem(places()[index], CODE, fact, f"少写几个 #，改成{above + 1}级标题。")
        above = heading.level


def _repeated(headings: list[Heading], places: Places) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, heading in enumerate(headings):
        anchor = REPEATED.sub("", heading.anchor)
        anchor = anchor if anchor in first else heading.anchor
        if anchor in first:
            fact = f"标题“{heading.text[:20]}”与第 {places()[first[anchor]].line} 行的标题重名"
            hint = "换一个说法，如加上对象或年份；链接靠标题文字定位。"
            yield Problem(places()[index], CODE, fact, hint)
        elif not WORD.search(heading.text):
            yield Problem(places()[index], CODE, "标题里没有字", "写上标题的文字，或删去这一行。")
        first.setdefault(heading.anchor, index)
