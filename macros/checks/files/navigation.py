"""菜单里的页面都存在，每个页面都在菜单里，而且只在一处。

菜单写在 mkdocs.yml 的 nav：写页面，或写以 / 结尾的文件夹（里面其余的页面自动列入），
“./”收下别处没有列的页面。不在菜单里的页面读者找不到。

依据：网站要求。

不通过：

    mkdocs.yml：
    nav:
      - index.md
      - 约谈: talk.md
      - 其他: ./

通过：

    mkdocs.yml：
    nav:
      - index.md
      - 约谈: talks.md
      - 其他: ./
    docs/talks.md：
    # 约谈

    正文。
"""

import difflib
from collections.abc import Iterator

from macros import paths
from macros.problems import Problem, ProblemsFound, Severity, Where
from macros.rendering.navigation import expand, named_pages
from macros.rendering.site import RenderedSite
from macros.sources.yaml_file import Document, KeyPath, read_yaml

RULE = "FILE-02"
CODE = "navigation"
SEVERITIES = (Severity.FAULT,)


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each entry that leads nowhere and each page no entry takes."""
    root = site.handbook.root
    try:
        document = read_yaml(root / paths.CONFIG, paths.CONFIG)
    except ProblemsFound:
        return  # reported as faults of the settings
    nav = document.value.get("nav") if isinstance(document.value, dict) else None
    targets = list(_targets(nav, ("nav",)))
    if not isinstance(nav, list) or any(not isinstance(target, str) for _, target in targets):
        hint = "每一条写“- 名称: 页面.md”或“- 名称: 文件夹/”。"
        yield Problem(document.where("nav"), CODE, "没有菜单 nav，或写法不对", hint)
        return
    pages = [
        entry.name.removeprefix(f"{paths.DOCS}/")
        for entry in site.entries(paths.DOCS)
        if entry.is_file and entry.path.suffix == ".md"
    ]
    yield from _dead_entries(document, targets, pages)
    for page in sorted(set(pages) - set(named_pages(expand(nav, pages)))):
        hint = "在 mkdocs.yml 的 nav 里加上它，或加一条“- 其他: ./”。"
        yield Problem(Where(f"{paths.DOCS}/{page}"), CODE, "这个页面不在菜单里", hint)


def _targets(nav: object, path: KeyPath) -> Iterator[tuple[KeyPath, object]]:
    """Yield each entry's place in the file and what it leads to."""
    if isinstance(nav, dict):
        for title, target in nav.items():
            yield from _targets(target, (*path, title))
    elif isinstance(nav, list):
        for index, item in enumerate(nav):
            yield from _targets(item, (*path, index))
    else:
        yield path, nav


def _dead_entries(
    document: Document, targets: list[tuple[KeyPath, object]], pages: list[str]
) -> Iterator[Problem]:
    first: dict[object, KeyPath] = {}
    for path, target in targets:
        where = document.where(*path)
        if any("<" in step for step in path if isinstance(step, str)):
            yield Problem(where, CODE, "菜单的名称里有尖括号", "名称只写文字。")
        if target in first:
            line = document.where(*first[target]).line
            fact = f"“{target}”在菜单里写了两次，第一次在第 {line} 行"
            yield Problem(where, CODE, fact, "删去其中一条。")
        elif not _leads_to(target, pages):
            known = difflib.get_close_matches(target, pages, n=1, cutoff=0.5)
            guess = f"是不是想写 {known[0]}？" if known else ""
            hint = f"{guess}写 docs 里的页面，如 reports/2023.md，或以 / 结尾的文件夹。"
            yield Problem(where, CODE, f"菜单里的“{target}”没有页面", hint)
        first.setdefault(target, path)


def _leads_to(target: str, pages: list[str]) -> bool:
    if target.endswith("/"):
        return target == "./" or any(page.startswith(target) for page in pages)
    return target in pages
