"""The parts of a regulation, counted as the drafting rules count them."""

import re

import pytest

from macros.regulations.marks import number_of
from macros.regulations.structure import units
from tests.regulations.support import laws, needs_laws, structure_of


def anchors(text: str) -> list[str]:
    return [address for address, _ in units(structure_of(text))]


class TestParagraphs:
    def test_intro_and_its_list_are_one_paragraph(self):
        """
        A paragraph that introduces 项 is one 款 with them; what follows is the next 款.
        """
        text = "第五条 下列权利依法登记：\n（一）所有权；\n（二）使用权。\n前款以外的，另行规定。"

        assert [
            "第五条第一款",
            "第五条第一款第一项",
            "第五条第一款第二项",
            "第五条第二款",
        ] == anchors(text)

    def test_list_begins_again_in_next_paragraph(self):
        """
        Each 款 counts its 项 from （一）.
        """
        text = "第三条 由部登记：\n(一)甲；\n(二)乙。\n由厅登记：\n(一)丙。"

        assert ["第三条第一款", "第三条第一款第一项", "第三条第一款第二项",
                "第三条第二款", "第三条第二款第一项"] == anchors(text)  # fmt: skip

    def test_list_goes_on_behind_a_paragraph(self):
        """
        A paragraph between （一） and （二） belongs to （一）: it is no 款.
        """
        text = "第四条 分为：\n（一）甲类。\n甲类另有目录。\n（二）乙类。\n本条自明年起适用。"

        assert ["第四条第一款", "第四条第一款第一项", "第四条第一款第二项",
                "第四条第二款"] == anchors(text)  # fmt: skip

    @pytest.mark.parametrize(
        "items", ["1.甲\n2.乙", "1、甲\n2、乙", "（1）甲\n（2）乙", "1\\. 甲\n2\\. 乙"]
    )
    def test_items(self, items):
        """
        目 stand below their 项, whichever way they are numbered.
        """
        text = f"第一条 包括：\n（一）下列各目：\n{items}\n（二）其他。"

        assert ["第一条第一款第一项第一目", "第一条第一款第一项第二目",
                "第一条第一款第二项"] == anchors(text)[2:]  # fmt: skip

    def test_levels_below_items(self):
        """
        What is numbered below a 目 does not count as 目.
        """
        text = "第一条 包括：\n（一）甲：\n1.子：\n（1）丑\n（2）寅\n2.卯"

        assert ["第一条第一款第一项第一目", "第一条第一款第一项第二目"] == anchors(text)[2:]

    @pytest.mark.parametrize("items", ["一、近亲属\n二、定居的", "1.近亲属\n2.定居的"])
    def test_old_lists(self, items):
        """
        Where an article numbers its list 一、 or 1., these are its 项.
        """
        text = f"第七条 有下列条件之一的：\n{items}\n第八条 获准的，发给证书。"

        assert ["第七条第一款第一项", "第七条第一款第二项", "第八条第一款"] == anchors(text)[1:]

    @pytest.mark.parametrize(
        "line", ["1.5米以上", "一、二级文物", "（一）、（二）项所列", "2023.5以后", "30、31日"]
    )
    def test_sentences_with_numbers(self, line):
        """
        A sentence that happens to begin with a number is a 款, not a 项.
        """
        assert ["第一条第一款", "第一条第二款"] == anchors(f"第一条 甲。\n{line}，从其规定。")

    def test_list_on_the_line_of_the_article(self):
        """
        （一） may stand right behind the number of the article.
        """
        assert ["第二条第一款", "第二条第一款第一项", "第二条第一款第二项"] == anchors(
            "第二条 （一）甲；\n（二）乙。"
        )


class TestArticles:
    def test_inserted(self):
        """
        第十条之一 has its own anchor and moves no other.
        """
        assert ["第十条第一款", "第十条之一第一款", "第十一条第一款"] == anchors(
            "第十条 甲。\n第十条之一 乙。\n第十一条 丙。"
        )

    @pytest.mark.parametrize(
        "line",
        [
            "第三条\u3000甲。",
            "第三条【宗旨】甲",
            "第三条：甲",
            "第 三 条 甲",
            "第三条（宗旨）甲",
            "第三条、甲",
        ],
    )
    def test_ways_to_begin(self, line):
        """
        White space, a caption or a colon may stand behind the number.
        """
        assert ["第三条第一款"] == anchors(line)

    @pytest.mark.parametrize(
        "line",
        ["第十二条第二款规定的", "第十二条 第二款规定的", "第十二条（二）项", "第十二条规定的"],
    )
    def test_citing_is_not_beginning(self, line):
        """
        A paragraph that begins by citing an article belongs to the article before it.
        """
        assert ["第一条第一款", "第一条第二款"] == anchors(f"第一条 甲。\n{line}，从其规定。")

    @pytest.mark.parametrize("caption", ["", "（目的和依据）", "【目的】"])
    def test_caption_is_no_paragraph(self, caption):
        """
        Where only the number or a caption stands on the first line, the text below is the 第一款.
        """
        structure = structure_of(f"第一条{caption}\n为了管理，制定本办法。\n本办法适用于本局。")

        assert ["为了管理，制定本办法。", "本办法适用于本局。"] == [
            paragraph.text for paragraph in structure.articles[0].paragraphs
        ]
        assert caption == structure.articles[0].caption

    def test_omitted_range(self):
        """
        One line may stand for several articles that were deleted.
        """
        [article] = structure_of("第十条至第十二条（删去）").articles

        assert (10, 12) == (article.number, article.through)

    def test_numerals(self):
        """
        Numerals are read from 1 to 9999; 〇 counts as 零, a form that nobody writes as no number.
        """
        assert [1, 10, 101, 110, 101, 9999, 12] == [
            number_of(numeral)
            for numeral in
            ["一", "十", "一百零一", "一百一十", "一百〇一", "九千九百九十九", " 十 二 "]
        ]  # fmt: skip
        assert [None, None] == [number_of("一百十"), number_of("十二十")]

    def test_every_line_is_kept(self):
        """
        What is no 款, 项 or 目 is still among the lines of its article.
        """
        text = "第四条 分为：\n（一）甲类。\n甲类另有目录。\n（二）乙类：\n1.子\n（1）丑"

        [article] = structure_of(text).articles

        assert text.split("\n") == [line.text for line in article.lines]


