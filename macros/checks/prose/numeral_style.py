"""并列的几个数，数字的写法要一致：要么都用阿拉伯数字，要么都用汉字。

依据：GB/T 15835 局部体例一致。

不通过：

    docs/a.md：
    # 要点

    从四个方面14项内容作了安排。

通过：

    docs/a.md：
    # 要点

    从4个方面14项内容作了安排。
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from macros.checks.prose import patterns
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage

RULE = "NUM-01"
CODE = "numeral-style"
SEVERITIES = (Severity.WARNING,)

BETWEEN = rf"[{patterns.CHINESE}]{{0,4}}[、和及与]?"


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a reminder for each pair of neighboring numbers written in different styles."""
    units = patterns.measure_words(page.handbook)
    words = (*page.handbook.terms.fixed_phrases, *patterns.excused(page.handbook, page.page))
    for line in patterns.counting_lines(page, units, "plain_shown"):
        text = line.plain_shown
        found = list(patterns.quantities(text, units))
        for first, second in pairwise(found):
            between = text[first.end() : second.start()]
            if _is_han(first) == _is_han(second) or not re.fullmatch(BETWEEN, between):
                continue
            fixed = patterns.occurrences(text, words)
            if any(patterns.covers(fixed, *one.span("number")) for one in (first, second)):
                continue
            fact = f"“{text[first.start() : second.end()]}”里汉字和阿拉伯数字混用"
            hint = (
                "统一写法，如 4个方面14项；引用的数在 data/figures.yml 改 样式；"
                "照录原文的可以保留。"
            )
            yield Problem(line.where, CODE, fact, hint, Severity.WARNING)


def _is_han(found: re.Match[str]) -> bool:
    return found["number"][0] in patterns.HAN_NUMERALS
