import pytest

from macros.checks.prose import as_of
from macros.problems import Severity
from tests.checks.support import facts, page, problems


@pytest.mark.parametrize("word", ["今年以来", "至目前", "截至目前", "近期", "日前"])
def test_relative_time(handbook, word):
    """
    Relative time without a date on the page is a reminder.
    """
    (found,) = problems(handbook({"docs/a.md": page(f"{word}，开展教育。")}), as_of)
    assert Severity.WARNING is found.severity
    assert f"用了“{word}”" in found.fact


@pytest.mark.parametrize("date", ["{{ 截至(2023) }}", "截至2023年11月30日", "截至11月底"])
def test_dated(handbook, date):
    """
    A date anywhere on the page says what “今年以来” means.
    """
    text = page(f"统计到{date}。\n\n今年以来，开展教育。")
    assert [] == facts(handbook({"docs/a.md": text}), as_of)


def test_words_that_only_look_so(handbook):
    """
    工作日前 and 短近期 are no relative time.
    """
    assert [] == facts(handbook({"docs/a.md": page("五个工作日前通知。")}), as_of)


def test_year_without_a_day(handbook):
    """
    A year whose data have no 截至 cannot be released.
    """
    year = "年份: 2023\n状态: 编制中\n截至: null\n"
    (found,) = problems(handbook({"data/2023/year.yml": year}), as_of)
    assert ("data/2023/year.yml:3", Severity.GAP) == (str(found.where), found.severity)
