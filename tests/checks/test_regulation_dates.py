"""The dates of regulations must let their status be derived."""

from datetime import date

import pytest

from macros.checks import regulation_dates
from macros.handbook import load_handbook
from macros.problems import Severity
from tests.checks.support import problems


def version(**meta):
    lines = "".join(f"{key}: {value}\n" for key, value in meta.items())
    return f"---\ntitle: 办法\n{lines}---\n# 办法\n\n第一条 条文。\n"


@pytest.fixture
def found(project):
    """Return a function: files of docs/regulations → place, fact and severity of the findings."""

    def check(files):
        named = {f"docs/regulations/{name}": text for name, text in files.items()}
        handbook = load_handbook(project(named), date(2023, 7, 1))
        return [
            (str(one.where).removeprefix("docs/regulations/"), one.fact, one.severity)
            for one in problems(handbook, regulation_dates)
        ]

    return check


class TestOrder:
    @pytest.mark.parametrize(
        ("meta", "fact"),
        [
            ({"公布日期": "2023-05-01", "施行日期": "2023-03-01"},
             "施行日期是2023年3月1日，早于公布日期2023年5月1日"),
            ({"通过日期": "2023-05-01", "施行日期": "2023-03-01"},
             "施行日期是2023年3月1日，早于通过日期2023年5月1日"),
            ({"通过日期": "2023-05-01", "公布日期": "2023-03-01"},
             "公布日期是2023年3月1日，早于通过日期2023年5月1日"),
            ({"施行日期": "2023-05-01", "废止日期": "2023-03-01"},
             "废止日期是2023年3月1日，早于施行日期2023年5月1日"),
        ],
    )  # fmt: skip
    def test_of_dates_is_that_of_events(self, found, meta, fact):
        """
        The finding stands at the date that is too early.
        """
        assert [("rule/2023-05-01.md:4", fact, Severity.ERROR)] == found(
            {"rule/2023-05-01.md": version(**meta)}
        )

    def test_of_a_law_is_only_a_reminder(self, found):
        """
        Its text is taken over as it is; some laws do apply from before they were published.
        """
        meta = {"公布日期": "2023-05-01", "施行日期": "2023-03-01", "类别": "法律法规"}
        [(_, _, severity)] = found({"law/2023-05-01.md": version(**meta)})

        assert Severity.WARNING is severity

    def test_that_is_right_is_not_reported(self, found):
        """
        The same day is no contradiction, nor is a date that is missing.
        """
        day = "2023-05-01"
        meta = {"通过日期": day, "公布日期": day, "施行日期": day, "废止日期": "null"}

        assert [] == found({"rule/2023-05-01.md": version(**meta), "new/draft.md": version()})


class TestVersions:
    def test_in_force_on_the_same_day(self, found):
        """
        The last day of the old one must be before the first of the new one.
        """
        old = version(施行日期="2020-01-01", 废止日期="2023-05-01")
        new = version(施行日期="2023-05-01")
        [(where, fact, _)] = found({"rule/2020-01-01.md": old, "rule/2023-05-01.md": new})

        assert "rule/2020-01-01.md:4" == where
        assert "废止日期是2023年5月1日，而“2023-05-01”2023年5月1日已经施行" in fact

    def test_that_take_effect_on_the_same_day(self, found):
        """
        Nobody could tell which one applies.
        """
        same = version(施行日期="2023-05-01")
        [(where, fact, _)] = found({"rule/2020-01-01.md": same, "rule/2023-05-01.md": same})

        assert "rule/2023-05-01.md:3" == where
        assert "两个版本同时有效" in fact

    def test_that_follow_each_other_are_right(self, found):
        """
        Repealed through 04-30, followed from 05-01.
        """
        old = version(施行日期="2020-01-01", 废止日期="2023-04-30")
        new = version(施行日期="2023-05-01")

        assert [] == found({"rule/2020-01-01.md": old, "rule/2023-05-01.md": new})

    @pytest.mark.parametrize("name", ["2023-02-30", "final", "draft-0", "2023"])
    def test_with_a_name_that_is_no_date(self, found, name):
        """
        The name orders the versions and is their address.
        """
        [(where, fact, _)] = found({f"rule/{name}.md": version()})

        assert f"rule/{name}.md:1" == where
        assert f"“{name}”不是日期" in fact


class TestSuperseded:
    @pytest.mark.parametrize("name", ["旧办法", "《旧办法》", "old"])
    def test_rules_of_the_compilation_are_known(self, found, name):
        """
        By title, with or without brackets, or by folder.
        """
        old = version(施行日期="2020-01-01").replace("title: 办法", "title: 旧办法")

        assert [] == found(
            {"old/2020-01-01.md": old, "new/2023-01-01.md": version(代替=name)}
        )

    def test_rules_nobody_recorded_are_a_reminder(self, found):
        """
        The old text should stay readable.
        """
        assert [
            ("new/2023-01-01.md:3", "代替的“旧办法”汇编里没有", Severity.WARNING)
        ] == found({"new/2023-01-01.md": version(代替="旧办法")})


class TestCleanup:
    def test_overdue_reminds_its_owner(self, found):
        """
        Only of a version in force.
        """
        meta = {"下次清理": "2023-06-30", "归口科室": "办公室"}
        rules = {
            "rule/2020-01-01.md": version(施行日期="2020-01-01", **meta),
            "new/draft.md": version(**meta),
        }

        assert [
            ("rule/2020-01-01.md:4", "该在2023年6月30日前清理，已经过期；归口科室：办公室",
             Severity.WARNING)
        ] == found(rules)  # fmt: skip
