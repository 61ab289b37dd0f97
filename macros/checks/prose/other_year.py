"""年度报告、工作要点和台账页里的年份，应当是这一页的年份。

抄上一年材料只改标题，正文里最容易留下旧年份。书名号里的年份、法规的通过和施行日期、
页首“存疑”和容许词除外；与往年比较、下一步计划里的下一年只提醒。

依据：公开通报中查处过的“旧材料改日期”。

不通过：

    2022年修订了制度。

通过：

    2023年修订了制度。
"""

import re
from collections.abc import Iterator

from macros.checks.prose import patterns
from macros.problems import Problem, Severity
from macros.rendering.body import Line
from macros.rendering.site import RenderedPage

RULE = "TIME-02"
CODE = "other-year"
SEVERITIES = (Severity.ERROR, Severity.WARNING)

YEAR = re.compile(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})年")
LAW_DATE = re.compile(
    r"[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日(?:起?施行|通过|公布|发布|印发|修订|修正|批准)"
    r"|》（[^）]*）"
)
COMPARED = re.compile(r"(?:比|较|与|同|和|对照)$")
PLANS = re.compile("下一步|计划|打算|安排|规划|展望")
DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a problem for each year on a page of a year that is not the page's own."""
    year = patterns.year_of(page.page)
    if year and patterns.is_of_year(page.page):
        for title, lines in patterns.sections(page, YEAR):
            for line in lines:
                yield from _check_line(page, line, title, year)


def _check_line(page: RenderedPage, line: Line, title: str, year: int) -> Iterator[Problem]:
    text = line.plain
    spans = [found.span() for one in (patterns.TITLE, LAW_DATE) for found in one.finditer(text)]
    spans += patterns.occurrences(text, patterns.excused(page.handbook, page.page))
    for found in YEAR.finditer(text):
        other = int(found["year"].translate(DIGITS))
        if other == year or patterns.covers(spans, *found.span()):
            continue
        is_plan = other == year + 1 and bool(PLANS.search(title))
        is_compared = bool(COMPARED.search(text[: found.start()]))
        severity = Severity.WARNING if is_plan or is_compared else Severity.ERROR
        context = patterns.around(text, found.start(), found.end(), 4, 12)
        fact = f"这是{year}年的页面，“{context}”写的是{other}年"
        hint = (
            f"旧材料留下的改成{year}年的内容；确实要写{other}年的，"
            "把这几个字写进 data/terms.yml 的容许词；拿不准的写进页首 存疑。"
        )
        yield Problem(line.where, CODE, fact, hint, severity)
