"""Numbers of regulations run on."""

from macros.checks import regulation_numbering
from macros.problems import Severity
from tests.checks.support import problems

PAGE = """---
title: 请假办法
类型: 制度
类别: 管理
文本采集至: {collected}
---

# 请假办法

第一条 甲：

（一）乙。

（三）丙。

第三条 丁。
"""


def found(handbook, collected: str) -> list[tuple[str, Severity]]:
    pages = {"docs/regulations/leave/draft.md": PAGE.format(collected=collected)}
    return [
        (str(one.where), one.severity) for one in problems(handbook(pages), regulation_numbering)
    ]


def test_own_regulation(handbook):
    """
    A gap in one of our own regulations is an error at the line behind it.
    """
    assert [
        ("docs/regulations/leave/draft.md:14", Severity.ERROR),
        ("docs/regulations/leave/draft.md:16", Severity.ERROR),
    ] == found(handbook, "null")


def test_imported_text(handbook):
    """
    In an imported text it is a reminder: the text stays as its source has it.
    """
    assert [Severity.WARNING] * 2 == [severity for _, severity in found(handbook, "2025-04-19")]
