"""“一是、二是……”要成套：有二要有一，不能跳号，也不能只有一个。

缺了“一是”的“二是”，多半是删改时漏了一截。每一节内分别看；报道只提醒，不改文字。

依据：2023年度报告“存在问题”部分有“二是”而没有“一是”。

不通过：

    比如，从严治党需增强。二是融合发展不够。

通过：

    一是从严治党需增强。二是融合发展不够。
"""

import re
from collections.abc import Iterable, Iterator

from macros.checks.prose import patterns
from macros.formatting import chinese, from_chinese
from macros.problems import Problem, Severity, Where
from macros.rendering.body import BLANKS, Line
from macros.rendering.site import RenderedPage

RULE = "STR-02"
CODE = "ordinal-set"
SEVERITIES = (Severity.WARNING,)

START = rf"(?:^|[。；：，、！？]){BLANKS}"
NUMBER = r"(?P<number>[一二三四五六七八九十]{1,3})"
FAMILIES = (
    ("{}是", re.compile(rf"{START}{NUMBER}是(?![否非])", re.MULTILINE)),
    ("（{}）", re.compile(rf"(?:^|[。；：]){BLANKS}（{NUMBER}）", re.MULTILINE)),
    ("第{}，", re.compile(rf"(?:^|[。；：]){BLANKS}第{NUMBER}，", re.MULTILINE)),
)
NEXT = re.compile(rf"{START}(?P<word>其次|再次)[，是要、]", re.MULTILINE)
ORDINAL = re.compile("[一二三四五六七八九十](?:[是）]|，)|第一|其次|再次|首先")
"""What each line of interest holds."""

FIRST = re.compile(rf"{START}(?:首先|第一|一是|（一）)")


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a reminder for each ordinal whose predecessor, or whose successor, is missing."""
    for _, lines in patterns.sections(page, ORDINAL):
        for form, pattern in FAMILIES:
            yield from _incomplete(form, list(_ordinals(lines, pattern)))
        yield from _next_without_first(lines)


def _ordinals(lines: Iterable[Line], pattern: re.Pattern[str]) -> Iterator[tuple[int, Where]]:
    for line in lines:
        for found in pattern.finditer(line.plain):
            number = from_chinese(found["number"])
            if number:
                yield number, line.where


def _incomplete(form: str, ordinals: list[tuple[int, Where]]) -> Iterator[Problem]:
    previous = 0
    for position, (number, where) in enumerate(ordinals):
        following = ordinals[position + 1][0] if position + 1 < len(ordinals) else 1
        if number == 1 and following == 1:
            yield _problem(where, f"只有“{form.format('一')}”，没有“{form.format('二')}”")
        elif number not in (1, previous + 1):
            missing = form.format(chinese(number - 1 if number <= previous + 1 else previous + 1))
            yield _problem(where, f"有“{form.format(chinese(number))}”，前面没有“{missing}”")
        previous = number


def _next_without_first(lines: Iterable[Line]) -> Iterator[Problem]:
    is_begun = False
    for line in lines:
        text = line.plain
        is_begun = is_begun or bool(FIRST.search(text))
        found = NEXT.search(text)
        if found and not is_begun:
            yield _problem(line.where, f"有“{found['word']}”，前面没有“首先”")


def _problem(where: Where, fact: str) -> Problem:
    hint = "看是不是漏了一段或编错了号；补齐，或去掉序号。"
    return Problem(where, CODE, fact, hint, Severity.WARNING)
