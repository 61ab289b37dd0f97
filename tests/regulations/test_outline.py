"""Outlines say of a version what its text says, after being kept and found again, too."""

import json

from macros.handbook import load_handbook
from macros.regulations.outline import from_lists
from macros.regulations.register import regulations
from macros.sources.cache import Cache

RULE = "---\ntitle: 值班办法\n类别: 管理\n施行日期: 2020-01-01\n---\n\n# 值班办法\n\n{text}\n"
PATH = "docs/regulations/duty/2020-01-01.md"
TEXT = """第一条 值班的要求：

（一）在岗；

（二）记录。

第一款的记录归档，前款的除外。

第二条 前款不适用。

第二条之一 未尽事宜另行规定。"""


def outline(project, text=TEXT, cache=None):
    """Return the outline of a version with a text."""
    root = project({PATH: RULE.format(text=text)})
    return regulations(load_handbook(root, cache=cache))["duty"].versions[0].outline


def test_articles(project):
    """
    An article begins at its number and ends with its last 款 or 项; those of annexes are left out.
    """
    found = outline(project, f"{TEXT}\n\n附件\n\n第一条 表格。").articles

    assert [("第一条", 9, 15), ("第二条", 17, 17), ("第二条之一", 19, 19)] == list(found)


def test_anchors(project):
    """
    Every address that a citation can lead to is an anchor.
    """
    anchors = outline(project).anchors

    assert {"第一条", "第一条第一款第二项", "第一条第二款", "第二条之一"} <= anchors
    assert "第三条" not in anchors


def test_preceding_paragraphs(project):
    """
    A 前款 means the one before it in the same article; in the first 款 it means none.
    """
    found = outline(project).preceding

    assert [(1, 0, 1)] == [one[2:] for one in found]
    text = RULE.format(text=TEXT)
    assert "前款" == text[found[0].start : found[0].end]


def test_found_again(project):
    """
    What was kept is what would be made; another text has another outline.
    """
    cache = Cache(None)
    made = outline(project, cache=cache)
    kept = [json.loads(json.dumps(one)) for one in (sorted(made.anchors), *made[1:])]

    assert made == outline(project, cache=cache) == from_lists(kept)
    assert made.anchors != outline(project, "第三条 一。", cache).anchors
