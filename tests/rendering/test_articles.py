"""Articles get their anchors; pages that are no regulation are passed by."""

import pytest

from macros.rendering.document import convert

FIRST_LINES = [
    "第一条 甲", "\u3000\u3000第十条　甲", "第 十二 条 甲",
    "第3条 甲", "第五条之一 甲", "第三条至第五条（删去）",
    "第一条", "**第一条** 甲", "第一条【目的】",
]  # fmt: skip


@pytest.mark.parametrize("line", FIRST_LINES)
def test_every_way_to_begin_an_article(line):
    """However the first line of an article is written, it gets an anchor."""
    assert 'class="article" id="第' in convert(f"# 办法\n\n{line}\n").html


def test_page_that_is_no_regulation():
    """A paragraph that only cites an article is none."""
    assert "article" not in convert("# 办法\n\n按第一条办理。\n\n第一条规定的情形。\n").html
