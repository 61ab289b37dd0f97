import pytest

from macros.checks.data import cadence_record
from macros.problems import Severity
from tests.checks.support import facts, problems

LEDGER = "data/2023/ledgers/branch-life.csv"
ROWS = "编号,日期,党组织,类别\n2023-001,2023-02-10,第一支部,支部党员大会\n"


def cadence(strength: str, verified: bool) -> str:
    """Return a rule that asks for a meeting each half-year."""
    return (
        "- 编号: C1\n  事项: 支部党员大会\n  适用: 党支部\n  依据: 某条例\n  条款: 第十一条\n"
        f"  要求: 每半年1次\n  周期: 半年\n  次数: 1\n  强度: {strength}\n"
        f"  已核验: {'true' if verified else 'false'}\n"
        "  计算:\n    台账: 三会一课\n    条件:\n      类别: 支部党员大会\n"
    )


@pytest.mark.parametrize(
    ("strength", "verified", "severity"),
    [
        ("应当", True, Severity.ERROR),
        ("应当", False, Severity.WARNING),
        ("一般", True, Severity.WARNING),
        ("原则上", True, Severity.WARNING),
        ("本单位", True, Severity.WARNING),
    ],
)
def test_only_verified_duties_are_errors(handbook, strength, verified, severity):
    """
    “一般” is a reminder, never an error.
    """
    files = {"data/cadences.yml": cadence(strength, verified), LEDGER: ROWS}
    (found,) = problems(handbook(files), cadence_record)

    assert (LEDGER, severity) == (found.where.file, found.severity)
    assert "第一支部的“支部党员大会”2023年下半年台账未见记录" in found.fact
    assert f"（{strength}：每半年1次；《某条例》第十一条" in found.fact


def test_nothing_to_look_into(handbook):
    """
    Without ledger, or without the day of the data, nothing is called missing.
    """
    rule = {"data/cadences.yml": cadence("应当", True)}
    year = "年份: 2023\n状态: 编制中\n截至: null\n"
    assert [] == facts(handbook(rule), cadence_record)
    assert [] == facts(handbook({**rule, LEDGER: ROWS, "data/2023/year.yml": year}), cadence_record)
