"""Blank cells, dates after the day of the data, and studies before their documents."""

from macros.checks.data import ledger_blank, ledger_date, study_date
from macros.problems import Severity
from tests.checks.support import facts, problems

TALKS = "data/2023/ledgers/talks.csv"
EDUCATION = "data/2023/ledgers/education.csv"
PERSON_TIMES = {
    "data/figures.yml": (
        "受教育:\n  单位: 人次\n  口径: 人次。\n"
        "  计算:\n    台账: 警示教育\n    方式: 合计\n    列: 参加人数\n"
    ),
    "data/2023/figures.yml": "受教育:\n  数值: null\n",
    "docs/index.md": "# 首页\n",
}


class TestBlankCells:
    def test_row_and_column(self, handbook):
        """
        A blank in an added column is a gap at its cell.
        """
        rows = (
            "编号,日期,类别,参加人数\n2023-001,2023-03-05,专题培训,40\n2023-002,2023-03-06,其他,\n"
        )
        (found,) = problems(handbook({**PERSON_TIMES, EDUCATION: rows}), ledger_blank)
        assert Severity.GAP is found.severity
        assert (f"{EDUCATION}:3", "参加人数") == (
            f"{found.where.file}:{found.where.line}",
            found.where.column,
        )

    def test_many(self, handbook):
        """
        A column that is blank throughout does not bury everything else.
        """
        rows = "编号,日期,类别,参加人数\n" + "".join(
            f"2023-{number:03},2023-03-05,其他,\n" for number in range(1, 51)
        )
        found = facts(handbook({**PERSON_TIMES, EDUCATION: rows}), ledger_blank)
        assert (20, True) == (len(found), "共有 50 行空着" in found[0])

    def test_column_nobody_adds(self, handbook):
        """
        Blanks elsewhere are allowed.
        """
        rows = "编号,日期,类别,参加人数,主讲\n2023-001,2023-03-05,专题培训,40,\n"
        assert [] == facts(handbook({**PERSON_TIMES, EDUCATION: rows}), ledger_blank)


class TestDates:
    ROWS = "编号,日期,类别,人数\n2023-001,2023-06-30,集体约谈,1\n2023-002,2023-07-03,集体约谈,1\n"

    def test_after_the_day_of_the_data(self, handbook):
        """
        A report as of 30 June must not count a talk of July.
        """
        year = "年份: 2023\n状态: 编制中\n截至: 2023-06-30\n"
        files = {"data/2023/year.yml": year, TALKS: self.ROWS}
        (found,) = problems(handbook(files), ledger_date)
        assert (3, Severity.ERROR) == (found.where.line, found.severity)

    def test_no_day(self, handbook):
        """
        Without 截至 nothing is late.
        """
        year = "年份: 2023\n状态: 编制中\n截至: null\n"
        files = {"data/2023/year.yml": year, TALKS: self.ROWS}
        assert [] == facts(handbook(files), ledger_date)


def test_study_before_its_document(handbook):
    """
    Nobody studies on 1 March what was published on 5 March.
    """
    rows = (
        "编号,日期,类别,文件发布日期\n"
        "2023-001,2023-03-01,专题研讨,2023-03-05\n"
        "2023-002,2023-03-05,专题研讨,2023-03-05\n"
        "2023-003,2023-03-06,专题研讨,\n"
    )
    (found,) = problems(handbook({"data/2023/ledgers/studies.csv": rows}), study_date)
    assert (2, Severity.ERROR) == (found.where.line, found.severity)
