"""制度一览, 现行有效, 废止清单, 清理到期, 效力."""

from datetime import date

import pytest
from lxml import html

from macros.handbook import load_handbook
from macros.page_macros import MACROS_BY_NAME, MacroRefused

DAY = date(2023, 7, 1)


def version(title, **meta):
    """Return a page of a version; dates and more as keywords."""
    lines = "".join(f"{key}: {value}\n" for key, value in {"类别": "管理", **meta}.items())
    return f"---\ntitle: {title}\n类型: 制度\n{lines}---\n# {title}\n\n第一条 条文。\n"


RULES = {
    "docs/regulations/talks/draft-1.md": version("约谈办法", 版本说明="第一稿"),
    "docs/regulations/talks/draft.md": version("约谈办法", 版本说明="第二稿", 性质="示范文本"),
    "docs/regulations/talks/compare-draft-1-draft.md": "# 修订对照\n",
    "docs/regulations/study/2020-01-01.md": version("学习制度", 类别="学习", 施行日期="2020-01-01"),
    "docs/regulations/study/2023-05-01.md": version(
        "学习制度", 类别="学习", 施行日期="2023-05-01", 下次清理="2023-08-15", 归口科室="办公室"
    ),
    "docs/regulations/cars/2019-03-01.md": version(
        "用车办法", 施行日期="2019-03-01", 废止日期="2023-06-30"
    ),
    "docs/regulations/travel/2023-07-01.md": version(
        "差旅办法", 施行日期="2023-07-01", 代替="用车办法", 下次清理="2023-06-01"
    ),
    "docs/regulations/law/2018-03-20.md": version(
        "监察法", 类别="法律法规", 施行日期="2018-03-20", 文本采集至="2023-01-01",
        沿革="[2018年3月20日通过]",
    ),
    "docs/regulations/told/2018-03-20.md": version(
        "旧法", 类别="法律法规", 施行日期="2018-03-20", 沿革="[2018年3月20日通过]"
    ) + "\n2018年3月20日 通过\n",
    "docs/regulations/told/2024-12-25.md": version("旧法", 类别="法律法规"),
    "docs/regulations/old-law/1999-10-31.md": version("印章规定", 类别="法律法规"),
    "docs/index.md": "# 首页\n",
}  # fmt: skip


@pytest.fixture
def shown(project):
    """Return a function: macro name, arguments → the HTML on 2023-07-01."""
    handbook = load_handbook(project(RULES), DAY)
    assert () == handbook.problems

    def call(name, *arguments, **keywords):
        shown = MACROS_BY_NAME[name].call(handbook, *arguments, **keywords)
        return html.fragment_fromstring(shown, create_parent="div")

    return call


def cells(article):
    return [[cell.text_content() for cell in row] for row in article.xpath(".//tbody/tr")]


def column(article, index=0):
    return [row[index] for row in cells(article)]


class TestIndex:
    def test_has_a_table_per_category(self, shown):
        """
        Each work is one row, its other versions listed in it; 学习 comes first.
        """
        article = shown("制度一览")

        assert ["学习（1件）", "管理（3件）", "法律法规（3件）"] == [
            one.text_content() for one in article.iter("caption")
        ]
        assert [
            "学习制度", "现行有效", "【待填】", "【待填】", "办公室", "2023年5月1日",
            "2020年1月1日 已修改",
        ] == cells(article)[0]  # fmt: skip

    def test_leads_to_the_version_in_force_else_to_the_latest(self, shown):
        """
        The built pages are linked as seen from docs/regulations/.
        """
        links = shown("制度一览", 只列="管理").xpath(".//td[1]/a/@href")

        assert ["travel/2023-07-01.html", "cars/2019-03-01.html", "talks/draft.html"] == links

    @pytest.mark.parametrize(
        ("by", "groups"),
        [
            ("状态", ["现行有效（4件）", "已废止（1件）", "施行日期不详（1件）", "草案（1件）"]),
            ("年份", ["2018年（2件）", "2019年（1件）", "2023年（2件）", "没有日期（2件）"]),
            ("制定机关", ["【待填】（4件）", "未写明（3件）"]),
        ],
    )
    def test_by_other_groups(self, shown, by, groups):
        """
        What is not known has a group of its own: 【待填】 only for what the bureau makes.
        """
        captions = [one.text_content() for one in shown("制度一览", 按=by).iter("caption")]

        assert groups == captions

    def test_of_an_unknown_grouping_is_refused(self, shown):
        """
        A misspelt grouping or group would otherwise look empty.
        """
        with pytest.raises(MacroRefused, match="没有叫“科室”的分法"):
            shown("制度一览", 按="科室")
        with pytest.raises(MacroRefused, match="没有叫“后勤”的类别"):
            shown("制度一览", 只列="后勤")

    def test_of_an_empty_category(self, shown):
        """
        No regulation of a category is said in words.
        """
        assert "服务：还没有。" in shown("制度一览", 只列="服务").text_content()


