from macros.checks.data import missing_figure
from macros.problems import Severity
from tests.checks.support import facts, problems


def test_null_names_line_and_owner(handbook):
    """
    A gap stands at the entry and names who owes the number.
    """
    gap = problems(handbook(), missing_figure)[1]

    assert Severity.GAP is gap.severity
    assert "data/2023/figures.yml:4" == str(gap.where)
    assert "“集体约谈”2023年没有数；责任科室未定，补报期限未定，原因：原文空缺" == gap.fact
    assert "data/2023/ledgers/talks.csv" in gap.hint


def test_owner_and_due_date(handbook):
    """
    Once known, the section and the last day are named.
    """
    values = "集体约谈:\n  数值: null\n  责任科室: 办公室\n  补报期限: 2024-01-15\n"
    found = facts(handbook({"data/2023/figures.yml": values}), missing_figure)
    assert "“集体约谈”2023年没有数；责任科室：办公室，补报期限：2024年1月15日" in found


def test_definition_without_entry(handbook):
    """
    A figure nobody has entered is missing too, and the file to write it in is named.
    """
    found = problems(handbook(), missing_figure)[0]
    assert ("data/2023/figures.yml:1", True) == (str(found.where), "约谈人次" in found.fact)


def test_ledger_without_matching_row(handbook):
    """
    An empty ledger says 0, which is a number.
    """
    ledger = "编号,日期,类别,人数\n2023-001,2023-03-05,个别约谈,1\n"
    found = facts(handbook({"data/2023/ledgers/talks.csv": ledger}), missing_figure)
    assert [] == found
