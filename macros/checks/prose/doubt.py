"""页首“存疑”列出的文字，定稿前要逐条处理。

导入时拿不准的原文原样留在页面上，其他检查都放过它；所以它自己要有人来定。

依据：存疑的不得带进定稿。

不通过：

    docs/a.md：
    ---
    存疑:
      - 线上线下导活学
    ---
    # 学习

    支部线上线下导活学。

通过：

    docs/a.md：
    ---
    存疑: []
    ---
    # 学习

    支部线上线下学。
"""

from collections.abc import Iterator

from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage

RULE = "FIG-01"
CODE = "doubt"
SEVERITIES = (Severity.GAP, Severity.WARNING)


def check_page(page: RenderedPage) -> Iterator[Problem]:
    """Yield a gap for each doubt a page lists; a reminder for one that is gone from the page."""
    front_matter = page.page.file.front_matter
    body = page.page.file.body
    for index, doubt in enumerate(page.page.meta.doubts):
        where = front_matter.where("存疑", index)
        if doubt in body:
            fact = f"存疑的文字“{doubt}”还没有处理"
            hint = "对照原件改好正文；确实如此的，保留正文。两种情况都在页首“存疑”里删去这一行。"
            yield Problem(where, CODE, fact, hint, Severity.GAP)
        else:
            fact = f"正文里已经没有存疑的文字“{doubt}”"
            yield Problem(where, CODE, fact, "在页首“存疑”里删去这一行。", Severity.WARNING)
