import pytest

from macros.checks.data import figure_value
from macros.problems import Severity
from tests.checks.support import facts, problems


def value(number: str, more: str = "") -> str:
    """Return the file of a year with one value."""
    return f"局党组会:\n  数值: {number}\n  来源: 报告\n{more}"


def test_unknown_name(handbook):
    """
    A value nobody defined would never be shown; the nearest name is offered.
    """
    values = "局党会:\n  数值: 30\n  来源: 报告\n"
    (found,) = problems(handbook({"data/2023/figures.yml": values}), figure_value)
    assert Severity.FAULT is found.severity
    assert "是不是想写“局党组会”？" in found.hint


@pytest.mark.parametrize(
    ("number", "fact"),
    [
        ("3000000", "“局党组会”2023年写的是 3000000，超过上限 1000000"),
        ("30.5", "“局党组会”2023年写的是 30.5，这个数没有小数"),
    ],
)
def test_impossible(handbook, number, fact):
    """
    Beyond the bound, or half a meeting.
    """
    (found,) = problems(handbook({"data/2023/figures.yml": value(number)}), figure_value)
    assert (fact, Severity.FAULT) == (found.fact, found.severity)


class TestNeighboringYears:
    YEAR = "年份: 2022\n状态: 已定稿\n截至: 2022-12-31\n"
    VERIFIED = "  核实人: 甲\n  核实日期: 2024-01-05\n"

    def files(self, earlier: str, later: str) -> dict[str, str]:
        return {
            "data/2022/year.yml": self.YEAR,
            "data/2022/figures.yml": earlier,
            "data/2023/figures.yml": later,
        }

    def test_ten_times_more(self, handbook):
        """
        One zero too many is the most frequent slip.
        """
        (found,) = problems(handbook(self.files(value("30"), value("300"))), figure_value)
        assert ("data/2023/figures.yml:2", Severity.ERROR) == (str(found.where), found.severity)

    def test_earlier_year_is_the_odd_one(self, handbook):
        """
        Once a person has verified one year, the other is to be looked at.
        """
        files = self.files(value("300"), value("30", self.VERIFIED))
        assert ["data/2022/figures.yml:2"] == [
            str(found.where) for found in problems(handbook(files), figure_value)
        ]

    def test_verified(self, handbook):
        """
        Who verified a number answers for the leap.
        """
        files = self.files(value("30", self.VERIFIED), value("300", self.VERIFIED))
        assert [] == facts(handbook(files), figure_value)

    def test_ordinary_change(self, handbook):
        """
        Less than ten times, and a year with none, are ordinary.
        """
        assert [] == facts(handbook(self.files(value("30"), value("299"))), figure_value)
        assert [] == facts(handbook(self.files(value("0"), value("299"))), figure_value)
