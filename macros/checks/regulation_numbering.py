"""制度的编、章、节、条、项、目连续编号，不缺、不重、不错位，序数写得规范。

条文按号引用；漏号、重号会让“第十二条”指错。节随章、章随编可以重新起编，项随款重新起编；
附件、目录和引号里的条文不算。导入的法律法规照原文收入，编号有疑只作提醒，请对照原文核实。

依据：《立法法》关于编、章、节、条、款、项、目的规定。

不通过：

    docs/regulations/talks/draft.md：
    ---
    title: 党风廉政约谈办法
    ---
    # 党风廉政约谈办法

    第一条 每季度约谈。

    第三条 约谈要有记录。

通过：

    docs/regulations/talks/draft.md：
    ---
    title: 党风廉政约谈办法
    ---
    # 党风廉政约谈办法

    第一条 每季度约谈。

    第二条 约谈要有记录。
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from macros.problems import Problem, Severity, Where
from macros.regulations.numbering import CODE as NUMBERING
from macros.regulations.numbering import numbering_problems
from macros.regulations.register import Version
from macros.rendering.site import RenderedPage

RULE = "STR-06"
CODE = NUMBERING
SEVERITIES = (Severity.ERROR, Severity.WARNING)


ARABIC = re.compile(r"^第[0-9０-９]+[编章节条款](?=[\s　])", re.MULTILINE)


def check_page(page: RenderedPage) -> Iterator[Problem]:
    """Yield each gap, repeat or detour of the numbers of a version."""
    owner = page.citations.owner(page.page)
    if owner is None:
        return
    version = owner[1]
    is_imported = version.meta.collected_on is not None
    severity = Severity.WARNING if is_imported else Severity.ERROR
    if not is_imported:
        yield from _digits(version)
    for found in numbering_problems(version.structure, version.page.name):
        yield replace(found, severity=severity)


def _digits(version: Version) -> Iterator[Problem]:
    file = version.page.file
    for found in ARABIC.finditer(file.text, file.body_start):
        fact = f"序数写的是“{found.group()}”"
        hint = "用汉字数字，如 第一条、第十二条；不然没有条款地址，别处也引用不到。"
        where = Where(file.name, file.line_at(found.start()))
        yield Problem(where, CODE, fact, hint, Severity.ERROR)
