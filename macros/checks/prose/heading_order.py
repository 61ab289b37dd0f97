"""标题的序号逐级用一、（一）1.（1），同级连续，不跳级、不跳号。

没有编号的标题不管；每一节内从头编。制度的章、条由“制度编号”检查。

依据：《党政机关公文格式》（GB/T 9704）7.3.3 结构层次序数。

不通过：

    docs/a.md：
    # 情况

    ## 一、学习

    ## 三、督查

通过：

    docs/a.md：
    # 情况

    ## 一、学习

    ## 二、督查
"""

import re
from collections.abc import Iterator

from macros.checks.prose import patterns
from macros.formatting import chinese, from_chinese
from macros.models.front_matter import RegulationFrontMatter
from macros.problems import Problem, Severity
from macros.rendering.body import BLANKS, Line
from macros.rendering.site import RenderedPage

RULE = "STR-01"
CODE = "heading-order"
SEVERITIES = (Severity.WARNING,)

HAN = "([一二三四五六七八九十]{1,3})"
LEVELS = (
    ("{}、", re.compile(f"{HAN}、")),
    ("（{}）", re.compile(f"（{HAN}）")),
    ("{}.", re.compile(r"([0-9]{1,2})[.．](?![0-9])")),
    ("（{}）", re.compile("（([0-9]{1,2})）")),
)
"""How each level is written, the highest first."""

NUMBER = "|".join(pattern.pattern for _, pattern in LEVELS)
NUMBERED = re.compile(rf"^(?: {{0,3}}#{{1,6}} {BLANKS}(?:{NUMBER})|{BLANKS}{HAN}、)", re.MULTILINE)
"""What there is on a page with an order of numbers."""

HEADING_OR_NUMBER = re.compile(rf"^(?: {{0,3}}#{{1,6}} |{BLANKS}(?:{NUMBER}))", re.MULTILINE)


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a reminder for each numbered heading out of order."""
    if isinstance(page.page.meta, RegulationFrontMatter) or not NUMBERED.search(page.body.typed):
        return
    last: dict[int, tuple[int, int]] = {}  # by level: number, and depth of its heading
    depth = 0
    for line in page.body.lines_with(HEADING_OR_NUMBER, "typed"):
        heading = patterns.HEADING.match(line.typed)
        place = _place((heading["title"] if heading else line.typed).strip())
        if heading:
            depth = len(heading.group().split()[0])
        if heading and place is None:  # begins a section that counts anew
            last = {level: one for level, one in last.items() if one[1] < depth}
        if place is None or (place[0] > 0 and not heading):
            continue  # lists in running text are looked at as sets
        level, number = place
        yield from _faults(line, {one: known[0] for one, known in last.items()}, level, number)
        last = {one: known for one, known in last.items() if one < level}
        last[level] = (number, depth if heading else depth + 1)


def _place(text: str) -> tuple[int, int] | None:
    """Return level and number of what a text begins with."""
    for level, (_, pattern) in enumerate(LEVELS):
        found = pattern.match(text)
        if found:
            number = int(found[1]) if found[1].isdigit() else from_chinese(found[1])
            return (level, number) if number else None
    return None


def _faults(line: Line, counts: dict[int, int], level: int, number: int) -> Iterator[Problem]:
    last = counts.get(level, 0)
    written = _written(level, number)
    if counts and level > max(counts) + 1:
        fact = f"“{written}”跳了级，上一级“{_written(level - 1, 1)}”没有用过"
        hint = "逐级用一、（一）1.（1）。"
        yield Problem(line.where, CODE, fact, hint, Severity.WARNING)
    elif number != last + 1:
        fact = f"序号写的是“{written}”，按顺序应为“{_written(level, last + 1)}”"
        hint = "看是不是漏了一节或编错了号；同级从一起连续编。"
        yield Problem(line.where, CODE, fact, hint, Severity.WARNING)


def _written(level: int, number: int) -> str:
    return LEVELS[level][0].format(chinese(number) if level < 2 else number)
