"""What a reader sees of a cited text without leaving the page."""

import pytest

from macros.handbook import load_handbook
from macros.regulations.links import Citations
from macros.rendering.citation_links import HOVER, hover_text
from macros.sources.cache import Cache

RULE = "---\ntitle: 值班办法\n类别: 管理\n施行日期: 2020-01-01\n---\n\n# 值班办法\n\n"
TEXT = """第一条 值班的要求：

（一）在岗；

（二）记录。

记录归档。

第二条 {long}
"""
SHOWN = {
    "": "《值班办法》",
    "第一条": "值班的要求： （一）在岗； （二）记录。 记录归档。",
    "第一条第一款": "值班的要求： （一）在岗； （二）记录。",
    "第一条第二款": "记录归档。",
    "第一条第一款第二项": "（二）记录。",
    "第二条": "长" * HOVER + "…",
}


def hover(project, place, cache, long="长" * 200):
    """Return what is shown of a place that a page cites."""
    root = project({
        "docs/regulations/duty/2020-01-01.md": RULE + TEXT.format(long=long),
        "docs/a.md": f"# 甲\n\n按《值班办法》{place}办理。\n",
    })  # fmt: skip
    handbook = load_handbook(root, cache=cache)
    citations = Citations(handbook)
    (link,) = citations.links(handbook.pages["a.md"])
    return hover_text(citations, link)


@pytest.mark.parametrize("place", SHOWN)
def test_what_is_shown(project, place):
    """
    The cited 条, 款 or 项 and what is below it, cut where it is long, the first time and again.
    """
    cache = Cache(None)

    assert [SHOWN[place]] * 2 == [hover(project, place, cache) for _ in range(2)]


def test_a_changed_text_is_shown_changed(project):
    """
    Nothing that was kept of the text before is shown of the new one.
    """
    cache = Cache(None)
    hover(project, "第二条", cache)

    assert "短。" == hover(project, "第二条", cache, long="短。")
