"""概览: what a reader looks for first."""

import pytest
from lxml import html

from macros.page_macros import MACROS_BY_NAME


@pytest.fixture
def cards(show):
    """Return a function: files → title of each card and what it says."""

    def read(files):
        article = html.fragment_fromstring(show(files, "概览", 2023))
        assert "overview" == article.get("class")
        return {
            card[0].text_content(): "；".join(line.text_content() for line in card[1:]
                                             if line.tag == "p")
            for card in article.xpath("./div[@class='card']")
        }

    return read


class TestCards:
    def test_count_what_is_there_and_what_is_not(self, cards, talks):
        """
        Figures, gaps, ledgers and the day of the data at a glance.
        """
        assert {
            "制度": "现行有效0件",
            "2023年指标": "已有3个，共3个；截至2023年12月31日",
            "2023年待补": "待填0个，冲突0个",
            "2023年工作要点": "【待填】",
            "2023年整改": "【待填】",
            "2023年台账": "共13本，有记录的1本",
        } == cards(talks)

    def test_count_gaps(self, cards):
        """
        A missing figure is never among those there are.
        """
        shown = cards(None)

        assert "已有1个，共3个；截至2023年12月31日" == shown["2023年指标"]
        assert "待填2个，冲突0个" == shown["2023年待补"]

    def test_nearest_due_date(self, cards):
        """
        Of several gaps, the one to be filled first says until when.
        """
        values = ("局党组会:\n  数值: null\n  补报期限: 2024-03-01\n"
                  "集体约谈:\n  数值: null\n  补报期限: 2024-02-01\n")  # fmt: skip

        shown = cards({"data/2023/figures.yml": values})["2023年待补"]

        assert "待填3个，冲突0个；最近的补报期限2024年2月1日" == shown

    def test_regulations_by_status(self, handbook):
        """
        What is in force comes first, everything else beside it.
        """
        files = {
            "docs/regulations/a/2020-01-01.md": "---\n施行日期: 2020-01-01\n---\n# 甲\n",
            "docs/regulations/b/draft.md": "---\n类别: 管理\n---\n# 乙\n",
        }

        assert "<p>现行有效1件</p><p>草案1件</p>" in MACROS_BY_NAME["概览"].call(
            handbook(files), 2023
        )

    def test_count_plans(self, cards):
        """
        Closed problems and finished items are told apart from open ones.
        """
        files = {
            "data/2023/work-points.yml": (
                "名称: 要点\n方面: []\n要点:\n  - {序号: 1, 任务: 甲, 状态: 已完成}\n"
                "  - {序号: 2, 任务: 乙}\n"
            ),
            "data/2023/rectifications.yml": (
                "问题:\n  - {编号: 一, 来源: 甲, 问题: 乙, 状态: 已销号, 销号依据: 丙}\n"
                "  - {编号: 二, 来源: 甲, 问题: 乙}\n"
            ),
        }
        shown = cards(files)

        assert "0个方面2项，已完成1项；状态【待填】1项" == shown["2023年工作要点"]
        assert "问题2个，已销号1个，未销号1个；状态【待填】1项" == shown["2023年整改"]

    def test_bar_is_as_long_as_the_counts(self, show):
        """
        One figure of three is there: so is a third of the bar.
        """
        article = html.fragment_fromstring(show(None, "概览", 2023))

        assert ["100", "200"] == article.xpath(".//svg[title[contains(., '指标')]]/rect/@width")


class TestLinks:
    def test_lead_to_built_pages_that_exist(self, show):
        """
        A card without a page is no dead link.
        """
        files = {"docs/data/gaps.md": "# 待补\n", "docs/evidence/2023/index.md": "# 台账\n"}
        article = html.fragment_fromstring(show(files, "概览", 2023))

        assert ["data/gaps.html", "evidence/2023/index.html"] == article.xpath("//a/@href")
