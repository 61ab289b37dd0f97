"""汉字之间用全角标点，不用半角的 , . : ; ? ! ( ) 和加号。

代码、网址、数字和文件名里的不算。

依据：GB/T 15834。

不通过：

    领导班子示范学+支部研讨集体学,成效明显.

通过：

    领导班子示范学、支部研讨集体学，成效明显。
"""

import re
from collections.abc import Iterator

from macros.checks.prose import patterns
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage

RULE = "PUN-01"
CODE = "punctuation"
SEVERITIES = (Severity.WARNING,)

BEFORE = rf"(?<=[{patterns.CHINESE}》”’）】])"
BEHIND = rf"(?=[{patterns.CHINESE}《“‘（【])"
HALF_WIDTH = re.compile(
    rf"{BEFORE}(?:[,.:;?!+]{BEHIND}|[,.:;?!]\s*$|\([^()]*\)|[()])"
    rf"|\([^()]*[{patterns.CHINESE}][^()]*\)|[()]{BEHIND}"
)
MARK = re.compile("[,.:;?!+()]")
FULL_WIDTH = str.maketrans(",.:;?!()+", "，。：；？！（）、")


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a reminder for each half-width mark between Chinese characters."""
    for line, found in patterns.matches(page, HALF_WIDTH, needed=MARK):
        mark = "()" if found.group()[1:].strip() else found.group().strip()
        context = patterns.around(line.plain, found.start(), found.end(), 6, 6)
        fact = f"“{context}”里的“{mark}”是半角标点"
        hint = f"中文里改成“{mark.translate(FULL_WIDTH)}”；照录原文的可以保留。"
        yield Problem(line.where, CODE, fact, hint, Severity.WARNING)
