"""书名号、引号并列时，中间不用顿号。

`《甲》、《乙》` 写成 `《甲》《乙》`；中间隔着别的字（如括注）的，照常用顿号。

依据：GB/T 15834 标点符号用法 4.5.3.5。

不通过：

    学习《中国共产党章程》、《中国共产党纪律处分条例》。

通过：

    学习《中国共产党章程》《中国共产党纪律处分条例》。
"""

import re
from collections.abc import Iterator

from macros.checks.prose import patterns
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage

RULE = "PUN-02"
CODE = "title-comma"
SEVERITIES = (Severity.WARNING,)

BETWEEN = re.compile("》、《|”、“")


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a reminder for each 顿号 that stands between two titles or two quotations."""
    for line, found in patterns.matches(page, BETWEEN):
        context = patterns.around(line.plain, found.start(), found.end(), 6, 6)
        marks = "书名号" if "》" in found.group() else "引号"
        fact = f"“{context}”两个{marks}之间用了顿号"
        hint = f"删去顿号，写成“{found.group().replace('、', '')}”。"
        yield Problem(line.where, CODE, fact, hint, Severity.WARNING)
