"""页面上不能出现程序留下的空值：`None`、`NaN`、`undefined`、花括号。

这些字是某处没有取到内容的痕迹，读者看不懂，也不知道缺了什么。
英文句子里的 `None`、反引号里的样例不算。

依据：空值不得悄悄印出。

不通过：

    局党组会的主持人是None。

通过：

    局党组会的主持人是【待填】。
"""

import re
from collections.abc import Iterator
from html import unescape

from macros.checks.prose import patterns
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage
from macros.sources.markdown_file import MASK, without_code

RULE = "FIG-02"
CODE = "blank-text"
SEVERITIES = (Severity.FAULT,)

TOKEN = re.compile(
    r"(?<![A-Za-z_.\-/])(?<![A-Za-z,'] )(?:None|NaN|nan|undefined|Undefined)"
    r"(?![A-Za-z_\-(/=]| [A-Za-z])|\{\{|\}\}"
)
SUSPECT = re.compile(r"None|NaN|nan|ndefined|\{\{|\}\}|&")
"""What there is on a page that has anything to look for, an entity included."""

TAG = re.compile(r"<(style|script)\b.*?</\1>|<[^>]+>")


def check_page(page: RenderedPage) -> Iterator[Problem]:
    """Yield a problem for each trace of a value that was not there."""
    if not SUSPECT.search(page.text):
        return
    shown = without_code(page.text).split("\n")
    for line, source in zip(page.body.lines, shown, strict=True):
        text = unescape(TAG.sub(MASK, source))
        for found in TOKEN.finditer(text):
            fact = f"页面上显示“{patterns.around(text, found.start(), found.end(), 6, 6)}”"
            hint = (
                "查这里引用的数据：没有内容的写 null，页面会显示【待填】；"
                "要原样显示这个词，放进 `反引号` 里。"
            )
            yield Problem(line.where, CODE, fact, hint)