class TestInForce:
    def test_holds_a_repealed_rule_through_its_last_day(self, shown):
        """
        Repealed 2023-06-30: on the list of 06-30, absent on 07-01.
        """
        assert "用车办法" in column(shown("现行有效", "2023-06-30"))
        assert "用车办法" not in column(shown("现行有效", "2023-07-01"))

    def test_shows_the_version_of_that_day(self, shown):
        """
        The version amended later is the one in force before.
        """
        [row] = [row for row in cells(shown("现行有效", "2023-04-30")) if row[0] == "学习制度"]

        assert "2020年1月1日" == row[1]

    def test_without_a_day_is_of_the_day_of_the_handbook(self, shown):
        """
        Drafts, what ended and what has no date of effect are not in force.
        """
        assert ["学习制度", "差旅办法", "旧法", "监察法"] == column(shown("现行有效"))

    @pytest.mark.parametrize("day", ["2023-02-30", "20230630", "昨天"])
    def test_of_no_day_is_refused(self, shown, day):
        """
        A day that does not exist would show a wrong list.
        """
        with pytest.raises(MacroRefused, match="这一天"):
            shown("现行有效", day)


class TestRepealed:
    def test_names_the_last_day_and_the_successor(self, shown):
        """
        An amended version is no repealed regulation.
        """
        assert [
            ["用车办法", "已废止", "—", "2019年3月1日", "2023年6月30日", "差旅办法"]
        ] == cells(shown("废止清单"))


class TestDueCleanups:
    def test_are_overdue_or_due_within_90_days(self, shown):
        """
        The most urgent first, with the section in charge.
        """
        assert [
            ["差旅办法", "现行有效", "【待填】", "2023年6月1日", "过期30天"],
            ["学习制度", "现行有效", "办公室", "2023年8月15日", "还有45天"],
        ] == cells(shown("清理到期"))


class TestStanding:
    def data(self, article):
        return {row[0]: row[1] for row in cells(article)}

    def test_of_a_draft_warns_and_asks_for_what_is_missing(self, shown):
        """
        Its nature and that it binds nobody come first; no date is invented.
        """
        article = shown("效力", "talks", "draft")

        assert ["示范文本"] == article.xpath(".//p[@class='admonition-title']/text()")
        assert "不得作为办事依据" in article.text_content()
        assert "【待填】" == self.data(article)["施行日期"]
        assert {"../talks/draft-1.html", "../talks/compare-draft-1-draft.html"} == set(
            article.xpath(".//a/@href")
        )

    def test_of_an_earlier_draft_leads_to_the_latest(self, shown):
        """
        Nobody works from the first draft by mistake.
        """
        banner = shown("效力", "talks", "draft-1").find(".//div[@class='admonition warning']")

        assert "最新一稿：《约谈办法》（第二稿）。" in banner.text_content()

    def test_of_a_version_in_force_has_no_warning(self, shown):
        """
        There is nothing to warn of.
        """
        article = shown("效力", "study", "2023-05-01")

        assert [] == article.find_class("admonition")
        assert "现行有效（按2023年7月1日）" == self.data(article)["状态"]

    def test_of_an_amended_version_leads_to_the_current_one(self, shown):
        """
        The banner says since when.
        """
        [banner] = shown("效力", "study", "2020-01-01").find_class("admonition")

        assert "2023年5月1日起" in banner.text_content()
        assert ["../study/2023-05-01.html"] == banner.xpath(".//a/@href")

    def test_of_a_repealed_version_leads_to_what_took_its_place(self, shown):
        """
        By what the other one says in 代替.
        """
        [banner] = shown("效力", "cars", "2019-03-01").find_class("admonition")

        assert "已废止：有效至2023年6月30日" in banner.text_content()
        assert ["../travel/2023-07-01.html"] == banner.xpath(".//a/@href")

    def test_of_a_law_asks_for_nothing_and_tells_how_far_it_was_collected(self, shown):
        """
        The bureau has nothing to fill in there.
        """
        data = self.data(shown("效力", "law", "2018-03-20"))

        assert "—" == data["文号"]
        assert "2018年3月20日通过" == data["沿革"]
        assert "文本采集至2023年1月1日，以后的修改没有收入。" == data["文本"]

    def test_of_a_law_that_tells_its_history_itself_does_not_repeat_it(self, shown):
        """
        Laws open with their history.
        """
        assert "沿革" not in self.data(shown("效力", "told", "2018-03-20"))

    def test_names_a_newer_text_whose_date_is_not_known(self, shown):
        """
        A reader must not take the older one for the last word.
        """
        [banner] = shown("效力", "told", "2018-03-20").find_class("admonition")

        assert "有更新的版本，施行日期不详" in banner.text_content()
        assert ["../told/2024-12-25.html"] == banner.xpath(".//a/@href")
        assert "2018年3月20日；2024年12月25日的版本施行日期不详" in column(shown("现行有效"), 1)

    def test_of_a_law_without_date_of_effect_is_no_draft(self, shown):
        """
        Since when it is in force has to be looked up; it is not 示范文本.
        """
        article = shown("效力", "old-law", "1999-10-31")

        assert "施行日期不详" in article.find_class("admonition")[0].text_content()

    def test_of_an_unknown_version_is_refused(self, shown):
        """
        A misspelt id or version gets the known ones as a hint.
        """
        with pytest.raises(MacroRefused) as refused:
            shown("效力", "talks", "draft-2")

        assert "draft-1、draft" in refused.value.hint
