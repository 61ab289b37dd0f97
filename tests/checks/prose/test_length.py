import pytest

from macros.checks.prose import length
from tests.checks.support import facts, page


@pytest.mark.parametrize(
    ("kind", "year", "size", "count"),
    [
        ("报告", 2024, 5100, 1),
        ("报告", 2024, 4900, 0),
        ("要点", 2025, 4100, 1),
        ("报告", 2023, 9000, 0),
        ("手册", 2024, 9000, 0),
    ],
)
def test_too_long(handbook, kind, year, size, count):
    """
    Reports and work points are measured from the year on in which the rule applies.
    """
    text = "\n\n".join(["字" * 100] * (size // 100))
    assert count == len(facts(handbook({"docs/a.md": page(text, kind, year)}), length))
