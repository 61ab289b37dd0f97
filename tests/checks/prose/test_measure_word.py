import pytest

from macros.checks.prose import measure_word
from tests.checks.support import facts, page


@pytest.mark.parametrize(
    "text",
    [
        "召开局党组会30场。",
        "召开局党组会共30场次。",
        "约谈人次30人。",
    ],
)
def test_pointed_out(handbook, text):
    """
    A known figure in a unit of the same kind that is not its own is named.
    """
    assert 1 == len(facts(handbook({"docs/a.md": page(text, "手册")}), measure_word))


@pytest.mark.parametrize(
    "text",
    [
        "召开局党组会30次。",
        "局党组会30人参加。",
        "局党组会30分钟。",
        "召开党组会30场。",
    ],
)
def test_silent(handbook, text):
    """
    Its own unit, and other things that are counted, are silent.
    """
    assert [] == facts(handbook({"docs/a.md": page(text, "手册")}), measure_word)
