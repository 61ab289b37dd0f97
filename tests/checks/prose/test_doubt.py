from macros.checks.prose import doubt
from macros.problems import Severity
from tests.checks.support import page, problems


def test_unsettled(handbook):
    """
    Each doubt holds back a release, at its own line of the front matter.
    """
    text = page("线上线下导活学。", more="存疑:\n  - 导活学\n  - 已改的字\n")
    first, second = problems(handbook({"docs/a.md": text}), doubt)

    assert ("docs/a.md:5", Severity.GAP) == (str(first.where), first.severity)
    assert ("docs/a.md:6", Severity.WARNING) == (str(second.where), second.severity)


def test_none(handbook):
    """
    A page without doubts has nothing to settle.
    """
    assert [] == problems(handbook({"docs/a.md": page("正文。")}), doubt)
