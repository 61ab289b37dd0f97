import pytest

from macros.checks.prose import ordinal_mark
from tests.checks.support import facts, page


@pytest.mark.parametrize(
    "text",
    [
        "一，加强学习。",
        "（一）、加强学习。",
        "1、加强学习。",
        "（1）、加强学习。",
        "第一、加强学习。",
        "## 二. 加强学习",
        "- 3、加强学习。",
    ],
)
def test_pointed_out(handbook, text):
    """
    Each wrong mark behind an ordinal is one finding.
    """
    assert 1 == len(facts(handbook({"docs/a.md": page(text, "手册")}), ordinal_mark))


@pytest.mark.parametrize(
    "text",
    [
        "一、加强学习。",
        "（一）加强学习。",
        "1. 加强学习。",
        "（1）加强学习。",
        "第一，加强学习。",
        "第一、二、三支部参加。",
        "一是加强学习。",
        "2.5公里。",
        "二十大精神。",
    ],
)
def test_silent(handbook, text):
    """
    Right marks, and numbers that are no ordinals, are silent.
    """
    assert [] == facts(handbook({"docs/a.md": page(text, "手册")}), ordinal_mark)
