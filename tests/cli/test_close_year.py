"""The life of a year: open, closed, corrected."""

import pytest

from macros.checks.run import run_checks
from macros.figures import State, figure, plain_text
from macros.handbook import load_handbook

HEAD = "编号,日期,类别\r\n"
ROWS = [f"2023-{number:03},2023-03-{number:02},局党组会\r\n" for number in range(1, 31)]
MEETINGS = HEAD + "".join(ROWS)
COMPLETE = {
    "data/2023/year.yml": "# 说明\r\n年份: 2023\r\n状态: 编制中  # 状态\r\n截至: 2023-12-31\r\n",
    "data/2023/figures.yml": (
        "集体约谈:\n  数值: null\n  不适用: 当年没有\n"
        "约谈人次:\n  数值: 130\n  约数: true\n  来源: 记录\n"
    ),
    "data/2023/ledgers/meetings.csv": MEETINGS,
}


@pytest.fixture
def closed(project, run):
    """A project whose year is closed."""
    root = project(COMPLETE)
    code, output = run(root, "close-year", 2023, "--on", "2024-01-10")
    assert 0 == code, output
    return root


def shown(root, name="局党组会"):
    return plain_text(figure(load_handbook(root), name, 2023))


def findings(root):
    return [one for one in run_checks(load_handbook(root)) if one.code == "edition"]


def add_row(root):
    path = root / "data/2023/ledgers/meetings.csv"
    path.write_text(MEETINGS + "2023-031,2023-12-30,局党组会\r\n", "utf-8", newline="")


class TestCloseYear:
    def test_gaps_and_conflicts_are_listed(self, project, run):
        """
        With a gap, a conflict or no 截至 nothing is closed, and all of them are listed.
        """
        values = "局党组会:\n  数值: 29\n  来源: 报告\n集体约谈:\n  数值: null\n"
        year = "年份: 2023\n状态: 编制中\n截至: null\n"
        root = project({**COMPLETE, "data/2023/figures.yml": values, "data/2023/year.yml": year})

        code, output = run(root, "close-year", 2023)

        assert 1 == code
        for words in ("局党组会”2023年的数不一致", "集体约谈”2023年没有数", "没有截至日期"):
            assert words in output
        assert not (root / "data/2023/edition.yml").exists()
        assert year == (root / "data/2023/year.yml").read_text("utf-8")

    def test_closed_year_reads_as_before(self, closed, run):
        """
        Closing changes no printed figure, only the state; nothing is found wrong.
        """
        assert [] == findings(closed)
        assert ["30次", "不适用", "130余人次"] == [
            shown(closed, name) for name in ("局党组会", "集体约谈", "约谈人次")]  # fmt: skip
        assert COMPLETE["data/2023/year.yml"].replace("编制中", "已定稿").encode() == (
            closed / "data/2023/year.yml").read_bytes()  # fmt: skip
        assert "已经定稿" in run(closed, "close-year", 2023)[1]

    def test_later_rows_do_not_change_what_was_issued(self, closed, run):
        """
        A row added later leaves the issued number, and is found with both numbers and the rows.
        """
        add_row(closed)

        found = findings(closed)

        assert "30次" == shown(closed)
        assert 1 == len(found)
        assert "定稿印的是 30次，现在的数据是31次" in found[0].fact
        assert "meetings.csv:32" in found[0].fact
        traced = run(closed, "trace", "局党组会", "--year", 2023)[1]
        assert "局党组会（2023 年）：30次" in traced
        assert "定稿：现在的数据是31次，还没有勘误" in traced

    def test_typed_value_only_repeats_what_was_issued(self, project, run):
        """
        Where the number was also typed, a later row is drift to be corrected, not a conflict.
        """
        typed = "局党组会:\n  数值: 30\n  来源: 报告\n"
        values = typed + COMPLETE["data/2023/figures.yml"]
        root = project({**COMPLETE, "data/2023/figures.yml": values})
        run(root, "close-year", 2023)
        add_row(root)

        assert "现在的数据是31次" in findings(root)[0].fact
        assert "原印发 30，更正为 31" in run(root, "errata", 2023)[1]

    def test_exact_count_agrees_with_an_approximate_number(self, closed):
        """
        130余 issued stays right when the ledger comes to 137.
        """
        talks = "编号,日期,类别,人数\r\n2023-001,2023-03-20,个别约谈,137\r\n"
        (closed / "data/2023/ledgers/talks.csv").write_text(talks, "utf-8", newline="")

        assert "130余人次" == shown(closed, "约谈人次")
        assert not [one for one in findings(closed) if "约谈人次" in one.fact]

    def test_change_without_effect_is_mentioned(self, closed):
        """
        A ledger that changed after closing is mentioned even if no number did.
        """
        path = closed / "data/2023/ledgers/meetings.csv"
        path.write_text(MEETINGS.replace("2023-03-01", "2023-03-31"), "utf-8", newline="")

        assert ["定稿以后台账改过，定稿的数没有变"] == [one.fact for one in findings(closed)]

    def test_edition_changed_by_hand(self, closed):
        """
        Numbers changed in the edition itself are found.
        """
        path = closed / "data/2023/edition.yml"
        path.write_text(path.read_text("utf-8").replace("数值: 30", "数值: 31"), "utf-8")

        assert "校验码对不上" in findings(closed)[0].fact


