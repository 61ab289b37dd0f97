"""计量单位前面不能空着：少了一个数的句子不能发布。

“开展专题培训场次”“集体约谈次”读起来顺口，最容易漏过。查报告、工作要点和台账页上读者看到的文字；
导入时拿不准、列入页首“存疑”的原文除外。

依据：规则 FIG-03；2023年度报告有多处这样的空缺。

不通过：

    开展党纪党规专题培训场次，受教育党员干部人次。

通过：

    开展党纪党规专题培训{{ 数("党纪党规培训", 2023) }}，受教育党员干部{{ 数("受教育人次", 2023) }}。
"""

import re
from collections.abc import Iterator

from macros.checks.prose import patterns
from macros.checks.prose.blanks import blank_pattern, find_blanks
from macros.problems import Problem
from macros.rendering.site import RenderedPage, RenderedSite

RULE = "FIG-03"
CODE = "blank-figure"


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each measure word without a number on a page of a year."""
    pattern = blank_pattern(site.handbook)
    for page in site.own_pages:
        if patterns.is_of_year(page.page):
            yield from _check_page(page, pattern)


def _check_page(page: RenderedPage, pattern: re.Pattern[str]) -> Iterator[Problem]:
    excused = patterns.excused(page.handbook, page.page)
    for line in page.lines:
        text = patterns.plain(line.shown)
        for found in find_blanks(pattern, text):
            if patterns.covers(patterns.occurrences(text, excused), *found.span()):
                continue
            fact = f"“{patterns.around(text, found.end(), found.end(), 12, 2)}”少了一个数"
            hint = (
                '连单位一起改成数的引用，如 {{ 数("集体约谈", 2023) }}；'
                "还没有数也这样写，页面会显示【待填】；本来就不缺数的换个说法，"
                "或把这几个字写进 data/terms.yml 的容许词。"
            )
            yield Problem(line.where, CODE, fact, hint)
