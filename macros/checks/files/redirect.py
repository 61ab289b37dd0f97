"""旧地址要引到现有的页面。

`data/redirects.yml` 里的新地址必须是现有的页面或页面里的标题、条；旧地址必须已经不用；
一个旧地址只写一次。

依据：网站要求。

不通过：

    data/redirects.yml：
    - 旧地址: handbook/old.html
      新地址: handbook/none.html
      原因: 页面改名
      日期: 2024-03-01

通过：

    data/redirects.yml：
    - 旧地址: handbook/old.html
      新地址: index.html
      原因: 页面改名
      日期: 2024-03-01
"""

from collections.abc import Iterator

from macros.models.redirect import Redirect
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage, RenderedSite

RULE = "FILE-04"
CODE = "redirect"
SEVERITIES = (Severity.FAULT,)


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each redirect that leads nowhere or hides something."""
    first: dict[str, Redirect] = {}
    for one in site.handbook.redirects:
        yield from _new(site, one)
        yield from _old(site, one)
        if one.old in first:
            fact = f"旧地址“{one.old}”在第 {first[one.old].where.line} 行已写过"
            yield Problem(one.place("旧地址"), CODE, fact, "只留一条。")
        first.setdefault(one.old, one)


def _new(site: RenderedSite, one: Redirect) -> Iterator[Problem]:
    page, anchor = _page(site, one.new)
    where = one.place("新地址")
    if page is None:
        fact = f"新地址“{one.new}”不是现有的页面"
        hint = "照浏览器地址栏从首页所在的文件夹写起，如 handbook/talks.html。"
        yield Problem(where, CODE, fact, hint)
    elif anchor and anchor not in page.ids:
        fact = f"新地址“{one.new}”：那一页没有“{anchor}”这个标题或条"
        yield Problem(where, CODE, fact, "改成那一页有的标题或条，或只写到页面。")


def _old(site: RenderedSite, one: Redirect) -> Iterator[Problem]:
    page, anchor = _page(site, one.old)
    if page and (not anchor or anchor in page.ids):
        fact, hint = f"旧地址“{one.old}”现在还在用", "删去这一条；页面恢复了就不用再引到别处。"
        yield Problem(one.place("旧地址"), CODE, fact, hint)


def _page(site: RenderedSite, address: str) -> tuple[RenderedPage | None, str]:
    name, _, anchor = address.partition("#")
    return site.pages.get(f"{name.removesuffix('.html')}.md"), anchor
