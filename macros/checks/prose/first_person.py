"""机关的报告不用个人口吻：“本人”“作为一把手”是述责述廉的说法。

引号里转述的不算。

依据：机关报告与个人述责述廉报告体例不同。

不通过：

    作为一把手，研究党建工作还不够。

通过：

    主要负责人研究党建工作还不够。
"""

import re
from collections.abc import Iterator

from macros.checks.prose import patterns
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage

RULE = "TERM-02"
CODE = "first-person"
SEVERITIES = (Severity.WARNING,)

WORDS = re.compile(
    r"作为(?:单位|部门)?(?:一把手|主要负责人|第一责任人)|(?:(?<![^，。；：、（\s在])|我)本人|笔者|我个人"
)
"""Behind a noun 本人 means that person (党员本人), not the writer."""
QUOTED = re.compile("“[^”]*”")


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a reminder for each word of a personal account on a report page."""
    if not page.page.is_report:
        return
    for line, found in patterns.matches(page, WORDS):
        quoted = (one.span() for one in QUOTED.finditer(line.plain))
        if not patterns.covers(quoted, *found.span()):
            context = patterns.around(line.plain, found.start(), found.end(), 4, 6)
            fact = f"“{context}”是个人口吻"
            hint = "机关报告改用“主要负责人”“局领导班子”等；个人述责述廉另写一页。"
            yield Problem(line.where, CODE, fact, hint, Severity.WARNING)
