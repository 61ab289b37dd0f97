"""overrides 里的模板、样式和脚本不引用外站，模板里不写程序。

模板对每一页起作用：一段脚本、一个外站地址就让全站的读者向外发出请求。

依据：安全要求；网站在内网使用，打开页面不得访问外站。

不通过：

    overrides/main.html：
    <link rel="stylesheet" href="https://fonts.example.com/a.css">

通过：

    overrides/main.html：
    {% extends "base.html" %}
"""

import re
from collections.abc import Iterator

from macros import paths
from macros.problems import Problem, ProblemsFound, Severity, Where
from macros.rendering.site import RenderedSite
from macros.sources.folder import Entry
from macros.sources.text import read_text

RULE = "SEC-03"
CODE = "override"
SEVERITIES = (Severity.FAULT,)

HOST = re.compile(
    r"(?:https?|wss?|ftp)://(?!www\.w3\.org/)[^\s\"'()<>]*|[\"'(=]\s*//[\w.-]+\.[a-z]{2,}",
    re.IGNORECASE,
)
THEME_FILE = r"\"(?:(?:base|main)\.html|partials/[\w/-]+\.html|\.icons/[\w/-]*(?:\.svg)?)\""
TEMPLATE_RULES = (
    (re.compile(r"<script(?![^>]*\bsrc=)[^>]*>", re.IGNORECASE), "有写在模板里的脚本"),
    (re.compile(r"<[a-z][^<>]*\son[a-z]+\s*=", re.IGNORECASE), "有 on… 属性"),
    (re.compile(r"javascript:(?!void\(0\))|vbscript:|data:text", re.IGNORECASE), "有程序链接"),
    (re.compile(r"<(?:iframe|object|embed|base)\b", re.IGNORECASE), "有嵌入外部内容的标签"),
    (
        re.compile(rf"\{{%-?\s*(?:include|import|from|extends)\s+(?!{THEME_FILE})[^%]*"),
        "引入了主题以外的文件",
    ),
)
STYLE_RULES = ((re.compile(r"@import\b[^;]*", re.IGNORECASE), "用 @import 引入了别的样式"),)
RULES = {".html": TEMPLATE_RULES, ".css": STYLE_RULES, ".js": ()}


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each line of a template, style or script that reaches outside."""
    for folder in (paths.OVERRIDES, paths.DOCS):
        for entry in site.entries(folder):
            if entry.is_file and entry.path.suffix in RULES:
                yield from _check_file(entry)


def _check_file(entry: Entry) -> Iterator[Problem]:
    try:
        text = read_text(entry.path, entry.name)
    except ProblemsFound as error:
        yield from error.problems
        return
    for pattern, fact in (*RULES[entry.path.suffix], (HOST, "写了外站地址")):
        for found in pattern.finditer(text):
            where = Where(entry.name, text.count("\n", 0, found.start()) + 1)
            shown = found.group().strip()[:60]
            hint = "删去它；需要的文件放进 overrides/assets/，用相对路径引用。"
            yield Problem(where, CODE, f"{fact}“{shown}”", hint)
