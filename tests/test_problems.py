"""Problems: how they read for people, on a pull request and to tools; what they stop."""

import json

import pytest

from macros.problems import (
    Problem,
    ProblemsFound,
    Severity,
    Where,
    as_github,
    as_records,
    as_text,
    ordered,
)

FAULT = Problem(Where("docs/x.md", 3), "stray-brace", "有一个单独的花括号“{”", "删去它。")
GAP = Problem(Where("data/2023/figures.yml", 14), "gap", "还没有数", "填上。", Severity.GAP)
CELL = Problem(Where("data/2023/ledgers/talks.csv", 2, "人数"), "ledger-cell", "“九”", "写数字。")


class TestText:
    def test_two_lines(self):
        """Place, label, fact and code; then what to do."""
        fact = "docs/x.md:3: 错误 有一个单独的花括号“{” [stray-brace]"

        assert [fact, "    怎么改：删去它。"] == as_text([FAULT])

    def test_cell(self):
        """A cell is found by row and column."""
        assert as_text([CELL])[0].startswith("data/2023/ledgers/talks.csv:2（人数列）: 错误")

    def test_gap_in_draft_and_release(self):
        """A gap is a reminder until a release."""
        assert "提醒" in as_text([GAP])[0]
        assert "错误" in as_text([GAP], release=True)[0]


class TestOrder:
    def test_by_file_and_line_each_once(self):
        """Findings come in the order of files and lines, repeated ones once."""
        assert [GAP, CELL, FAULT] == ordered([FAULT, CELL, GAP, FAULT])

    def test_lines_are_numbers(self):
        """Line 10 comes after line 9."""
        lines = [Problem(Where("a", line), "x", "甲", "乙。") for line in (10, 9)]

        assert [9, 10] == [found.where.line for found in ordered(lines)]


class TestGithub:
    def test_annotation(self):
        """File and line as properties, both lines of the message as the text."""
        place, text = as_github([FAULT])[0].removeprefix("::").split("::")

        assert "error file=docs/x.md,line=3,title=stray-brace" == place
        assert "有一个单独的花括号“{”%0A怎么改：删去它。" == text

    def test_escapes(self):
        """No file name and no quoted text can start another command."""
        nasty = Problem(Where("a,b:c\n::x.md"), "c", "50%\r\n::error::", "改。")

        (line,) = as_github([nasty])

        assert "file=a%2Cb%3Ac%0A%3A%3Ax.md,line=1" in line
        assert "\n" not in line
        assert "50%25%0D%0A" in line


class TestRecords:
    def test_json(self):
        """Tools get the same, with the column apart."""
        (record,) = json.loads(json.dumps(as_records([CELL]), ensure_ascii=False))

        assert ("data/2023/ledgers/talks.csv", 2, "人数", "error", "ledger-cell") == tuple(
            record[key] for key in ("file", "line", "column", "severity", "code")
        )


class TestSeverity:
    @pytest.mark.parametrize(
        ("severity", "fails", "stops", "fails_release", "stops_release"),
        [
            (Severity.FAULT, True, True, True, True),
            (Severity.ERROR, True, False, True, True),
            (Severity.GAP, False, False, True, True),
            (Severity.WARNING, False, False, False, False),
        ],
    )
    def test_what_it_stops(self, severity, fails, stops, fails_release, stops_release):
        """A draft builds with errors that show; a release has neither errors nor gaps."""
        assert (fails, stops, fails_release, stops_release) == (
            severity.is_error(False), severity.stops_build(False),
            severity.is_error(True), severity.stops_build(True),
        )  # fmt: skip


def test_exception_reads_like_the_messages():
    """What is raised carries all findings and reads like them."""
    assert "有一个单独的花括号" in str(ProblemsFound([FAULT, GAP]))
