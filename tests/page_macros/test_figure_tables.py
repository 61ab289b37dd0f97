"""指标表 and 数据字典: each figure with its state, meaning, source and verification."""

import pytest

from macros.page_macros import MACROS_BY_NAME, MacroRefused

TYPED = (
    "局党组会:\n  数值: 30\n  来源: 报告\n  核实人: 王某\n  核实日期: 2024-01-05\n"
    "集体约谈:\n  数值: 2\n"
)


class TestFigureTable:
    def test_shows_how_far_each_figure_can_be_trusted(self, rows, talks):
        """
        A verified figure names who verified it; a counted one the ledger and its rows.
        """
        assert [
            ["局党组会", "30次", "已核实", "报告", "王某，2024年1月5日"],
            ["集体约谈", "2次", "台账计算", "台账“约谈”2行", "未核实"],
            ["约谈人次", "12人次", "台账计算", "台账“约谈”3行", "未核实"],
        ] == [
            [name, value, state, source, verified]
            for name, value, state, _, source, verified in rows(
                {**talks, "data/2023/figures.yml": TYPED}, "指标表", 2023
            )
        ]

    def test_shows_missing_figures(self, show, rows):
        """
        A gap is a figure too: same span, marked, with no source claimed.
        """
        assert ["集体约谈", "【待填】次", "待填"] == rows(None, "指标表", 2023)[1][:3]
        assert 'data-figure="集体约谈@2023"' in show(None, "指标表", 2023)

    def test_shows_one_group(self, rows):
        """
        分组 leaves out the other figures.
        """
        definitions = "甲:\n  分组: 一\n  单位: 次\n  口径: 甲。\n乙:\n  单位: 次\n  口径: 乙。\n"
        files = {"data/figures.yml": definitions, "docs/index.md": "# 页\n",
                 "data/2023/figures.yml": "甲:\n  数值: 1\n"}  # fmt: skip

        assert ["甲"] == [row[0] for row in rows(files, "指标表", 2023, 分组="一")]

    def test_refuses_an_unknown_group(self, show):
        """
        A misspelt group would otherwise print an empty table.
        """
        with pytest.raises(MacroRefused, match="没有叫“警示”的指标分组"):
            show(None, "指标表", 2023, 分组="警示")

    def test_names_its_figures(self, handbook):
        """
        The where-used index knows exactly the figures that the table shows.
        """
        keys = MACROS_BY_NAME["指标表"].figures(handbook(), 2023, 分组="其他")

        assert ["局党组会@2023", "集体约谈@2023", "约谈人次@2023"] == [str(key) for key in keys]


class TestDictionary:
    def test_says_how_a_figure_is_counted(self, rows):
        """
        Readers learn the ledger, the condition and the way of counting, and no value.
        """
        shown = {row[0]: row[4] for row in rows(None, "数据字典")}

        assert "台账“会议”，类别是“局党组会”，数行数" == shown["局党组会"]
        assert "台账“约谈”，“人数”相加" == shown["约谈人次"]
