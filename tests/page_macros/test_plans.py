"""要点表, 责任清单表, 整改表, 下一步表: what is entered, and 【待填】 for the rest."""

import pytest

POINTS = (
    "名称: 2023年要点\n文号: null\n方面:\n  - 序号: 1\n    标题: 政治建设\n"
    "  - 序号: 2\n    标题: null\n要点:\n  - 序号: 1\n    方面: 1\n    任务: 学习\n"
    "    配合科室: [甲科, 乙科]\n    完成时限: 2023-06-30\n  - 序号: 2\n    任务: null\n"
)


class TestWorkPoints:
    def test_show_aspects_and_items(self, rows):
        """
        An item names its aspect; what nobody has entered is 【待填】, cell by cell.
        """
        shown = rows({"data/2023/work-points.yml": POINTS}, "要点表", 2023)

        assert ["2023年要点", "【待填】", "【待填】", "【待填】"] == shown[0]
        assert [["1", "政治建设"], ["2", "【待填】"]] == shown[1:3]
        assert ["1", "1　政治建设", "学习", "【待填】", "【待填】", "甲科、乙科", "【待填】",
                "2023年6月30日", "【待填】", "【待填】", "【待填】"] == shown[3]  # fmt: skip
        assert ["2", "【待填】", "【待填】"] == shown[4][:3]


class TestDuties:
    def test_show_the_list_and_its_documents(self, rows):
        """
        The three documents come first; a list without entries says so.
        """
        files = {
            "data/2023/responsibilities.yml": (
                "责任清单: {名称: 清单, 条目: [{序号: 1, 责任主体: 班子, 责任事项: 学习}]}\n"
                "责任书: {名称: 责任书, 份数: 12}\n承诺书: {名称: 承诺书, 签订日期: 2023-03-01}\n"
            )
        }
        shown = rows(files, "责任清单表", 2023)

        assert [
            ["清单", "【待填】", "【待填】", "—", "—"],
            ["责任书", "—", "【待填】", "【待填】", "12"],
            ["承诺书", "—", "2023年3月1日", "—", "—"],
        ] == shown[:3]
        assert ["1", "班子", "学习", "【待填】"] == shown[3][:4]

    def test_an_empty_list_is_a_gap(self, show):
        """
        No entries means that nobody has entered them.
        """
        files = {
            "data/2023/responsibilities.yml": (
                "责任清单: {名称: 清单}\n责任书: {名称: 责任书}\n承诺书: {名称: 承诺书}\n"
            )
        }

        assert "清单的条目还没有录入：" in show(files, "责任清单表", 2023)


RECTIFICATIONS = (
    "问题:\n  - {编号: 2023-01, 来源: 报告, 问题: 甲, 表现: [乙, 丙], 措施: [], 状态: 处置中}\n"
    "下一步:\n  - {序号: 1, 内容: 丁, 措施: null}\n"
)


class TestRectifications:
    def test_show_how_far_each_problem_is(self, rows):
        """
        Measures nobody has set are 【待填】; closing evidence is not asked for before closing.
        """
        files = {"data/2023/rectifications.yml": RECTIFICATIONS.replace("2023-01", "'2023-01'")}

        assert [
            ["2023-01", "甲", "乙；丙", "【待填】", "【待填】", "【待填】", "【待填】", "【待填】",
             "处置中", "—", "—"]
        ] == rows(files, "整改表", 2023)  # fmt: skip

    def test_next_steps_have_their_own_table(self, rows):
        """
        What is to be done next lacks measure, owner and day until somebody gives them.
        """
        files = {"data/2023/rectifications.yml": RECTIFICATIONS.replace("2023-01", "'2023-01'")}

        assert [["1", "丁", "【待填】", "【待填】", "【待填】"]] == rows(files, "下一步表", 2023)


@pytest.mark.parametrize("name", ["要点表", "责任清单表", "整改表", "下一步表"])
def test_a_year_without_the_file_is_a_gap(show, name):
    """
    The page stands, and says what is still to come.
    """
    assert "还没有录入：<mark" in show(None, name, 2023)
