import pytest

from macros.checks.prose import punctuation
from macros.problems import Severity
from tests.checks.support import facts, page, problems


@pytest.mark.parametrize("mark", [",", ".", ":", ";", "?", "!", "+"])
def test_between_chinese(handbook, mark):
    """
    Half-width marks between Chinese characters are pointed out.
    """
    (found,) = problems(handbook({"docs/a.md": page(f"示范学{mark}集体学。")}), punctuation)
    assert Severity.WARNING is found.severity
    assert f"“{mark}”是半角标点" in found.fact


def test_each_mark(handbook):
    """
    Every mark of a line is one finding; a pair of brackets is one.
    """
    assert 3 == len(facts(handbook({"docs/a.md": page("甲学+乙学+丙学(试行)。")}), punctuation))


@pytest.mark.parametrize(
    "text",
    [
        "上午9:30开会，增长3.5%。",
        "见 data/2023/figures.yml 和 https://example.cn/甲.乙。",
        "用 `甲,乙` 隔开。",
        "[约谈](talks.md)和[督查](inspections.md)。",
        '!!! note "甲"',
        "GB/T 9704(2012)。",
    ],
)
def test_elsewhere(handbook, text):
    """
    Code, numbers, file names, addresses and the marks of Markdown are no punctuation.
    """
    assert [] == facts(handbook({"docs/a.md": page(text)}), punctuation)
