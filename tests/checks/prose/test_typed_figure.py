from macros.checks.prose import typed_figure
from macros.problems import Severity
from tests.checks.support import facts, page, problems


def test_differs(handbook):
    """
    A number that differs from the data is an error on every page of the year.
    """
    text = page("召开局党组会29次。", kind="台账")
    (found,) = problems(handbook({"docs/a.md": text}), typed_figure)
    assert Severity.ERROR is found.severity
    assert "“局党组会”2023年手打了“29次”，数据是“30次”" == found.fact


def test_equal(handbook):
    """
    An equal number is right today; it should still come from the data.
    """
    text = page("召开局党组会三十次。", kind="台账")
    (found,) = problems(handbook({"docs/a.md": text}), typed_figure)
    assert Severity.WARNING is found.severity


def test_equal_on_a_report(handbook):
    """
    On a report the bare number is reported once, by its own check.
    """
    assert [] == facts(handbook({"docs/a.md": page("召开局党组会30次。")}), typed_figure)


def test_missing_in_the_data(handbook):
    """
    A page must not know what the data do not.
    """
    text = page("集体约谈4次。", kind="台账")
    assert ["“集体约谈”2023年手打了“4次”，数据是“【待填】次”"] == facts(
        handbook({"docs/a.md": text}), typed_figure
    )


def test_year_of_the_sentence(handbook):
    """
    The year named in the sentence counts before the year of the page.
    """
    text = page("2023年召开局党组会29次。2019年召开局党组会12次。", kind="手册", year=None)
    assert 1 == len(facts(handbook({"docs/a.md": text}), typed_figure))


def test_rules(handbook):
    """
    A frequency on a page without a year is a rule, not a figure.
    """
    text = page("局党组会1次，集体约谈一般每季度1次。", kind="手册", year=None)
    assert [] == facts(handbook({"docs/a.md": text}), typed_figure)


def test_other_unit(handbook):
    """
    The same words before another measure word mean something else.
    """
    assert [] == facts(handbook({"docs/a.md": page("集体约谈4项。")}), typed_figure)
