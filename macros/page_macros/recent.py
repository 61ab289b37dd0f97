"""`近期变动`: the figures, regulations and pages that changed last, as git knows."""

from collections.abc import Iterator
from datetime import date

from macros import paths
from macros.formatting import chinese_date
from macros.handbook import VERSION_PATH, Handbook
from macros.history import history
from macros.page_macros.html import escape, link, note, table, wide

NOT_NEWS = ("about/", "index.md")
"""Pages whose changes say nothing about the bureau."""

Change = tuple[date, str, str, str]
"""Day, kind, title, path of the page."""


def show_recent_changes(handbook: Handbook, 条数: int = 8) -> str:
    """列出最近改动的数、制度和页面，新的在前；日期是提交的日期，没有 git 记录就说没有。

    链接从 docs/index.md 算起，所以只放在首页。

    Args:
        条数: 最多列几条。

    Example:
        {{ 近期变动(条数=8) }}
    """
    newest = sorted(_changes(handbook), key=lambda change: (-change[0].toordinal(), change[1:]))
    changes: dict[tuple[str, str], Change] = {}
    for change in newest:
        # Versions of one regulation have one title: the one that changed last stands for them.
        changes.setdefault(change[1:3], change)
    rows = [
        (chinese_date(day), escape(kind), link(path.removesuffix(".md") + ".html", title))
        for day, kind, title, path in list(changes.values())[: max(条数, 0)]
    ]
    if not rows:
        return note("这份手册没有改动记录。")
    return table("近期变动", ("日期", "类别", "内容"), rows, kinds=wide("内容"))


def _changes(handbook: Handbook) -> Iterator[Change]:
    known = history(handbook)
    for key, day in known.figures.items():
        if key.name in handbook.figure_paths:
            yield day, "数", f"{key.name}（{key.year}年）", handbook.figure_paths[key.name]
    for path, page in handbook.pages.items():
        day = known.files.get(f"{paths.DOCS}/{path}")
        if day and not path.startswith(NOT_NEWS):
            kind = "制度" if VERSION_PATH.fullmatch(path) else "页面"
            yield day, kind, page.title, path
