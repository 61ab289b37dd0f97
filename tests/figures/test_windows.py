"""Windows: periods of a year, what the ledger shows for each, and never more than that."""

from datetime import date
from itertools import pairwise

import pytest

from macros.figures.periods import spans
from macros.figures.windows import WindowState, windows

LEDGER = "data/2023/ledgers/branch-life.csv"
HEADER = "编号,日期,党组织,类别\r\n"
LECTURE = "c1,2023-01-01,第一支部,党课\r\n"
"""A row that proves no 支部党员大会."""


@pytest.fixture
def judged(handbook):
    """Return a function that yields (organization, period, state, rows) for one rule."""

    def judge(rule, rows=None, as_of="2023-12-31", year=2023, more=None):
        files = {
            "data/cadences.yml": (
                "- 编号: C1\n  事项: 支部党员大会\n  依据: 条例\n  已核验: true\n"
                "  计算: {台账: 三会一课, 条件: {类别: 支部党员大会}}\n" + rule
            ),
            "data/2023/year.yml": f"年份: 2023\n状态: 编制中\n截至: {as_of}\n",
            **(more or {}),
        }
        if rows is not None:
            lines = (f"{n},{day},{branch},支部党员大会\r\n" for n, (day, branch) in enumerate(rows))
            files[LEDGER] = HEADER + LECTURE + "".join(lines)
        loaded = handbook(files)
        assert () == loaded.problems
        return list(windows(loaded, loaded.cadences[0], year))

    return judge


QUARTERLY = "  周期: 季度\n  强度: 一般\n"
MONTHLY = "  周期: 月\n  强度: 应当\n"
BRANCHES = {
    "data/organization.yml": (
        "名称: null\n党组织:\n"
        "  - {代号: group, 名称: 局党组, 类型: 党组}\n"
        "  - {代号: one, 名称: 第一支部, 类型: 党支部}\n"
        "  - {代号: two, 名称: 第二支部, 类型: 党支部}\n"
    )
}


def states(found):
    return [window.state for window in found]


class TestSpans:
    @pytest.mark.parametrize(
        ("period", "count", "first", "last"),
        [
            ("月", 12, "1月", "12月"),
            ("季度", 4, "第一季度", "第四季度"),
            ("半年", 2, "上半年", "下半年"),
            ("年", 1, "全年", "全年"),
        ],
    )
    def test_cover_the_year_without_gap(self, period, count, first, last):
        """
        Periods follow each other from 1 January to 31 December, leap days included.
        """
        found = spans(period, 2024)

        assert (count, first, last) == (len(found), found[0].name, found[-1].name)
        assert (date(2024, 1, 1), date(2024, 12, 31)) == (found[0].start, found[-1].end)
        assert all(
            one.end.toordinal() + 1 == other.start.toordinal()
            for one, other in pairwise(found)
        )

    @pytest.mark.parametrize(
        ("year", "count", "start"),
        [
            (2020, 53, date(2019, 12, 30)),
            (2023, 52, date(2023, 1, 2)),
            (2026, 53, date(2025, 12, 29)),
        ],
    )
    def test_weeks_are_whole(self, year, count, start):
        """
        A week belongs to the year of its Thursday, so that none has two days only.
        """
        found = spans("周", year)

        assert (count, start) == (len(found), found[0].start)
        assert {6} == {(span.end - span.start).days for span in found}

    @pytest.mark.parametrize("period", ["不定期", "即时"])
    def test_irregular_rules_have_none(self, period):
        """
        What is done when there is cause cannot be missed by the calendar.
        """
        assert () == spans(period, 2023)


class TestStates:
    def test_a_record_in_the_window_is_enough(self, judged):
        """
        Quarters with a record are done; ended quarters without one are told, not judged.
        """
        found = judged(QUARTERLY, [("2023-03-31", "第一支部"), ("2023-04-01", "第一支部")])

        assert [WindowState.DONE, WindowState.DONE, WindowState.UNSEEN, WindowState.UNSEEN] == (
            states(found)
        )
        assert [f"{LEDGER}:3"] == [str(where) for where in found[0].rows]

    def test_windows_not_over_are_not_due(self, judged):
        """
        On 30 September the fourth quarter is still open, and the third is not.
        """
        found = judged(QUARTERLY, [], as_of="2023-09-30")

        assert [WindowState.UNSEEN] * 3 + [WindowState.NOT_DUE] == states(found)

    def test_without_as_of_nothing_is_judged(self, judged):
        """
        Even years later: nobody has said that the ledger is complete.
        """
        found = judged(QUARTERLY, [("2023-01-05", "第一支部")], as_of="null")

        assert [WindowState.DONE] + [WindowState.UNJUDGED] * 3 == states(found)

    def test_without_ledger_there_is_one_window(self, judged):
        """
        No file is not the same as no record; it is told once, not twelve times.
        """
        (window,) = judged(MONTHLY)

        assert (WindowState.NO_LEDGER, "全年", False) == (
            window.state, window.span.name, window.is_lacking
        )  # fmt: skip

    def test_fewer_than_asked_is_short(self, judged):
        """
        One of two required times is neither done nor unseen.
        """
        found = judged("  周期: 半年\n  次数: 2\n  强度: 应当\n", [("2023-02-05", "第一支部")])

        assert [WindowState.SHORT, WindowState.UNSEEN] == states(found)

    def test_a_row_of_another_category_does_not_count(self, judged):
        """
        Only the rows that meet the conditions of the rule prove it.
        """
        rows = {LEDGER: HEADER + LECTURE}

        assert [WindowState.UNSEEN] * 4 == states(judged(QUARTERLY, more=rows))

    def test_a_week_over_new_year_looks_into_both_ledgers(self, judged):
        """
        The first week of 2025 begins on 30 December 2024; its meeting is in the older ledger.
        """
        more = {
            "data/2024/year.yml": "年份: 2024\n状态: 编制中\n截至: null\n",
            "data/2025/year.yml": "年份: 2025\n状态: 编制中\n截至: 2025-12-31\n",
            "data/2024/ledgers/branch-life.csv": HEADER + "1,2024-12-31,甲,支部党员大会\r\n",
            "data/2025/ledgers/branch-life.csv": HEADER + "1,2025-01-08,甲,支部党员大会\r\n",
        }
        found = judged("  周期: 周\n  强度: 一般\n", year=2025, more=more)

        assert [WindowState.DONE, WindowState.DONE, WindowState.UNSEEN] == states(found)[:3]


