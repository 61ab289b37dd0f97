"""代码的反引号要成对，代码块的围栏（三个反引号）要顶格、有头有尾。

否则哪一段是代码，检查和网页各有各的看法，代码里的花括号和标签就会漏过检查。

依据：排版要求。

不通过：

    运行 `handbook check 再提交。

通过：

    运行 `handbook check` 再提交。
"""

import re
from collections.abc import Iterator

from macros.problems import Problem, Severity
from macros.rendering.body import BLANKS
from macros.rendering.site import RenderedPage

RULE = "MARK-02"
CODE = "code-mark"
SEVERITIES = (Severity.FAULT,)

MARK = re.compile(rf"`|^{BLANKS}~{{3}}", re.MULTILINE)

SIGNS = ("`", "~~~", "&")
"""One of these, an entity perhaps, is on a page that has anything to look for."""


def check_page(page: RenderedPage) -> Iterator[Problem]:
    """Yield a problem for each mark of code that opens or closes nothing."""
    if not any(sign in page.body.typed for sign in SIGNS):
        return
    for where in page.typed_places(MARK):
        hint = (
            "句中的反引号要在同一行成对；代码块的 ``` 单独占一行、不缩进，"
            "后面最多写一个语言名，末尾用同样的 ``` 收住。"
        )
        yield Problem(where, CODE, "代码的标记没有成对，或代码块没有顶格", hint)
