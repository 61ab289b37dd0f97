"""Status by date; drafts, laws without a date, and the order of versions."""

from datetime import date

import pytest

from macros.regulations.register import Status, regulations

DAY = date(2023, 7, 1)


def version(**meta):
    lines = "".join(f"{key}: {value}\n" for key, value in meta.items())
    return f"---\ntitle: 办法\n{lines}---\n# 办法\n\n第一条 条文。\n"


@pytest.fixture
def regulation(handbook):
    """Return a function: file name → front matter, gives the regulation of them."""

    def make(**versions):
        files = {
            f"docs/regulations/rule/{name.replace('_', '-').lstrip('-')}.md": version(**meta)
            for name, meta in versions.items()
        }
        return regulations(handbook(files))["rule"]

    return make


class TestStatus:
    @pytest.mark.parametrize(
        ("meta", "status"),
        [
            ({}, Status.DRAFT),
            ({"施行日期": "2023-07-01"}, Status.IN_FORCE),
            ({"施行日期": "2023-07-02"}, Status.NOT_YET),
            ({"施行日期": "2020-01-01", "废止日期": "2023-07-01"}, Status.IN_FORCE),
            ({"施行日期": "2020-01-01", "废止日期": "2023-06-30"}, Status.REPEALED),
            ({"施行日期": "2020-01-01", "失效日期": "2023-06-30"}, Status.EXPIRED),
            ({"类别": "法律法规"}, Status.UNKNOWN),
            ({"文本采集至": "2023-01-01", "废止日期": "2023-06-30"}, Status.REPEALED),
        ],
    )
    def test_follows_from_dates(self, regulation, meta, status):
        """
        The last day named is a day in force; a law without a date is no draft.
        """
        rule = regulation(_2020_01_01=meta)

        assert status is rule.status(rule.versions[0], DAY)

    def test_of_an_older_version_ends_with_the_next_one(self, regulation):
        """
        From the day the next one takes effect, also if the older one has no date of its own.
        """
        rule = regulation(
            _2010_04_29={"类别": "法律法规"},
            _2024_02_27={"类别": "法律法规", "施行日期": "2023-07-01"},
        )

        assert ["2010-04-29", "2024-02-27"] == [one.name for one in rule.versions]
        assert Status.UNKNOWN is rule.status(rule.versions[0], date(2023, 6, 30))
        assert Status.AMENDED is rule.status(rule.versions[0], DAY)

    def test_names_a_newer_text_whose_date_is_not_known(self, regulation):
        """
        The older one counts as in force, but a reader has to look it up.
        """
        rule = regulation(
            _2018_03_20={"类别": "法律法规", "施行日期": "2018-03-20"},
            _2024_12_25={"类别": "法律法规"},
        )

        assert "2018-03-20" == rule.in_force(DAY).name
        assert "2024-12-25" == rule.undated_after(rule.versions[0]).name


class TestOrder:
    def test_puts_the_current_draft_last(self, regulation):
        """
        Dated versions first, then draft-1, draft-2, draft.
        """
        rule = regulation(draft={}, draft_2={}, draft_1={}, _2020_01_01={"施行日期": "2020-01-01"})

        assert ["2020-01-01", "draft-1", "draft-2", "draft"] == [one.name for one in rule.versions]
