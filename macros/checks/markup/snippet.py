"""页面不用 `--8<--` 引入别的文件。

引入的文件不经检查就公开，写错路径时内容悄悄不见。要重复的内容写成宏或链接。

依据：安全要求。

不通过：

    --8<-- "../通讯录.txt"

通过：

    见[首页](../index.md)。
"""

import re
from collections.abc import Iterator

from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage

RULE = "SEC-08"
CODE = "snippet"
SEVERITIES = (Severity.FAULT,)

MARK = re.compile(r"-+8<-+")


def check_page(page: RenderedPage) -> Iterator[Problem]:
    """Yield a problem for each line that would include another file."""
    for where in page.typed_places(MARK):
        hint = "删去这一行；写上内容本身，或链接到那个文件。"
        yield Problem(where, CODE, "用 --8<-- 引入别的文件", hint)
