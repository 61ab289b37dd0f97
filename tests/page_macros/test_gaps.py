"""待补清单: every gap with its owner, day and place."""

from macros.page_macros import MACROS_BY_NAME


class TestFigures:
    def test_missing_figures_say_where_to_fill_in(self, rows):
        """
        The line in the data file is named; a figure nobody has entered says so.
        """
        shown = rows(None, "待补清单", 2023)

        assert ["集体约谈", "【待填】次", "原文空缺", "【待填】", "【待填】",
                "data/2023/figures.yml:4"] == shown[0]  # fmt: skip
        assert "data/2023/figures.yml（还没有这一条）" == shown[1][-1]

    def test_conflicts_are_listed_with_both_values(self, rows, talks):
        """
        A conflict needs a decision, so it is listed like a gap.
        """
        files = {**talks, "data/2023/figures.yml": "集体约谈:\n  数值: 9\n局党组会:\n  数值: 1\n"}

        first = rows(files, "待补清单", 2023)[0]
        assert ["集体约谈", "【冲突：填报9次，台账2次】"] == first[:2]

    def test_given_figures_are_left_out(self, handbook):
        """
        The where-used index has the same figures as the list.
        """
        keys = MACROS_BY_NAME["待补清单"].figures(handbook(), 2023)

        assert ["集体约谈", "约谈人次"] == [key.name for key in keys]


class TestOtherGaps:
    def test_are_counted_with_their_file(self, rows):
        """
        Titles of work points, owners and measures nobody has given are counted per file.
        """
        files = {
            "data/2023/year.yml": "年份: 2023\n状态: 编制中\n截至: null\n",
            "data/2023/work-points.yml": (
                "名称: 要点\n文号: null\n方面:\n  - 序号: 1\n    标题: null\n"
                "要点:\n  - 序号: 1\n    任务: 写报告\n  - 序号: 2\n    任务: null\n"
            ),
            "data/2023/rectifications.yml": "问题:\n  - {编号: 一, 来源: 甲, 问题: 乙}\n",
        }
        shown = {row[0]: row[1:] for row in rows(files, "待补清单", 2023) if len(row) == 3}

        assert ["1", "data/2023/year.yml"] == shown["统计截至日期"]
        assert ["1", "data/2023/work-points.yml"] == shown["工作要点各方面的标题"]
        assert ["1", "data/2023/work-points.yml"] == shown["工作要点的任务"]
        assert ["1", "data/2023/rectifications.yml"] == shown["没有整改措施的问题"]
        assert ["1", "data/2023/responsibilities.yml"] == shown["责任清单、责任书、承诺书"]
        assert ["3", "data/organization.yml"] == shown["单位的名称、简称、所在县"]

    def test_what_is_complete_is_not_listed(self, rows):
        """
        A row with 0 would only be in the way.
        """
        assert "统计截至日期" not in [row[0] for row in rows(None, "待补清单", 2023)]
