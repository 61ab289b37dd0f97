"""`handbook trace`."""

TALKS = (
    "编号,日期,类别,对象,人数\r\n"
    "2023-001,2023-03-20,集体约谈,某某,12\r\n"
    "2023-002,2023-06-20,个别约谈,某某,1\r\n"
)


class TestTrace:
    def test_back_to_rows_and_forward_to_sentences(self, project, run):
        """
        A counted figure names the file and line of each row, and each sentence that shows it.
        """
        page = '# 报告\n\n今年召开集体约谈{{ 数("集体约谈", 2023) }}，效果好。\n'
        root = project({"data/2023/ledgers/talks.csv": TALKS, "docs/a.md": page})

        code, output = run(root, "trace", "集体约谈", "--year", 2023)

        assert 0 == code
        assert "集体约谈（2023 年）：1次" in output
        assert "  data/2023/ledgers/talks.csv:2\n" in output
        assert "talks.csv:3" not in output
        assert "  docs/a.md:3: 今年召开集体约谈1次，效果好。" in output

    def test_gap(self, project, run):
        """
        A figure nobody supplied says why, and which line is to be filled.
        """
        code, output = run(project(), "trace", "集体约谈", "--year", 2023)

        assert 0 == code
        assert "【待填】次" in output
        assert "填报：data/2023/figures.yml:4" in output
        assert "待填：原文空缺" in output

    def test_unknown_name(self, project, run):
        """
        An unknown name is answered with the likely one, not with a traceback.
        """
        code, output = run(project(), "trace", "集体谈", "--year", 2023)

        assert 1 == code
        assert "没有叫“集体谈”的数" in output
        assert "集体约谈" in output
