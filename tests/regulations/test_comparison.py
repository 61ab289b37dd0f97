"""修订对照 of small texts, and spot checks of laws as a legal reader would make them."""

import time

import pytest

from macros.regulations.comparison import Change, Comparison, compare_lines
from macros.regulations.structure import Line
from tests.regulations.support import LAWS, needs_laws

OLD = """## 第一章 总则
第一条 为了规范约谈，制定本办法。
第二条 约谈由承办科室通知被约谈人。
## 第二章 程序
第三条 约谈应当形成记录，由承办科室保管。
第四条 被约谈人应当在约谈结束后十日内报告落实情况，承办科室汇总。
第五条 约谈一式三份。
## 第三章 附则
第六条 本办法自公布之日起施行。"""

NEW = """## 第一章 总 则
第一条 为了规范约谈，制定本办法。
第二条 约谈由责任科室通知被约谈人。
第三条 约谈坚持抓早抓小、防微杜渐。
## 第二章 约谈程序
第四条 约谈应当形成记录，由责任科室保管。
第五条 被约谈人应当在约谈结束后五日内报告落实情况，责任科室汇总。
## 第三章 附则
第六条 本办法自公布之日起施行。"""


def lines(text: str) -> tuple[Line, ...]:
    """Return the paragraphs of a text as a version page gives them."""
    numbered = enumerate(text.split("\n"), 1)
    return tuple(Line(number, line.strip(" \u3000")) for number, line in numbered if line.strip())


def compared(old: str, new: str) -> Comparison:
    """Return the comparison of two texts."""
    return compare_lines(lines(old), lines(new))


def outline(found: Comparison) -> list[str]:
    """Return the changed rows in short: 修改 第二条→第二条."""
    return [
        f"{row.change.value} {row.old.label if row.old else ''}→{row.new.label if row.new else ''}"
        for row in found.rows
        if row.change is not Change.UNCHANGED and not row.is_folded
    ]


class TestRows:
    def test_pair_renumbered_articles_in_the_order_of_the_new_version(self):
        """
        What was deleted stands after what stood before it.
        """
        assert [
            "新增 →第三条", "修改 第二章→第二章", "修改 第四条→第五条", "删除 第五条→",
        ] == outline(compared(OLD, NEW))  # fmt: skip

    def test_hold_every_heading_and_article_once(self):
        """
        Nothing is lost between the two versions.
        """
        rows = compared(OLD, NEW).rows

        old, new = ([text.line for text in (getattr(row, side) for row in rows) if text]
                    for side in ("old", "new"))  # fmt: skip
        assert list(range(1, 10)) == sorted(old) == sorted(new)

    def test_of_an_untouched_article_that_got_another_number(self):
        """
        移动 says that not a word changed.
        """
        new = "第一条 甲乙丙丁。\n第二条 本办法自公布之日起施行。"

        assert ["新增 →第一条", "移动 第一条→第二条"] == outline(
            compared("第一条 本办法自公布之日起施行。", new)
        )

    def test_of_an_article_that_went_to_another_chapter(self):
        """
        A chapter drawn at another place moves the article, though its number stays.
        """
        old = "第一章 总则\n第一条 甲事。\n第二条 乙事。\n第二章 附则\n第三条 丙事。"
        new = "第一章 总则\n第一条 甲事。\n第二章 附则\n第二条 乙事。\n第三条 丙事。"

        assert ["移动 第二条→第二条"] == outline(compared(old, new))


