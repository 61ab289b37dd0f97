import pytest

from macros.checks.prose import title_comma
from tests.checks.support import facts, page


@pytest.mark.parametrize(
    "text",
    [
        "学习《甲》、《乙》。",
        "落实“三会一课”、“主题党日”。",
    ],
)
def test_pointed_out(handbook, text):
    """
    Titles and quotations side by side need no 顿号.
    """
    assert 1 == len(facts(handbook({"docs/a.md": page(text, "手册")}), title_comma))


@pytest.mark.parametrize(
    "text",
    [
        "学习《甲》《乙》。",
        "学习《甲》（2023年版）、《乙》。",
        "落实“三会一课”、主题党日。",
        "`《甲》、《乙》`",
    ],
)
def test_silent(handbook, text):
    """
    With something between, they do.
    """
    assert [] == facts(handbook({"docs/a.md": page(text, "手册")}), title_comma)
