"""What is wrong with the numbers of a regulation, and what only looks so."""

import re

import pytest

from macros.formatting import chinese
from macros.regulations.numbering import numbering_problems
from tests.regulations.support import laws, needs_laws, structure_of


def facts(text: str) -> list[tuple[int, str]]:
    """Return line and fact of each finding."""
    problems = numbering_problems(structure_of(text), "a.md")
    return [(problem.where.line, problem.fact) for problem in problems]


def articles(*numbers: int | str) -> str:
    """Return a text of articles with these numbers."""
    labels = (chinese(one) if isinstance(one, int) else one for one in numbers)
    return "\n".join(f"第{label}条 甲。" for label in labels)


class TestArticles:
    def test_gap(self):
        """
        A gap is named with all that is missing.
        """
        assert [(3, "“第二条”之后是“第五条”，缺“第三条”至“第四条”")] == facts(articles(1, 2, 5, 6))

    def test_repeat(self):
        """
        A number that comes twice is a finding at the second place.
        """
        assert [(3, "“第二条”重复")] == facts(articles(1, 2, 2, 3))

    def test_one_wrong_number(self):
        """
        One wrong number between right ones is one finding that says what it should be.
        """
        assert [(3, "“第十三条”按顺序应为“第三条”")] == facts(articles(1, 2, 13, 4, 5))

    def test_beginning_again(self):
        """
        Articles that begin again without an annex are one finding.
        """
        assert [(4, "“第一条”排在“第三条”之后")] == facts(articles(1, 2, 3, 1, 2, 3))

    def test_missing_beginning(self):
        """
        A text that does not begin with 第一条 lacks it, unless it is part of a code.
        """
        assert [(1, "开头是“第二条”，缺“第一条”")] == facts(articles(2, 3))
        assert [] == facts(articles(463, 464))
        assert [] == facts("# 某法修正案\n" + articles(3, 4))

    def test_inserted(self):
        """
        之一 follows its base, 之二 follows 之一.
        """
        assert [] == facts("第一条 甲。\n第一条之一 乙。\n第一条之二 丙。\n第二条 丁。")
        assert [(2, "“第一条”之后是“第一条之二”，缺“第一条之一”")] == facts(
            "第一条 甲。\n第一条之二 丙。\n第二条 丁。"
        )

    @pytest.mark.parametrize(
        ("written", "right", "number"),
        [("一百十", "一百一十", 110), ("一百十一", "一百一十一", 111), ("一〇五", "一百零五", 105)],
    )
    def test_numeral(self, written, right, number):
        """
        A numeral that is not canonical is a finding with the right form, and no gap.
        """
        text = f"{articles(number - 1)}\n第{written}条 甲。\n{articles(number + 1)}"

        [(line, fact)] = facts(text)
        [problem] = numbering_problems(structure_of(text), "a.md")

        assert (2, f"“第{written}条”不是规范的序数写法") == (line, fact)
        assert f"改成“第{right}条”。" == problem.hint

    def test_place(self):
        """
        A finding names file and line.
        """
        [problem] = numbering_problems(structure_of("第一条 甲。\n\n第三条 乙。"), "laws/a.md")

        assert "laws/a.md:3" == str(problem.where)


