import pytest

from macros.checks.prose import first_person
from macros.problems import Severity
from tests.checks.support import facts, page, problems


@pytest.mark.parametrize(
    "text", ["作为一把手，研究不够。", "特别在本人履职工作中。", "本人认为。", "我本人。"]
)
def test_personal_account(handbook, text):
    """
    The voice of one person in the report of a bureau is pointed out.
    """
    (found,) = problems(handbook({"docs/a.md": page(text)}), first_person)
    assert Severity.WARNING is found.severity


@pytest.mark.parametrize("text", ["通知党员本人。", "原文有“作为一把手”“本人”。"])
def test_good(handbook, text):
    """
    本人 behind a noun is that person; quoted words are not the report's own.
    """
    assert [] == facts(handbook({"docs/a.md": page(text)}), first_person)
