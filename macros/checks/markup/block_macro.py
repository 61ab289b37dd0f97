"""表格、图这类成块的宏单独占一行，顶格写，前后各空一行。

写在句子里或缩进之后，表格会拆散到文字里，或者整段显示成代码。

依据：排版要求。

不通过：

    各项数如下：{{ 指标表(2023) }}

通过：

    各项数如下：

    {{ 指标表(2023) }}
"""

from collections.abc import Iterator

from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage
from macros.sources.calls import Call

RULE = "MARK-01"
CODE = "block-macro"
SEVERITIES = (Severity.FAULT,)


def check_page(page: RenderedPage) -> Iterator[Problem]:
    """Yield a problem for each block macro that does not stand alone."""
    for call in page.page.calls:
        macro = page.macros.get(call.name)
        if macro and macro.is_block and not _stands_alone(page, call):
            hint = "把它放到单独一行，顶格写，前后各空一行。"
            yield Problem(call.where, CODE, f"宏“{call.name}”没有单独占一行", hint)


def _stands_alone(page: RenderedPage, call: Call) -> bool:
    file = page.page.file
    lines = file.text.split("\n")
    number = call.where.line
    before = lines[number - 2] if number > file.body_line else ""
    behind = lines[number] if number < len(lines) else ""
    is_alone = lines[number - 1].rstrip() == file.text[call.start : call.end]
    return is_alone and not before.strip() and not behind.strip()
