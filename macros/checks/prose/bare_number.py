"""报告里计量单位前的数必须来自数据，不能直接打在页面上。

直接打的数改了一处忘了另一处，也没有人能查到它从哪里来。固定词语（三会一课）、序数（第三次）、
期限（3个月）、书名号里的数不算；“一个”“一次性”之类写在 data/terms.yml 的固定词语里。

依据：《党政机关公文处理工作条例》第二十条（数字准确）。

不通过：

    全年开展党纪宣讲30次。

通过：

    全年召开局党组会{{ 数("局党组会", 2023) }}。
"""

from collections.abc import Iterator

from macros.checks.prose import patterns
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage

RULE = "FIG-01 NUM-04"
CODE = "bare-number"
SEVERITIES = (Severity.ERROR,)


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a problem for each number typed before a measure word on a report page."""
    if not page.page.is_report:
        return
    units = patterns.measure_words(page.handbook)
    words = (*page.handbook.terms.fixed_phrases, *patterns.excused(page.handbook, page.page))
    year = patterns.year_of(page.page) or "年份"
    for line in patterns.counting_lines(page, units):
        text = line.plain
        for found in patterns.quantities(text, units):
            if patterns.covers(patterns.occurrences(text, words), *found.span("number")):
                continue
            known = patterns.figure_before(page.handbook, text[: found.start()], found["unit"])
            fact = f"“{patterns.around(text, found.start(), found.end(), 10, 0)}”里的数是直接打的"
            hint = (
                f'改成 {{{{ 数("{known or "名称"}", {year}) }}}}，数写进 data/{year}/figures.yml；'
                "新的数先在 data/figures.yml 定义；"
                "不是指标的固定说法写进 data/terms.yml 的固定词语。"
            )
            yield Problem(line.where, CODE, fact, hint, Severity.ERROR)
