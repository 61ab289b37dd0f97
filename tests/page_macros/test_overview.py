"""概览: what a reader looks for first."""

import pytest
from lxml import html


@pytest.fixture
def cards(show):
    """Return a function: files → title of each card and what it says."""

    def read(files):
        article = html.fragment_fromstring(show(files, "概览", 2023))
        assert "overview" == article.get("class")
        return {
            card[0].text_content(): card[1].text_content()
            for card in article.xpath("./div[@class='card']")
        }

    return read


class TestCards:
    def test_count_what_is_there_and_what_is_not(self, cards, talks):
        """
        Figures, gaps, ledgers and the day of the data at a glance.
        """
        assert {
            "指标": "已有3个，共3个",
            "待补": "待填0个，冲突0个",
            "整改": "【待填】",
            "工作要点": "【待填】",
            "本年台账": "共13本，有记录的1本",
            "截至": "2023年12月31日",
        } == cards(talks)

    def test_count_gaps(self, cards):
        """
        A missing figure is never among those there are.
        """
        shown = cards(None)

        assert ("已有1个，共3个", "待填2个，冲突0个") == (shown["指标"], shown["待补"])

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

        assert "0个方面2项，已完成1项，状态【待填】1项" == shown["工作要点"]
        assert "问题2个，已销号1个，未销号1个" == shown["整改"]


class TestLinks:
    def test_lead_to_built_pages_that_exist(self, show):
        """
        A card without a page is no dead link.
        """
        files = {"docs/data/gaps.md": "# 待补\n", "docs/evidence/2023/index.md": "# 台账\n"}
        article = html.fragment_fromstring(show(files, "概览", 2023))

        assert ["data/gaps.html", "evidence/2023/index.html"] == article.xpath("//a/@href")