class TestErrata:
    def test_drafted_then_approved(self, closed, run):
        """
        A draft changes nothing; once approved, the corrected number is printed with the old one.
        """
        add_row(closed)

        assert 0 == run(closed, "errata", 2023)[0]

        path = closed / "data/2023/errata.yml"
        assert "30次" == shown(closed)
        assert ["勘误待批准" in one.fact for one in findings(closed)] == [True]
        assert "没有要起草的" in run(closed, "errata", 2023)[1]

        text = path.read_text("utf-8")
        head, _, entry = text.partition("\n- 指标")
        entry = entry.replace("原因: null", "原因: 漏记").replace("日期: null", "日期: 2024-03-01")
        entry = entry.replace("批准人: null", "批准人: 甲")
        path.write_text(f"{head}\n- 指标{entry}", "utf-8")

        assert "31次（原印发30次，已更正）" == shown(closed)
        assert [] == findings(closed)

    def test_approval_needs_reason_and_day(self, closed):
        """
        An approval without reason or day is refused.
        """
        entry = "- 指标: 局党组会\n  原数: 30\n  更正为: 31\n  批准人: 甲\n"
        (closed / "data/2023/errata.yml").write_text(entry, "utf-8")

        problems = load_handbook(closed).problems
        assert ["写了批准人，没有写原因或日期"] == [one.fact for one in problems]

    def test_wrong_old_number(self, closed):
        """
        A correction states the number it replaces.
        """
        entry = "- 指标: 局党组会\n  原数: 29\n  更正为: 31\n"
        (closed / "data/2023/errata.yml").write_text(entry, "utf-8")

        assert "在它以前印发的是 30" in findings(closed)[0].fact

    def test_open_year_has_none(self, project, run):
        """
        What was not issued is changed, not corrected.
        """
        code, output = run(project(COMPLETE), "errata", 2023)

        assert (1, True) == (code, "还没有定稿" in output)


def test_not_applicable_can_be_corrected(closed, run):
    """Rows found later for a figure issued as 不适用 are drafted and printed once approved."""
    values = (closed / "data/2023/figures.yml").read_text("utf-8")
    values = values.replace("  数值: null\n  不适用: 当年没有\n", "  数值: 4\n  来源: 补查\n")
    (closed / "data/2023/figures.yml").write_text(values, "utf-8")
    entry = "- 指标: 集体约谈\n  原数: null\n  更正为: 4\n  原因: 补查\n"
    entry += "  日期: 2024-03-01\n  批准人: 甲\n"
    (closed / "data/2023/errata.yml").write_text(entry, "utf-8")

    found = figure(load_handbook(closed), "集体约谈", 2023)

    assert "4次（原印发不适用，已更正）" == plain_text(found)
    assert State.GIVEN is found.state
    assert [] == findings(closed)