class TestReplacements:
    def test_throughout_the_text_become_one_note(self):
        """
        The note names the wording, how often and where.
        """
        [found] = compared(OLD, NEW).replacements

        assert ("承办科室", "责任科室", 3) == (found.old, found.new, found.count)
        assert ["第二条", "第四条", "第五条"] == [one.label for one in found.articles]

    def test_fold_articles_in_which_nothing_else_changed(self):
        """
        第五条 also shortens a term and keeps its row.
        """
        folded = compared(OLD, NEW).folded

        assert [("第二条", "第二条"), ("第三条", "第四条")] == [
            (row.old.label, row.new.label) for row in folded
        ]

    def test_name_the_words_around_a_letter(self):
        """
        帐 and 账 alone tell little; the words they stand in do.
        """
        old = "第一条 设置会计帐簿。\n第二条 登记会计帐簿，定期记帐。\n第三条 核对会计帐簿。"
        [found] = compared(old, old.replace("帐", "账")).replacements

        assert ("帐", "账", 4) == (found.old, found.new, found.count)
        assert [("帐簿", "账簿"), ("记帐", "记账")] == list(found.examples)

    def test_never_hide_what_is_ordered(self):
        """
        可以 that becomes 应当 in every article is listed article by article.
        """
        old = "第一条 科室可以报告。\n第二条 支部可以登记。\n第三条 单位可以公开。"
        found = compared(old, old.replace("可以", "应当"))

        assert () == found.replacements
        assert 3 == len(found.articles(Change.MODIFIED))

    def test_give_a_name_in_full(self):
        """
        The word that follows everywhere belongs to the name.
        """
        old = "\n".join(
            f"第{one}条 {what}由国土资源行政主管部门负责。"
            for one, what in zip("一二三", ("调查", "登记", "督察"), strict=True)
        )
        new = old.replace("国土资源行政", "自然资源")
        [found] = compared(old, new).replacements

        assert ("国土资源行政主管部门", "自然资源主管部门") == (found.old, found.new)


class TestWidth:
    def test_alone_is_no_change_but_is_counted(self):
        """
        Brackets of another width are noted, not listed.
        """
        found = compared("第一条 放假1天(1月1日)。", "第一条 放假1天（1月1日）。")

        assert [] == outline(found)
        assert 1 == len(found.differing_in_width)


class TestTextsOfAnotherKind:
    def test_without_articles_are_compared_by_paragraph(self):
        """
        A notice numbered 一、二、 has rows of its own.
        """
        old = "# 通知\n一、按时参加学习。\n二、认真做好记录。"
        new = "# 通知\n一、按时参加学习。\n二、认真做好学习记录并存档。"

        assert ["修改 二→二"] == outline(compared(old, new))

    def test_with_tables_lose_nothing(self):
        """
        A row of a table below an article is part of it.
        """
        old = "第一条 标准如下。\n| 项目 | 金额 |\n| 餐费 | 40元 |"

        assert ["修改 第一条→第一条"] == outline(compared(old, old.replace("40", "50")))


SPOT_CHECKS = {
    ("监察法(2018-03-20)", "监察法(2024-12-25)"): [
        "修改 第一条→第一条", "修改 第十二条→第十二条", "新增 →第二十一条",
        "移动 第二十一条→第二十二条", "新增 →第二十三条", "新增 →第二十五条",
        "移动 第三十九条→第四十二条", "修改 第四十条→第四十三条", "修改 第四十三条→第四十七条",
        "新增 →第四十八条", "新增 →第六十二条", "新增 →第六十四条",
        "修改 第六十五条→第七十四条", "移动 第六十九条→第七十八条",
    ],
    ("会计法(2017-11-04)", "会计法(2024-06-28)"): [
        "修改 第二条→第二条", "修改 第十条→第十条", "删除 第三章→", "删除 第二十四条→",
        "删除 第二十五条→", "修改 第二十六条→第二十四条", "移动 第四章→第三章",
        "移动 第二十八条→第二十六条", "修改 第三十六条→第三十四条", "删除 第四十三条→",
        "修改 第四十四条→第四十一条", "新增 →第四十六条", "修改 第四十九条→第四十七条",
        "新增 →第四十九条", "移动 第五十二条→第五十一条",
    ],
    ("保守国家秘密法(2010-04-29)", "保守国家秘密法(2024-02-27)"): [
        "新增 →第三条", "修改 第三条→第五条", "移动 第五条→第六条", "修改 第八条→第十二条",
        "移动 第十条→第十四条", "新增 →第十八条", "修改 第二十五条→第二十八条",
        "修改 第二十三条→第三十条", "新增 →第三十六条", "删除 第三十六条→",
        "移动 第三十九条→第四十四条", "移动 第三十七条→第四十五条", "修改 第四十八条→第五十七条",
        "修改 第五十三条→第六十五条",
    ],
    ("矿产资源法(2009-08-27)", "矿产资源法(2024-11-08)"): [
        "修改 第二条→第二条", "新增 →第三条", "修改 第三条→第四条", "删除 第四条→",
        "修改 第七条→第九条", "修改 第十条→第十三条", "删除 第二章→", "新增 →第二章",
        "修改 第五条→第十六条", "修改 第三十条→第三十九条", "删除 第三十六条→",
        "修改 第二十二条→第四十三条", "新增 →第四十四条", "移动 第六章→第七章",
        "修改 第五十条→第七十七条", "修改 第五十三条→第八十条",
    ],
    ("全国年节及纪念日放假办法(2013-12-11)", "全国年节及纪念日放假办法(2024-11-10)"): [
        "修改 第二条→第二条", "修改 第六条→第六条", "新增 →第七条", "移动 第七条→第八条",
    ],
}  # fmt: skip
"""Rows read from the two texts, not from the program."""


