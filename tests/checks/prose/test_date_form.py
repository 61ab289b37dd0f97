import pytest

from macros.checks.prose import date_form
from macros.problems import Severity
from tests.checks.support import facts, page, problems


@pytest.mark.parametrize(
    "written",
    ["2023年03月05日", "2023年3月5号", "2023年2月30日", "2023年13月1日", "3月5号", "2023-03-05"],
)
def test_wrong(handbook, written):
    """
    Padding, 号, days that do not exist and dates of programs are errors.
    """
    (found,) = problems(handbook({"docs/a.md": page(f"于{written}召开。")}), date_form)
    assert Severity.ERROR is found.severity
    assert f"“{written}”" in found.fact


@pytest.mark.parametrize(
    "written", ["2023年3月5日", "2024年2月29日", "3月5日", "2023年12月", "2023-01", "3月5号楼"]
)
def test_right(handbook, written):
    """
    Real days in the form of official documents.
    """
    assert [] == facts(handbook({"docs/a.md": page(f"于{written}召开。")}), date_form)


def test_instructions(handbook):
    """
    A handbook page may say how a date is typed into a ledger.
    """
    text = page("日期写成 2023-03-05。", kind="手册", year=None)
    assert [] == facts(handbook({"docs/a.md": text}), date_form)
