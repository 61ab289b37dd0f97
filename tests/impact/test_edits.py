"""Sentences compared: like with like, moves as moves, and what differs plain to see."""

import pytest
from lxml import html

from macros.impact.edits import compare_pieces
from macros.impact.markup import plain, sides
from macros.impact.pieces import read_pieces


def edits(old: str, new: str) -> list[tuple[str, str, str]]:
    """Return what happened, old text and new text."""
    pages = (list(read_pieces(html.fragment_fromstring(page, "article"))) for page in (old, new))
    return [
        (edit.word + edit.piece.kind.value, *(piece.text if piece else "" for piece in
                                              (edit.old, edit.new)))
        for edit in compare_pieces(*pages)
    ]  # fmt: skip


def test_same():
    """Nothing is said of a page that did not change, nor of white space in its source."""
    assert [] == edits("<p>一句。二句。</p>", "<p>一句。\n二句。</p>")


def test_one_sentence_of_a_paragraph():
    """The sentence is told, not the paragraph."""
    assert [("改句子", "乙事三次。", "乙事四次。")] == edits(
        "<p>甲事。乙事三次。丙事。</p>", "<p>甲事。乙事四次。丙事。</p>"
    )


def test_closing_quote():
    """A quotation mark behind the full stop belongs to the sentence it closes."""
    assert [("删句子", "“好。”", "")] == edits("<p>“好。”次日。</p>", "<p>次日。</p>")


def test_like_with_like():
    """Of two new sentences, the one that resembles the old one replaces it."""
    assert [("增句子", "", "完全不同。"), ("改句子", "召开会议三次。", "召开会议四次。")] == edits(
        "<p>召开会议三次。</p>", "<p>完全不同。召开会议四次。</p>"
    )


def test_moved():
    """A sentence that only stands elsewhere is one move."""
    assert [("移句子", "甲。", "甲。")] == edits("<p>甲。乙。丙。</p>", "<p>乙。丙。甲。</p>")


def test_table():
    """Rows are told by their cells, a caption as caption, links by where they lead."""
    old = '<table><caption>表</caption><tr><td>甲</td><td><a href="a">1</a></td></tr></table>'
    new = '<table><caption>表</caption><tr><td>甲</td><td><a href="b">2</a></td></tr></table>'

    assert [("改表行", "甲｜1", "甲｜2"), ("改链接", "1 → a", "2 → b")] == edits(old, new)


def test_drawing():
    """A drawing whose lines changed is told, though its words stayed."""
    old = '<svg><title>图</title><path d="M0"/></svg>'
    new = '<svg><title>图</title><path d="M1"/></svg>'

    assert [("改图", "图", "图")] == edits(old, new)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("召开30次。", "召开31次。", ("召开<del>30</del>次。", "召开<ins>31</ins>次。")),
        ("甲,乙", "甲，乙", ("甲<del>,</del>乙", "甲<ins>，</ins>乙")),
        ("", "新的", ("", "<ins>新的</ins>")),
        ("旧的", "", ("<del>旧的</del>", "")),
    ],
)
def test_sides(old, new, shown):
    """Struck out and underlined is what differs, the width of a comma too."""
    assert shown == sides(old, new)


def test_long_text():
    """What stayed is cut short on the far side of the change, never the change itself."""
    old, new = sides("前" * 100 + "三次" + "后" * 100, "前" * 100 + "四次" + "后" * 100)

    assert "…" + "前" * 28 + "<del>三次</del>" in old
    assert "<ins>四次</ins>" in new
    assert 100 > len(new)


def test_plain():
    """No mark of Markdown or HTML is left that could do anything."""
    assert "\\*a\\* \\[b\\]\\(" not in plain("*a* [b](c)")
    assert "&lt;b&gt; \\| \\`c\\` &#64;d" == plain("<b> | `c` @d")
