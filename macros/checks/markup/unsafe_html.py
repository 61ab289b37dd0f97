"""页面不写 HTML，链接不带程序，图片不取自外站。

HTML 标签、注释和属性能在读者的电脑上运行程序、遮住页面、把内容发到外站；页面只用 Markdown。
生成的网页再对照允许的标签和属性核一遍，宏和图也不例外。

依据：安全要求；网站在内网使用，打开页面不得访问外站。

不通过：

    <div style="color:red">注意</div>

    ![图](http://example.com/a.png)

通过：

    **注意**

    [点这里](../index.md)
"""

import re
from collections.abc import Iterator

from macros.problems import Problem, Severity, Where
from macros.rendering.allowed_html import violations
from macros.rendering.site import RenderedPage

RULE = "SEC-09"
CODE = "unsafe-html"
SEVERITIES = (Severity.FAULT,)

TAG = re.compile(r"<(?!https?://[^\s<>]+>)[a-zA-Z/!?][^<>\n]{0,30}>?")
ABOVE = re.compile(rf"{TAG.pattern}|&#?\w+;")
"""In front matter entities too: titles go into menus and title bars as they are."""

HINT = "删去；页面只用 Markdown，链接只写 .md 页面或 http(s) 网址，小于号写作 ＜。"


def check_page(page: RenderedPage) -> Iterator[Problem]:
    """Yield a problem for each tag typed on a page, and for whatever else becomes unsafe HTML."""
    typed = list(_typed(page))
    yield from typed or _rendered(page)


def _typed(page: RenderedPage) -> Iterator[Problem]:
    above = page.page.file.text[: page.page.file.body_start].split("\n")
    lines = [
        *((Where(page.page.name, number), ABOVE, text) for number, text in enumerate(above, 1)),
        *((line.where, TAG, line.typed) for line in page.body.lines_with(TAG, "typed")),
    ]
    for where, pattern, text in lines:
        found = pattern.search(text)
        if found:
            yield Problem(where, CODE, f"页面里写了 HTML“{found.group().strip()}”", HINT)


def _rendered(page: RenderedPage) -> Iterator[Problem]:
    for _, wrong, source in violations(page.article):
        for where in page.places(re.compile(re.escape(source.partition("\n")[0]), re.IGNORECASE)):
            yield Problem(where, CODE, f"网页里会出现不允许的{wrong}", HINT)
