import pytest

from macros.checks.prose import other_year
from macros.problems import Severity
from tests.checks.support import facts, page, problems


@pytest.mark.parametrize("text", ["2022年召开会议。", "二〇二二年召开会议。", "2022年度总结。"])
def test_year_left_over(handbook, text):
    """
    Last year's year in this year's report is an error.
    """
    (found,) = problems(handbook({"docs/a.md": page(text)}), other_year)
    assert Severity.ERROR is found.severity


@pytest.mark.parametrize(
    "text",
    [
        "2023年召开会议。",
        "学习《2022年工作要点》。",
        "学习《处分条例》（2018年修订）。",
        "条例自2018年10月1日起施行。",
        "X发〔2022〕5号。",
    ],
)
def test_own_year_and_sources(handbook, text):
    """
    Titles, document numbers and dates of regulations have their own years.
    """
    assert [] == facts(handbook({"docs/a.md": page(text)}), other_year)


@pytest.mark.parametrize("text", ["比2022年增加。", "## 下一步\n\n2024年继续。"])
def test_comparisons_and_plans(handbook, text):
    """
    Comparing with last year or planning the next is ordinary, and only pointed out.
    """
    (found,) = problems(handbook({"docs/a.md": page(text)}), other_year)
    assert Severity.WARNING is found.severity


def test_year_of_the_path(handbook):
    """
    Without front matter the path tells the year.
    """
    text = page("2023年召开会议。", kind="台账", year=None)
    assert 1 == len(facts(handbook({"docs/evidence/2024/a.md": text}), other_year))


def test_pages_of_no_year(handbook):
    """
    A handbook page may speak of any year.
    """
    text = page("2018年条例修订。", kind="手册", year=None)
    assert [] == facts(handbook({"docs/a.md": text}), other_year)


def test_allowed(handbook):
    """
    What the bureau has allowed, with a reason, is not reported again.
    """
    terms = "计量单位: [次]\n容许词:\n  - 词: 2021年换届\n    理由: 往年的事\n"
    files = {"data/terms.yml": terms, "docs/a.md": page("2021年换届以后。")}
    assert [] == facts(handbook(files), other_year)
