"""本月事项: what falls due in the month of the handbook's day, whatever the clock says."""

from datetime import date

import pytest

from macros.handbook import load_handbook
from macros.page_macros import MACROS_BY_NAME

RULE = "- {{编号: C{0}, 事项: {1}事, 依据: 甲, 周期: {1}, 强度: 一般, 已核验: true, 要求: 乙{2}}}\n"
PROOF = ", 计算: {台账: 约谈, 条件: {类别: 集体约谈}}"
TALKS = "data/2023/ledgers/talks.csv"
RULES = "".join(
    RULE.format(number, period, "")
    for number, period in enumerate(["周", "月", "季度", "半年", "年", "不定期"], 1)
)


@pytest.fixture
def due(project):
    """Return a function: day → last day and matter of each row."""

    def read(day, files=None):
        root = project({"data/cadences.yml": RULES, **(files or {})})
        shown = MACROS_BY_NAME["本月事项"].call(load_handbook(root, day))
        cells = [row.split("</td>") for row in shown.split("<tr><td>")[1:]]
        return [(row[0], row[1].removeprefix("<td>")) for row in cells]

    return read


def test_within_a_quarter(due):
    """In May the week and the month end, nothing else."""
    assert [("2023年5月21日", "周事"), ("2023年5月31日", "月事")] == due(date(2023, 5, 17))


def test_at_the_end_of_a_half(due):
    """In June the quarter and the half end, too."""
    assert ["周事", "月事", "季度事", "半年事"] == [matter for _, matter in due(date(2023, 6, 1))]


def test_week_over_new_year(due):
    """A week that began last year is still this week."""
    assert ("2023年1月1日", "周事") == due(date(2023, 1, 1))[0]


def test_december(due):
    """In December everything regular ends."""
    assert ["月事", "季度事", "半年事", "年事"] == [
        matter for _, matter in due(date(2023, 12, 4)) if matter != "周事"
    ]


def test_nothing_due(project):
    """Without rules the page says so."""
    shown = MACROS_BY_NAME["本月事项"].call(load_handbook(project(), date(2023, 5, 1)))

    assert "2023年5月没有到期的事项" in shown


def test_record(project):
    """Where the year has a ledger, it tells what is on record."""
    talks = "编号,日期,类别,人数\n1,2023-05-03,集体约谈,3\n"
    files = {"data/cadences.yml": RULE.format(1, "月", PROOF), TALKS: talks}
    shown = MACROS_BY_NAME["本月事项"].call(load_handbook(project(files), date(2023, 5, 17)))

    assert "已办（1次）" in shown
