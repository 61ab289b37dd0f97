"""一个网址只对应一个页面，文件名不能只有大小写不同。

两个页面同一个网址时，后一个会悄悄盖掉前一个；只有大小写不同的文件，在 Windows 上只剩一个。

依据：网站要求。

不通过：

    docs/talks.md：
    # 约谈

    正文。
    docs/talks/index.md：
    # 约谈

    正文。

通过：

    docs/talks/2023.md：
    # 约谈

    正文。
    docs/talks/index.md：
    # 约谈

    正文。
"""

import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from macros import paths
from macros.problems import Problem, Severity, Where
from macros.rendering.site import RenderedSite

RULE = "FILE-03"
CODE = "same-url"
SEVERITIES = (Severity.FAULT,)

RESERVED = "docs/404/(index)"
"""MkDocs writes this page itself."""

INDEX_NAMES = ("index.md", "readme.md")


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each file whose address another file already has."""
    first: dict[str, str] = {RESERVED: "网站自己的“找不到网页”那一页"}
    for entry in site.entries(paths.DOCS):
        address = _address(entry.name) if entry.is_file else entry.name + "/"
        folded = unicodedata.normalize("NFKC", address).casefold()
        known = first.setdefault(folded, entry.name)
        if known != entry.name:
            fact = f"与 {known} 的网址相同，或只有大小写不同"
            hint = "给其中一个换一个名称，或把两个页面合成一个。"
            yield Problem(Where(entry.name), CODE, fact, hint)


def _address(name: str) -> str:
    """Return the folder that a page stands for; `case.md` and `case/index.md` have the same."""
    path = PurePosixPath(name)
    if path.suffix != ".md":
        return name
    is_index = path.name.casefold() in INDEX_NAMES
    return f"{path.parent}/(index)" if is_index else f"{path.with_suffix('')}/(index)"
