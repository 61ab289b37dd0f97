"""产生自: the rows behind a figure, or why there is none."""

import pytest


class TestCounted:
    def test_lists_the_rows_that_count(self, rows, talks):
        """
        Each row is found by file and line, and told by number, day, category and record.
        """
        assert [
            ["data/2023/ledgers/talks.csv:2", "2023-001", "2023年2月10日", "集体约谈", "档1"],
            ["data/2023/ledgers/talks.csv:3", "2023-002", "2023年5月11日", "集体约谈", "档2"],
        ] == rows(talks, "产生自", "集体约谈", 2023)[-2:]

    def test_shows_the_number_that_is_added(self, rows, talks):
        """
        For a sum, the cell that is added stands beside the row.
        """
        assert ["5", "6", "1"] == [
            row[4] for row in rows(talks, "产生自", "约谈人次", 2023) if len(row) > 4
        ]

    def test_an_empty_ledger_explains_the_zero(self, show):
        """
        0 from a ledger without a matching row is a fact, not a gap.
        """
        text = "编号,日期,类别,人数\r\n1,2023-01-05,个别约谈,1\r\n"
        files = {"data/2023/ledgers/talks.csv": text}

        assert "里没有符合条件的行" in show(files, "产生自", "集体约谈", 2023)

    def test_a_long_list_is_cut(self, show, rows):
        """
        After 200 rows a line says how many more there are.
        """
        body = "".join(f"{row},2023-01-05,局党组会\r\n" for row in range(203))
        files = {"data/2023/ledgers/meetings.csv": "编号,日期,类别\r\n" + body}
        files["data/2023/figures.yml"] = "{}\n"

        assert 200 == sum(len(row) > 2 for row in rows(files, "产生自", "局党组会", 2023))
        assert "另有3行" in show(files, "产生自", "局党组会", 2023)

    def test_names_rows_that_prevent_a_sum(self, show):
        """
        A blank cell in the added column is pointed at by file and line.
        """
        counting = "{台账: 会议, 方式: 合计, 列: 实到}"
        files = {
            "data/figures.yml": f"到会:\n  单位: 人次\n  口径: 人次。\n  计算: {counting}\n",
            "data/2023/figures.yml": "到会:\n  数值: null\n",
            "data/2023/ledgers/meetings.csv": "编号,日期,类别,实到\r\n1,2023-01-05,局务会,\r\n",
            "docs/index.md": "# 页\n",
        }

        assert "有1行的“实到”没有填：data/2023/ledgers/meetings.csv:2" in show(
            files, "产生自", "到会", 2023
        )

    def test_lists_entries_of_yaml(self, rows):
        """
        What is counted from a list is traced to the lines of that list.
        """
        files = {
            "data/figures.yml": "项数:\n  单位: 项\n  口径: 项。\n  计算: {台账: 要点}\n",
            "data/2023/figures.yml": "项数:\n  数值: 1\n",
            "data/2023/work-points.yml": (
                "名称: 要点\n方面: []\n要点:\n  - 序号: 1\n    任务: null\n"
            ),
            "docs/index.md": "# 页\n",
        }

        assert ["data/2023/work-points.yml:4", "1", "【待填】"] == rows(
            files, "产生自", "项数", 2023
        )[-1]


class TestTyped:
    def test_shows_source_and_verification(self, rows):
        """
        A typed figure says where the number was copied from, and where it is on file.
        """
        assert [
            ["截至", "2023年12月31日"],
            ["填报", "30"],
            ["来源", "报告"],
            ["核实", "未核实"],
            ["填在哪里", "data/2023/figures.yml:1"],
        ] == rows(None, "产生自", "局党组会", 2023)

    def test_missing_shows_whom_to_ask(self, rows, show):
        """
        A gap tells reason, owner and day, each 【待填】 where nobody has said it.
        """
        assert [
            ["截至", "2023年12月31日"],
            ["原因", "原文空缺"],
            ["责任科室", "【待填】"],
            ["补报期限", "【待填】"],
            ["填在哪里", "data/2023/figures.yml:4"],
        ] == rows(None, "产生自", "集体约谈", 2023)
        assert "台账“约谈”尚未建立" in show(None, "产生自", "集体约谈", 2023)

    @pytest.mark.parametrize("typed", ["数值: 9", "数值: 2\n  另报: [{数值: 9, 来源: 别处}]"])
    def test_conflict_shows_both(self, show, talks, typed):
        """
        Neither side of a conflict wins: both numbers stand on the page.
        """
        files = {**talks, "data/2023/figures.yml": f"集体约谈:\n  {typed}\n"}
        text = show(files, "产生自", "集体约谈", 2023)

        assert "<td class=\"text\">9次</td>" in text
        assert "<td class=\"text\">2次</td>" in text

    def test_not_applicable_shows_why(self, rows):
        """
        A figure that does not apply gives its reason.
        """
        files = {"data/2023/figures.yml": "局党组会:\n  数值: null\n  不适用: 本年未设党组\n"}

        assert ["不适用的理由", "本年未设党组"] in rows(files, "产生自", "局党组会", 2023)