class TestOrganizations:
    def test_each_of_the_kind_has_its_windows(self, judged):
        """
        A rule for branches asks every branch, and not the party group.
        """
        found = judged(QUARTERLY + "  适用: 党支部\n", [("2023-01-05", "第二支部")], more=BRANCHES)

        assert ["第一支部"] * 4 + ["第二支部"] * 4 == [window.organization for window in found]
        assert [0, 0, 0, 0, 1, 0, 0, 0] == [len(window.rows) for window in found]

    def test_a_branch_nobody_lists_is_not_lost(self, judged):
        """
        Rows of an organization that is not in organization.yml show up all the same.
        """
        rows = [("2023-01-05", "离退休支部")]
        found = judged(QUARTERLY + "  适用: 党支部\n", rows, more=BRANCHES)

        assert ["第一支部", "第二支部", "离退休支部"] == list(
            dict.fromkeys(window.organization for window in found)
        )

    def test_all_party_organizations_are_not_the_party_group(self, judged):
        """
        党组织 in 适用 does not mean 党组.
        """
        found = judged(QUARTERLY + "  适用: 各级党组织\n", [], more=BRANCHES)

        assert [None] * 4 == [window.organization for window in found]

    def test_a_ledger_without_the_column_is_the_bureaus(self, handbook):
        """
        Meetings of the bureau have one series of windows.
        """
        loaded = handbook({
            "data/cadences.yml": (
                "- {编号: C1, 事项: 局党组会, 依据: 条例, 周期: 年, 强度: 一般, 已核验: true,"
                " 适用: 局党组, 计算: {台账: 会议}}\n"
            ),
            "data/2023/ledgers/meetings.csv": "编号,日期,类别\r\n1,2023-01-05,局党组会\r\n",
            **BRANCHES,
        })  # fmt: skip
        (window,) = windows(loaded, loaded.cadences[0], 2023)

        assert (None, WindowState.DONE) == (window.organization, window.state)


class TestLacking:
    @pytest.mark.parametrize(
        ("rule", "is_lacking"),
        [
            ("  强度: 应当\n", True),
            ("  强度: 一般\n", False),
            ("  强度: 原则上\n", False),
            ("  强度: 本单位\n", False),
        ],
    )
    def test_only_a_verified_must_can_be_lacking(self, judged, rule, is_lacking):
        """
        一般 is never called 缺.
        """
        (window,) = judged("  周期: 年\n" + rule, [])

        assert is_lacking == window.is_lacking

    def test_an_unverified_must_is_not_lacking(self, handbook):
        """
        A rule nobody has checked against its text cannot convict anyone.
        """
        loaded = handbook({
            "data/cadences.yml": (
                "- {编号: C1, 事项: 甲, 依据: 条例, 周期: 年, 强度: 应当, 已核验: false,"
                " 计算: {台账: 会议, 条件: {类别: 局党组会}}}\n"
            ),
            "data/2023/ledgers/meetings.csv": "编号,日期,类别\r\n1,2023-01-05,局务会\r\n",
        })  # fmt: skip
        (window,) = windows(loaded, loaded.cadences[0], 2023)

        assert (WindowState.UNSEEN, False) == (window.state, window.is_lacking)

    def test_a_rule_without_proof_has_no_windows(self, handbook):
        """
        What no ledger can prove is left to people.
        """
        loaded = handbook({
            "data/cadences.yml": (
                "- {编号: C1, 事项: 甲, 依据: 条例, 周期: 年, 强度: 应当, 已核验: true}\n"
            )
        })  # fmt: skip

        assert [] == list(windows(loaded, loaded.cadences[0], 2023))
