"""引用的条款要存在、要有效。

页面和制度里写的《某某办法》第几条第几款第几项，按页面日期时有效的版本核对：条款不存在、
序数写得不规范、简称对应几件制度、所引规定当时已废止或尚未生效，都算错误。汇编里没有收入的
规定不核对。

依据：党政机关公文处理工作条例第二十条，引用准确。

不通过：

    docs/regulations/talks/2020-01-01.md：
    ---
    title: 党风廉政约谈办法
    施行日期: 2020-01-01
    ---
    # 党风廉政约谈办法

    第一条 每季度约谈。
    docs/a.md：
    # 约谈

    依照《党风廉政约谈办法》第四百条约谈。

通过：

    docs/regulations/talks/2020-01-01.md：
    ---
    title: 党风廉政约谈办法
    施行日期: 2020-01-01
    ---
    # 党风廉政约谈办法

    第一条 每季度约谈。
    docs/a.md：
    # 约谈

    依照《党风廉政约谈办法》第一条约谈。
"""

from collections.abc import Iterator

from macros.problems import Problem, Severity
from macros.rendering.site import RenderedSite

RULE = "REF-01 REF-02 REF-03"
CODE = "citation"
SEVERITIES = (Severity.ERROR,)


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield the citations that lead nowhere or to a rule not in force."""
    for page in site.pages.values():
        yield from site.citations.problems(page.page)