def law(name: str) -> str:
    """Return the text of a law."""
    return (LAWS / f"{name}.md").read_text("utf-8")


@needs_laws
class TestLaws:
    @pytest.mark.parametrize("pair", SPOT_CHECKS, ids=lambda pair: pair[0])
    def test_hold_the_spot_checks(self, pair):
        """
        Each expected pair of articles, with its kind of change.
        """
        found = outline(compared(*map(law, pair)))

        assert [] == [row for row in SPOT_CHECKS[pair] if row not in found]

    def test_year_days_change_in_two_articles_only(self):
        """
        In 放假办法 everything else is new, renumbered or the same but for brackets.
        """
        pair = ("全国年节及纪念日放假办法(2013-12-11)", "全国年节及纪念日放假办法(2024-11-10)")
        found = compared(*map(law, pair))

        assert SPOT_CHECKS[pair] == outline(found)
        assert ["第三条"] == [row.new.label for row in found.differing_in_width]
        struck = [run.old for row in found.articles(Change.MODIFIED) for run in row.runs
                  if not run.is_kept and run.old]  # fmt: skip
        assert struck[:4] == ["新年", "3", "、初二、", "1"]

    def test_accounting_law_replaces_one_letter_throughout(self):
        """
        帐 became 账 in 23 articles; 15 of them changed in nothing else.
        """
        pair = ("会计法(2017-11-04)", "会计法(2024-06-28)")
        found = compared(*map(law, pair))
        [replaced] = found.replacements

        assert ("帐", "账") == (replaced.old, replaced.new)
        assert ("帐簿", "账簿") == replaced.examples[0]
        assert {"第三条", "第五条", "第九条", "第十三条", "第十四条", "第十五条", "第三十条"} <= {
            row.new.label for row in found.folded
        }

    def test_say_where_merged_and_split_articles_are(self):
        """
        会计法 第四十三条 went into 第四十一条; 第四十九条 was in 第八条.
        """
        rows = compared(law("会计法(2017-11-04)"), law("会计法(2024-06-28)")).rows
        see = {(row.old or row.new).label: row.see.label for row in rows if row.see}

        assert {"第四十三条": "第四十一条", "第四十九条": "第八条"} == see

    def test_cost_little(self):
        """
        The largest pair takes no more than 1.5 CPU seconds.
        """
        pair = [lines(law(name)) for name in ("矿产资源法(2009-08-27)", "矿产资源法(2024-11-08)")]
        compare_lines.cache_clear()
        start = time.process_time()
        compare_lines(*pair)

        assert time.process_time() - start < 1.5
