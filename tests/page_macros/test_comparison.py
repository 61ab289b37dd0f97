"""修订对照."""

import pytest
from lxml import html

from macros.page_macros import MacroRefused

OLD = """---
title: 约谈办法
版本说明: 第一稿
---
# 约谈办法

{{ 效力("talks", "draft-1") }}

## 第一章 总则

第一条 制定本办法。

第二条 约谈由承办科室通知，填写登记表。

第三条 承办科室应当在十日内报告。

第四条 承办科室保管记录。

第五条 一式三份。

第六条 自公布之日起施行。
"""
NEW = """---
title: 约谈办法
版本说明: 第二稿
---
# 约谈办法

## 第一章 总则

第一条 制定本办法。

第二条 约谈由责任科室通知，填写登记表。

第三条 责任科室应当在五日内报告。

（一）情况；

（二）结果。

第四条 责任科室保管记录。

第五条 自公布之日起施行。

第六条 各单位参照执行，另行制定细则。
"""
FILES = {
    "docs/regulations/talks/draft-1.md": OLD,
    "docs/regulations/talks/draft.md": NEW,
    "docs/index.md": "# 首页\n",
}


@pytest.fixture
def article(show):
    """Return the comparison of both drafts."""
    shown = show(FILES, "修订对照", "talks", "draft-1", "draft")
    return html.fragment_fromstring(shown, create_parent="div")


def test_sums_up_before_the_table(article):
    """Counts of articles, with links to both versions."""
    summary = article.find("p")

    assert (
        "修订前：第一稿，6条。修订后：第二稿，6条。"
        "新增1条，删除1条，修改1条，移动1条，未变1条，只有通篇替换2条。"
    ) == summary.text_content()
    assert ["draft-1.html", "draft.html"] == summary.xpath(".//a/@href")


def test_folds_what_is_replaced_throughout_into_a_note(article):
    """The note names the articles; their rows are not in the table."""
    notes = [note.text_content() for note in article.iter("li")]

    assert any(
        "通篇替换：“承办科室”改为“责任科室”，共3处，见修订后第二条、第三条、第四条。" == note
        for note in notes
    )
    assert any("别的文字没有变的2条，表里不再列出：第二条、第四条。" in note for note in notes)


def test_shows_old_text_new_text_and_kind(article):
    """Chapters are named above their articles; a moved article is only begun."""
    rows = [[cell.text_content() for cell in row] for row in article.xpath(".//tbody/tr")]

    assert [
        ["第一章 总则"],
        ["第三条", "承办科室应当在十日内报告。",
         "责任科室应当在五日内报告。（一）情况；（二）结果。", "修改"],
        ["原第五条", "一式三份。", "—", "删除"],
        ["第六条 → 第五条", "自公布之日起施行。", "文字未变", "移动"],
        ["第六条", "—", "各单位参照执行，另行制定细则。", "新增"],
    ] == rows  # fmt: skip


def test_marks_words_without_color(article):
    """Struck out before, inserted after: elements that print."""
    row = article.xpath(".//tbody/tr")[1]

    assert ["承办", "十日"] == [one.text for one in row.iter("del")]
    assert "责任" == next(row.iter("ins")).text
    assert [] == row[1].findall(".//ins") + row[2].findall(".//del")


def test_leads_to_the_articles_of_both_versions(article):
    """From a page in the folder of the regulation."""
    assert ["draft-1.html#第六条", "draft.html#第五条"] == article.xpath(
        ".//tbody/tr[4]/td[1]/a/@href"
    )


def test_of_an_unknown_regulation_is_refused(show):
    """The folder that is meant is guessed."""
    with pytest.raises(MacroRefused) as refused:
        show(FILES, "修订对照", "talk", "draft-1", "draft")

    assert "talks" in refused.value.hint


def test_of_equal_versions_says_so(show):
    """No empty table."""
    assert "没有要列出的改动" in show(FILES, "修订对照", "talks", "draft", "draft")
