"""docs 和 overrides 里只放该公开的文件。

docs 里的文件会原样公开：临时文件、备份、密钥和网页文件不能放在里面。供下载的文件放 docs/files/。

依据：安全要求；保密要求。

不通过：

    docs/台账.xlsx：
    内容

通过：

    docs/files/台账样表.xlsx：
    内容
"""

from collections.abc import Iterator

from macros import paths
from macros.problems import Problem, Severity, Where
from macros.rendering.site import RenderedSite
from macros.sources.folder import Entry

RULE = "SEC-04"
CODE = "published-file"
SEVERITIES = (Severity.FAULT,)

IMAGES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"})
DOWNLOADS = frozenset({".pdf", ".csv", ".xlsx", ".docx"})
PAGES = IMAGES | {".md", ".css"}
THEME = IMAGES | {".html", ".css", ".js", ".woff2", ".ico", ".json"}
JUNK = ("~", ".", "_~")
"""How names begin that editors and desktops leave behind, and those that hide secrets."""


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each file that would be published and should not be."""
    for entry in site.entries(paths.DOCS):
        yield from _check(entry, _allowed_in_docs(entry.name), "供下载的文件放进 docs/files/")
        if entry.name == f"{paths.DOCS}/templates":
            fact, hint = "MkDocs 不公开 docs/templates 里的页面", "给这个文件夹换一个名称。"
            yield Problem(Where(entry.name), CODE, fact, hint)
    for entry in site.entries(paths.OVERRIDES):
        yield from _check(entry, THEME, "这里只放模板、样式、图和脚本")


def _allowed_in_docs(name: str) -> frozenset[str]:
    return PAGES | DOWNLOADS if name.startswith(f"{paths.DOCS}/files/") else PAGES


def _check(entry: Entry, allowed: frozenset[str], advice: str) -> Iterator[Problem]:
    name = entry.path.name
    if name.startswith(JUNK):
        fact = f"“{name}”像是临时文件或隐藏文件"
        hint = "删去这个文件；里面有密码、密钥的，立即更换密码、密钥。"
        yield Problem(Where(entry.name), CODE, fact, hint)
    elif entry.is_file and entry.path.suffix not in allowed:
        fact = f"“{name}”不是这里能公开的文件"
        hint = f"删去它或移到别处；{advice}。能放的：{' '.join(sorted(allowed))}。"
        yield Problem(Where(entry.name), CODE, fact, hint)