class TestHeadings:
    @pytest.mark.parametrize(
        "line", ["第一章 总则", "## 第一章 总 则", "第一章总则", "第 一 章 总则", "### 第一章"]
    )
    def test_chapter(self, line):
        """
        A chapter is a chapter with spaces inside its number and without any behind it.
        """
        [heading] = structure_of(f"{line}\n第一条 甲。").headings

        assert ("章", 1) == (heading.kind, heading.number)

    @pytest.mark.parametrize(
        "line", ["第二章的规定适用于下列活动。", "第二章 规定的行为，依法处罚。"]
    )
    def test_sentence(self, line):
        """
        A sentence that begins with the number of a chapter is none.
        """
        assert [] == structure_of(f"第一条 甲。\n{line}").headings

    def test_place_of_article(self):
        """
        An article knows the 编, 章 and 节 it stands in; a heading ends those below it.
        """
        text = (
            "# 第一编 总则\n## 第一章 甲\n### 第一节 乙\n第一条 子。\n"
            "## 第二章 丙\n第二条 丑。\n附则\n第三条 寅。"
        )

        places = [
            [one.title for one in article.headings] for article in structure_of(text).articles
        ]

        assert [["总则", "甲", "乙"], ["总则", "丙"], ["总则", "附则"]] == places

    def test_title_below_number(self):
        """
        The title of a chapter may stand on the line below its number.
        """
        structure = structure_of("第一章\n总体要求\n第一条 甲。\n第二章\n职责\n第二条 乙。")

        assert ["", "总体要求", "", "职责"] == [one.title for one in structure.headings]
        assert 1 == len(structure.articles[0].paragraphs)

    def test_caption_above_article(self):
        """
        一、管辖 right above an article is a heading, the last 项 of an article is not.
        """
        text = (
            "一、管辖\n第一条 甲。\n二、证据\n（一）范围\n第二条 乙：\n"
            "（一）丙\n（二）丁\n第三条 戊。"
        )

        structure = structure_of(text)

        assert ["一、管辖", "二、证据", "（一）范围"] == [one.title for one in structure.headings]
        assert 2 == len(structure.articles[1].paragraphs[0].subparagraphs)

    def test_contents(self):
        """
        The table of contents is left out, with or without 目录 above it and page numbers in it.
        """
        body = "第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。"

        for contents in ("目 录\n第一章 总则\n第二章 附则\n", "第一章 总则…1\n第二章 附则…2\n"):
            assert 2 == len(structure_of(contents + body).headings)


class TestOtherTexts:
    def test_quotation(self):
        """
        Articles that a decision quotes are not its own.
        """
        text = "第一条 将第三条修改为：“第三条 甲。\n第四条 乙。”\n第二条 本决定自公布之日起施行。"

        assert ["第一条", "第二条"] == [one.label for one in structure_of(text).articles]

    def test_quotation_that_never_ends(self):
        """
        A quotation mark that nobody closes hides nothing.
        """
        text = "第一条 将第三条修改为：“第三条 甲。\n第二条 乙。\n第三条 丙。"

        assert 3 == len(structure_of(text).articles)

    @pytest.mark.parametrize("line", ["附件一 产生办法", "附：", "附件：示范章程", "## 附件"])
    def test_annex(self, line):
        """
        An annex counts its articles anew, with anchors of its own.
        """
        structure = structure_of(f"第一条 甲。\n第二条 乙。\n{line}\n第一条 丙。")

        assert 2 == len(structure.articles)
        assert 3 == len({address for address, _ in units(structure)})

    def test_second_text(self):
        """
        A second text in one file, with its title above it, is like an annex.
        """
        text = "第一条 现公布办法。\n第二条 施行。\n示范办法\n第一章 总则\n第一条 甲。"

        assert 2 == len(structure_of(text).articles)

    def test_text_without_articles(self):
        """
        A text that counts 一、 has no articles; nothing of it is lost.
        """
        structure = structure_of("为了管理，通知如下：\n一、甲。\n二、乙。")

        assert ([], 3) == (structure.articles, len(structure.preamble))


@needs_laws
def test_laws():
    """
    On the laws of the corpus every article has its anchor.
    """
    article = re.compile("^第[零一二三四五六七八九十百]+条[ \u3000]", re.MULTILINE)
    for path in laws():
        text = path.read_text("utf-8")
        structure = structure_of(text)
        found = {address for address, _ in units(structure)}

        assert len(article.findall(text)) == len(structure.articles), path.name
        assert all(f"{one.anchor}第一款" in found for one in structure.articles), path.name


def test_subparagraph_that_begins_like_a_citation():
    """
    （三）项目用地… is a 项; （三）项规定的… only cites one.
    """
    listing = "（一）甲；\n（二）乙；\n（三）项目用地。"
    text = f"第一条 下列事项：\n{listing}\n（一）项规定的另行通知。"

    paragraphs = structure_of(text).articles[0].paragraphs
    assert [3, 0] == [len(one.subparagraphs) for one in paragraphs]
