"""项目里不放符号链接（快捷方式）。

符号链接能把生成网站的电脑上的任何文件公开出去，断了或成环时又读不出来。

依据：安全要求。

不通过：

    docs/files/通讯录.pdf → ../../通讯录.pdf

通过：

    docs/files/通讯录.pdf：
    内容
"""

from collections.abc import Iterator

from macros import paths
from macros.problems import Problem, Severity, Where
from macros.rendering.site import RenderedSite

RULE = "SEC-07"
CODE = "symbolic-link"
SEVERITIES = (Severity.FAULT,)


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each symbolic link among what the site is made from."""
    root = site.handbook.root
    for name in (paths.CONFIG, *paths.SOURCES):
        if (root / name).is_symlink():
            yield _problem(name)
    for folder in paths.SOURCES:
        yield from (_problem(entry.name) for entry in site.entries(folder) if entry.is_link)


def _problem(name: str) -> Problem:
    hint = "删去这个链接；需要的文件复制进来。"
    return Problem(Where(name), CODE, "这是一个符号链接", hint)
