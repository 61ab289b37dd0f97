"""Markdown 表格每一行的格数与表头相同。

多出来的格会悄悄不见，少了的格会显示成空白。单元格里的竖线写作 \\|。

依据：排版要求。

不通过：

    | 事项 | 时间 |
    |---|---|
    | 局党组会 | 每月 | 周一 |

通过：

    | 事项 | 时间 |
    |---|---|
    | 局党组会 | 每月周一 |
"""

import re
from collections.abc import Iterator, Sequence

from macros.problems import Problem, Severity
from macros.rendering.body import Body, Line
from macros.rendering.site import RenderedPage

RULE = "MARK-04"
CODE = "table-width"
SEVERITIES = (Severity.FAULT,)

RULE_LINE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
BAR = re.compile(r"\|")
PIPE = re.compile(r"(?<!\\)\|")
OPENING = re.compile(r"\s*(?:#|!!!|\?\?\?)")
"""Lines behind which a table can begin without a blank line."""


def check_page(page: RenderedPage) -> Iterator[Problem]:
    """Yield a problem for each row of a table that is wider or narrower than its head."""
    for block in _blocks(page.body):
        yield from _check_block(block)


def _blocks(body: Body) -> Iterator[tuple[Line, ...]]:
    """Yield each run of lines with a ``|`` that Markdown takes for one table or paragraph."""
    end = 0
    lines = body.texts("typed")
    for line in body.lines_with(BAR, "typed"):
        if line.index < end or not _is_inside(line.typed):
            continue
        start, end = line.index, line.index + 1
        while start and _is_inside(lines[start - 1]):
            start -= 1
        while end < len(lines) and _is_inside(lines[end]):
            end += 1
        yield tuple(map(body.line, range(start, end)))


def _is_inside(text: str) -> bool:
    return bool(text.strip()) and not OPENING.match(text)


def _check_block(block: Sequence[Line]) -> Iterator[Problem]:
    if not _is_table(block):
        yield from _almost_table(block)
        return
    width = _cells(block[0].typed)
    for line in block[1:]:
        if _cells(line.typed) != width:
            fact = f"这一行有 {_cells(line.typed)} 格，表头有 {width} 格"
            hint = "补上或删去几格，与表头一样多；单元格里的竖线写作 \\|，表格后面空一行。"
            yield Problem(line.where, CODE, fact, hint)


def _is_table(block: Sequence[Line]) -> bool:
    return len(block) > 1 and "|" in block[0].typed and _is_rule(block[1].typed)


def _is_rule(row: str) -> bool:
    return "|" in row and RULE_LINE.fullmatch(row.strip()) is not None


def _almost_table(block: Sequence[Line]) -> Iterator[Problem]:
    for line in block:
        if line.typed.strip().startswith("|") or _is_rule(line.typed):
            hint = "表头下面写一行 |---|---|，每列一个；表格前面空一行。"
            yield Problem(line.where, CODE, "这一行像表格，但显示不成表格", hint)
            return


def _cells(row: str) -> int:
    row = row.strip()
    inner = row.removeprefix("|")
    inner = re.sub(r"(?<!\\)\|$", "", inner)
    return len(PIPE.findall(inner)) + 1
