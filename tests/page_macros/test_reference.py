"""组织表, 制度表, 术语表."""

import pytest
from lxml import html

from macros.page_macros import MacroRefused


def version(title, category="管理", effective="null"):
    return (
        f"---\ntitle: {title}\n类型: 制度\n类别: {category}\n性质: 示范文本\n"
        f"施行日期: {effective}\n---\n# {title}\n"
    )


RULES = {
    "docs/regulations/talks/draft-1.md": version("约谈办法（初稿）"),
    "docs/regulations/talks/draft.md": version("约谈办法"),
    "docs/regulations/study/2020-01-01.md": version("学习制度（旧）", "学习", "2020-01-01"),
    "docs/regulations/study/2023-05-01.md": version("学习制度", "学习", "2023-05-01"),
    "docs/regulations/study/draft.md": version("学习制度（修订草案）", "学习"),
    "docs/regulations/index.md": "# 制度汇编\n",
}


class TestRegulations:
    def test_show_one_row_each(self, rows):
        """
        The last dated version stands for the regulation, else the draft; 学习 comes first.
        """
        assert [
            ["学习制度", "学习", "示范文本", "【待填】", "【待填】", "2023年5月1日"],
            ["约谈办法", "管理", "示范文本", "【待填】", "【待填】", "草案（待审定）"],
        ] == rows(RULES, "制度表")

    def test_link_from_the_index_of_regulations(self, show):
        """
        The built pages are linked as seen from docs/regulations/index.md.
        """
        article = html.fragment_fromstring(show(RULES, "制度表"))

        assert ["study/2023-05-01.html", "talks/draft.html"] == article.xpath("//a/@href")

    def test_of_one_category(self, rows):
        """
        Other categories are left out.
        """
        assert ["约谈办法"] == [row[0] for row in rows(RULES, "制度表", "管理")]

    def test_of_an_empty_category(self, show):
        """
        No regulation of a category is said in words.
        """
        assert "还没有服务类制度。" in show(RULES, "制度表", "服务")

    def test_of_an_unknown_category_are_refused(self, show):
        """
        A misspelt category would otherwise look empty.
        """
        with pytest.raises(MacroRefused, match="没有叫“后勤”的制度类别"):
            show(RULES, "制度表", "后勤")


class TestOrganization:
    def test_shows_what_the_source_leaves_open(self, rows):
        """
        Names nobody has given are 【待填】; a parent is told by its name.
        """
        files = {
            "data/organization.yml": (
                "名称: null\n上级: [县委, 县政府]\n党组织:\n"
                "  - {代号: top, 名称: 机关党委, 类型: 机关党委}\n"
                "  - {代号: one, 名称: 第一支部, 类型: 党支部, 上级: top}\n"
                "科室:\n  - {代号: office, 名称: 办公室}\n"
            )
        }

        assert [
            ["【待填】", "【待填】", "【待填】", "县委、县政府"],
            ["机关党委", "机关党委", "【待填】", "—", "—"],
            ["第一支部", "党支部", "【待填】", "机关党委", "—"],
            ["办公室", "【待填】", "【待填】"],
        ] == rows(files, "组织表")


class TestTerms:
    def test_show_meaning_and_synonyms(self, rows):
        """
        A term without synonyms has a dash.
        """
        files = {
            "data/terms.yml": (
                "术语:\n  - {词: 甲, 释义: 乙, 同义: [丙, 丁]}\n  - {词: 戊, 释义: 己}\n"
            )
        }

        assert [["甲", "乙", "丙、丁"], ["戊", "己", "—"]] == rows(files, "术语表")