class TestRightTexts:
    @pytest.mark.parametrize(
        "text",
        [
            "第一条 甲。\n第二条规定的情形，从其规定。\n第二条 乙。",
            "第一条 甲。\n第五条第二款规定的情形，从其规定。\n第二条 乙。",
            "第一条 将第三条修改为：“第三条 甲。\n第九条 乙。”\n第二条 施行。",
            "第一条 甲。\n第二条 乙。\n附件一\n第一条 丙。\n第五条 丁。\n附件二\n第一条 戊。",
            "第一条 甲。\n第二条 乙。\n附：有关法律条文\n第四十五条 丙。\n第十二条 丁。",
            "第一条 甲。\n附表\n第二条 乙。",
            "第一条 甲。\n第二条（已删除）\n第三条至第五条（删去）\n第六条 乙。",
            articles(*range(1, 100), "一百", "一百〇一", "一百零二"),
            "第１条 甲。\n第２条 乙。".replace("１", "1").replace("２", "2"),
        ],
    )
    def test_articles(self, text):
        """
        Citations, quotations, annexes, deleted articles and 〇 are no findings.
        """
        assert [] == facts(text)

    @pytest.mark.parametrize(
        "text",
        [
            "第一编\n第一章 甲\n第一条 甲。\n第二编\n第一章 乙\n第二条 乙。\n第二章 丙",
            "第一编\n第一章 甲\n第一条 甲。\n第二编\n第二章 乙\n第二条 乙。",
            "第一分编 通则\n第一章 甲\n第一条 甲。\n第二分编 典型合同\n第二章 乙\n第二条 乙。",
            "第一章 甲\n第一节 子\n第一条 甲。\n第二章 乙\n第一节 丑\n第二条 乙。\n附则",
            "目录\n第一章 甲\n第二章 乙\n第一章 甲\n第一条 甲。\n第二章 乙\n第二条 乙。",
            "第 一 章 总则\n第一条 甲。\n第二章附则\n第二条 乙。",
            "第一章 甲\n第一条 甲。\n附件\n第一章 乙\n第一条 乙。",
            "## 第一章 甲\n第一条 甲。\n## 第一章之一 乙\n第一条之一 乙。\n## 第二章 丙",
            "第一章规划\n第一条 甲。\n第二章和解与调解\n第二条 乙。",
        ],
    )
    def test_headings(self, text):
        """
        章 may begin again or go on with each 编, 节 with each 章; contents count for nothing.
        """
        assert [] == facts(text)

    @pytest.mark.parametrize(
        "lines",
        [
            "（一）甲。\n（二）乙。\n下列情形除外：\n（一）丙。\n（二）丁。",
            "（一）甲。\n另有目录。\n（二）乙。",
            "（一）甲。\n（二）乙。\n还有下列情形的：\n（三）丙。",
            "（一）甲：\n1.子。\n（1）丑。\n（2）寅。\n2.卯。\n（二）乙：\n1.辰。",
            "（一）甲；（二）乙；\n（三）丙。",
            "(一)甲。\n(二)乙。",
            "1.甲。\n2.乙。",
            "第十二条第一款规定的：\n（一）甲。",
            "（一）、（三）项所列情形，从其规定。",
        ],
    )
    def test_lists(self, lines):
        """
        项 begin again with each 款, go on behind a paragraph, and may stand within a line.
        """
        assert [] == facts(f"第一条 有下列情形的：\n{lines}\n第二条 甲。")

    @needs_laws
    def test_laws(self):
        """
        The laws of the corpus have no findings, however they are laid out.
        """
        for path in laws():
            text = path.read_text("utf-8")
            spread = re.sub("^## 第(.)章", "第 \\1 章", text, flags=re.MULTILINE)
            with_annex = f"{text}\n附件\n\n第一条 甲。\n\n第一条 乙。"
            with_contents = "目录\n" + "\n".join(re.findall("^##.*", text, re.MULTILINE)) + text

            variants = [text, spread, with_contents]
            if structure_of(text).articles:
                variants.append(with_annex)
            for one in variants:
                assert [] == facts(one), path.name


class TestHeadings:
    def test_gap(self):
        """
        A missing chapter is a finding at the next one.
        """
        assert [(3, "“第一章”之后是“第三章”，缺“第二章”")] == facts(
            "第一章 甲\n第一条 甲。\n第三章 乙\n第二条 乙。"
        )

    def test_repeat(self):
        """
        A chapter that comes twice is a finding.
        """
        assert [(3, "“第一章”重复")] == facts("第一章 甲\n第一条 甲。\n第一章 乙\n第二条 乙。")

    def test_section_without_chapter(self):
        """
        A 节 before the first 章 is misplaced.
        """
        text = "第一节 甲\n第一条 甲。\n第一章 乙\n第二条 乙。"

        assert [(1, "“第一节 甲”前面没有章")] == facts(text)

    def test_section_gap(self):
        """
        节 run on within their 章.
        """
        text = "第一章 甲\n第一节 子\n第一条 甲。\n第三节 丑\n第二条 乙。"

        assert [(4, "“第一节”之后是“第三节”，缺“第二节”")] == facts(text)

    def test_numeral(self):
        """
        The numeral of a chapter is canonical.
        """
        text = "\n".join(f"第{chinese(n)}章 甲\n第{chinese(n)}条 甲。" for n in range(1, 12))

        assert [(21, "“第一一章”不是规范的序数写法")] == facts(text.replace("第十一章", "第一一章"))


class TestLists:
    def test_gap(self):
        """
        A missing 项 is a finding.
        """
        assert [(3, "“（一）”之后是“（三）”，缺“（二）”")] == facts(
            "第一条 如下：\n（一）甲。\n（三）乙。\n（四）丙。"
        )

    def test_repeat(self):
        """
        A 项 that comes twice is a finding.
        """
        text = "第一条 如下：\n（一）甲。\n（二）乙。\n（二）丙。\n（三）丁。"

        assert [(4, "“（二）”重复")] == facts(text)

    def test_item_gap(self):
        """
        目 run on within their 项.
        """
        text = "第一条 如下：\n（一）甲：\n1.子。\n3.丑。\n（二）乙。"

        assert [(4, "“1.”之后是“3.”，缺“2.”")] == facts(text)


@needs_laws
def test_laws_with_one_fault():
    """
    Each article of a law, left out or doubled, is one finding in its place.
    """
    for path in laws():
        lines = path.read_text("utf-8").split("\n")
        starts = [i for i, line in enumerate(lines) if re.match("第.{1,6}条[ \u3000]", line)]
        for index in starts[1:-1:7]:
            end = starts[starts.index(index) + 1]
            without = lines[:index] + lines[end:]
            doubled = lines[:end] + lines[index:end] + lines[end:]

            for one in (without, doubled):
                assert 1 == len([fact for fact in facts("\n".join(one)) if "条" in fact[1]]), path
