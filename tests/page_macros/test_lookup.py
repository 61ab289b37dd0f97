"""A word that stands for nothing is refused with words that would do."""

import pytest

from macros.page_macros.lookup import MOST_NAMED, require
from macros.page_macros.macro import MacroRefused

MANY = [f"制度{number}" for number in range(3000)]


def test_known():
    """A known word passes."""
    require("制度7", MANY, "制度")


@pytest.mark.parametrize(
    ("known", "hint"),
    [
        (["会议", "约谈"], "是不是想写“约谈”？能写的：会议、约谈。"),
        ([], "能写的：还没有。"),
    ],
)
def test_hint(known, hint):
    """The hint names the closest word, and all of few."""
    with pytest.raises(MacroRefused) as refused:
        require("约淡", known, "台账")
    assert hint == refused.value.hint


def test_of_many_some():
    """Of thousands, a hint names the first ones and says how many there are."""
    with pytest.raises(MacroRefused) as refused:
        require("别的", MANY, "制度")
    assert f"能写的：{'、'.join(MANY[:MOST_NAMED])}等 3000 个。" == refused.value.hint
