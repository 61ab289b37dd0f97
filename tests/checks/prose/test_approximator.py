import pytest

from macros.checks.prose import approximator
from macros.problems import Severity
from tests.checks.support import facts, page, problems

CALL = '{{ 数("局党组会", 2023) }}'


@pytest.mark.parametrize(
    "text", [f"约{CALL}。", f"近 {CALL}。", f"{CALL}左右。", f"{CALL}以上。", f"至少{CALL}。"]
)
def test_around_a_figure(handbook, text):
    """
    Whether a figure is approximate is told by the data, not by the sentence.
    """
    (found,) = problems(handbook({"docs/a.md": page(text)}), approximator)
    assert Severity.WARNING is found.severity


@pytest.mark.parametrize("text", ["约30次左右。", "近30余次。", "30余次以上。"])
def test_two_for_one_number(handbook, text):
    """
    Two approximate words around one number say nothing.
    """
    assert 1 == len(facts(handbook({"docs/a.md": page(text)}), approximator))


@pytest.mark.parametrize(
    "text", [CALL, f"最近{CALL}。", f"{CALL}以上各项。", "约30次。", "30余次。"]
)
def test_good(handbook, text):
    """
    A plain figure, one approximate word, and words that only look like one.
    """
    assert [] == facts(handbook({"docs/a.md": page(text)}), approximator)
