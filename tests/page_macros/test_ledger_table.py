"""台账表: sums per group, and no way to a single event or person."""

import pytest

from macros.page_macros import MACROS_BY_NAME, MacroRefused


class TestGroups:
    def test_by_category(self, rows, talks):
        """
        Each choice has its rows and the sum of its people, and the total closes the table.
        """
        assert [
            ["集体约谈", "2", "11"],
            ["个别约谈", "1", "1"],
            ["合计", "3", "12"],
        ] == rows(talks, "台账表", "约谈", 2023, 按="类别")

    def test_a_cell_of_several_words_counts_under_each(self, rows, talks):
        """
        The total counts the row once, and says so; a blank cell has its own group.
        """
        assert [
            ["班子成员", "1", "5"],
            ["支部书记", "1", "5"],
            ["科级干部", "1", "6"],
            ["其他", "0", "0"],
            ["未填", "1", "1"],
            ["合计（一行兼有几类的只计一次）", "3", "12"],
        ] == rows(talks, "台账表", "约谈", 2023, 按="对象类别")

    def test_by_quarter(self, rows, talks):
        """
        A quarter without a row is shown with 0: there is a ledger, and nothing in it.
        """
        shown = rows(talks, "台账表", "约谈", 2023, 按="季度")

        assert ["第一季度", "第二季度", "第三季度", "第四季度", "合计"] == [row[0] for row in shown]
        assert ["1", "2", "0", "0", "3"] == [row[1] for row in shown]

    def test_by_month_has_twelve_months(self, rows, talks):
        """
        The months are in the order of the calendar.
        """
        shown = rows(talks, "台账表", "约谈", 2023, 按="月份")

        assert [*(f"{month}月" for month in range(1, 13)), "合计"] == [row[0] for row in shown]
        assert ["2月", "1", "5"] == shown[1]

    def test_by_party_organization(self, rows):
        """
        A ledger that is kept per party organization can be told apart by it.
        """
        days = "1,2023-01-05,第二支部,植树\r\n2,2023-02-05,第一支部,学习\r\n"
        files = {"data/2023/ledgers/party-days.csv": "编号,日期,党组织,主题\r\n" + days}

        assert [["第二支部", "1"], ["第一支部", "1"], ["合计", "2"]] == [
            row[:2] for row in rows(files, "台账表", "主题党日", 2023, 按="党组织")
        ]

    def test_a_ledger_without_a_sum_column_shows_rows_only(self, rows):
        """
        Nothing is added up where the ledger counts events alone.
        """
        files = {"data/2023/ledgers/topics.csv": "编号,日期,题目\r\n1,2023-01-05,课题一\r\n"}

        assert ["第一季度", "1"] == rows(files, "台账表", "课题", 2023, 按="季度")[0]


class TestWhatIsMissing:
    def test_no_ledger_is_not_zero(self, show):
        """
        A ledger without a file says that nobody has set it up yet.
        """
        text = show(None, "台账表", "约谈", 2023, 按="类别")

        assert "2023年约谈台账尚未建立" in text
        assert "【待填】" in text
        assert "<table" not in text

    def test_a_blank_makes_the_sum_unknown(self, rows):
        """
        A sum with a blank in it would pass for complete; what is known is told apart.
        """
        text = "编号,日期,类别,实到\r\n1,2023-01-05,局务会,7\r\n2,2023-02-05,局务会,\r\n"
        shown = rows({"data/2023/ledgers/meetings.csv": text}, "台账表", "会议", 2023, 按="类别")

        assert ["合计", "2", "【待填】（已填的合计7，1行没有填）"] == shown[-1]


class TestRefusals:
    @pytest.mark.parametrize("column", ["约谈人", "对象", "要求"])
    def test_restricted_columns(self, show, talks, column):
        """
        Grouping by a restricted column would print its cells.
        """
        with pytest.raises(MacroRefused, match="是内部列，不公开"):
            show(talks, "台账表", "约谈", 2023, 按=column)

    @pytest.mark.parametrize("column", ["编号", "备注", "日期", "人数", "事由类别", "记录号"])
    def test_free_columns(self, show, talks, column):
        """
        A group of one row would tell which event it was; choices are named instead.
        """
        with pytest.raises(MacroRefused, match="不是固定选项") as refused:
            show(talks, "台账表", "约谈", 2023, 按=column)

        assert "类别、对象类别、月份、季度" in refused.value.hint

    def test_are_the_same_without_a_ledger(self, show):
        """
        A page must not become illegal on the day its ledger arrives.
        """
        with pytest.raises(MacroRefused):
            show(None, "台账表", "约谈", 2023, 按="对象")

    def test_unknown_ledger(self, handbook):
        """
        A misspelt ledger gets the closest name.
        """
        with pytest.raises(MacroRefused, match="没有叫“约淡”的台账") as refused:
            MACROS_BY_NAME["台账表"].call(handbook(), "约淡", 2023, 按="类别")

        assert "是不是想写“约谈”？" in refused.value.hint
