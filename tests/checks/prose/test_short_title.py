import pytest

from macros.checks.prose import short_title
from tests.checks.support import facts, page


@pytest.mark.parametrize(
    "text",
    [
        "制定《年度党建工作要点》，按《要点》办。",
        "按《要点》办，见《年度党建工作要点》。",
    ],
)
def test_pointed_out(handbook, text):
    """
    A short title whose full title is on the page must be declared.
    """
    assert 1 == len(facts(handbook({"docs/a.md": page(text, "手册")}), short_title))


@pytest.mark.parametrize(
    "text",
    [
        "制定《年度党建工作要点》（简称《要点》），按《要点》办。",
        "制定《年度党建工作要点》（以下简称《要点》）。按《要点》办。",
        "按《要点》办。",
        "学习《监察法》和《监察法实施条例》。",
    ],
)
def test_silent(handbook, text):
    """
    A declared one, or one that nothing on the page ends with, is silent.
    """
    assert [] == facts(handbook({"docs/a.md": page(text, "手册")}), short_title)
