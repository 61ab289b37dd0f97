"""The strict YAML reader: plain values, the line of every key, and refusals people understand."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.problems import ProblemsFound, as_text
from macros.sources.yaml_file import parse_yaml, read_yaml

NAME = "data/x.yml"


def refusal(text: str) -> list[str]:
    """Return the message lines for a text that is refused."""
    with pytest.raises(ProblemsFound) as caught:
        parse_yaml(text, NAME)
    return as_text(caught.value.problems)


class TestValues:
    @pytest.mark.parametrize(
        ("written", "value"),
        [
            ("30", 30),
            ("-3", -3),
            ("1.10", Decimal("1.10")),
            ("2023-03-05", date(2023, 3, 5)),
            ("true", True),
            ("null", None),
            ('"012"', "012"),
            ("2023-01", "2023-01"),
            ("三十次", "三十次"),
            ("第3次会议", "第3次会议"),
            ("[甲, 乙]", ["甲", "乙"]),
            ("{甲: 1}", {"甲": 1}),
        ],
    )
    def test_scalar(self, written, value):
        """Numbers stay exact, dates are dates, and everything else is text."""
        assert {"数值": value} == parse_yaml(f"数值: {written}\n", NAME).value

    @given(st.integers(0, 10**15))
    def test_every_integer(self, number):
        """Any whole number of reasonable length is read as itself."""
        assert {"数值": number} == parse_yaml(f"数值: {number}", NAME).value

    def test_folded_text_keeps_full_width_colons(self):
        """A sentence with a full-width colon is text, not a mistyped key."""
        text = "说明: >\n  经查，下列事项须由本局确认：公章、日期。\n"

        assert "公章" in parse_yaml(text, NAME).value["说明"]


class TestLines:
    TEXT = "甲:\n  数值: 1\n\n# 注\n乙:\n  - 一\n  - 二\n"

    def test_line_of_every_key_and_item(self):
        """Comments and blank lines count, as they do in an editor."""
        document = parse_yaml(self.TEXT, NAME)

        assert [1, 2, 5, 6, 7] == [
            document.where(*path).line
            for path in [("甲",), ("甲", "数值"), ("乙",), ("乙", 0), ("乙", 1)]
        ]

    def test_missing_key_is_placed_at_its_parent(self):
        """A key nobody wrote is missing where it would have stood."""
        assert 5 == parse_yaml(self.TEXT, NAME).where("乙", "数值").line

    def test_front_matter_counts_from_its_first_line(self):
        """Front matter begins on line 2 of its page."""
        assert 3 == parse_yaml("甲: 1\n乙: 2\n", NAME, first_line=2).where("乙").line

    def test_windows_and_old_mac_line_ends(self, tmp_path):
        """CRLF and CR are one line end each."""
        for end in ("\r\n", "\r"):
            path = tmp_path / "x.yml"
            path.write_bytes(f"甲: 1{end}乙: 2{end}".encode())
            assert 2 == read_yaml(path, NAME).where("乙").line


class TestMessages:
    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            pytest.param(
                "数值: 30\n数值: 31\n",
                ["data/x.yml:2: 错误 “数值”写了两次，第一次在第 1 行 [repeated-key]",
                 "    怎么改：删去其中一处；YAML 会悄悄丢掉前一个值。"],
                id="repeated key",
            ),
            pytest.param(
                "甲:\n\t数值: 30\n",
                ["data/x.yml:2: 错误 行首用了 Tab 缩进 [tab-indent]",
                 "    怎么改：删去 Tab，改用空格；每一级缩进两个空格。"],
                id="tab",
            ),
            pytest.param(
                "甲:\n  数值：30\n",
                ["data/x.yml:2: 错误 “数值：30”用了全角冒号 [full-width-colon]",
                 "    怎么改：把全角冒号“：”改成半角冒号加一个空格，如 数值: 30。"],
                id="full-width colon",
            ),
            pytest.param(
                "数值:\n",
                ["data/x.yml:1: 错误 冒号后面没有内容 [blank-value]",
                 "    怎么改：填上内容；还没有就写 null（页面显示【待填】）。"],
                id="blank",
            ),
            pytest.param(
                "来源: 登记簿: 3\n",
                ["data/x.yml:1: 错误 这一行不合 YAML 写法：“来源: 登记簿: 3” [yaml-syntax]",
                 "    怎么改：内容里有“冒号加空格”时，整段内容用引号括起来，"
                 "如 说明: \"价格: 12\"。"],
                id="colon in text",
            ),
            pytest.param(
                "标题: [一\n数值: 1\n",
                ["data/x.yml:1: 错误 这一行不合 YAML 写法：“标题: [一” [yaml-syntax]",
                 "    怎么改：括号没有成对；补上缺的那个，或改成每项一行、以“- ”开头。"],
                id="open bracket",
            ),
            pytest.param(
                "数值: no\n",
                ["data/x.yml:1: 错误 “no”会被当成“是/否” [yaml-value]",
                 "    怎么改：是否写 true 或 false；是文字就加引号，如 \"no\"。"],
                id="no",
            ),
        ],
    )  # fmt: skip
    def test_two_lines(self, text, lines):
        """One mistake, two lines: what stands where, and what to write instead."""
        assert lines == refusal(text)

    def test_all_mistakes_at_once(self):
        """Every value that cannot be read is reported in one run."""
        found = refusal("甲: no\n乙: 012\n丙: 8:30\n")

        assert ["data/x.yml:1", "data/x.yml:2", "data/x.yml:3"] == [
            line.split(": 错误")[0] for line in found[::2]
        ]

    @given(st.text(max_size=60).map(lambda text: text.replace("\r", "\n")))
    def test_never_a_traceback(self, text):
        """Whatever is typed is read or refused, at a line that exists."""
        try:
            parse_yaml(text, NAME)
        except ProblemsFound as refused:
            last = text.count("\n") + 1
            assert all(1 <= found.where.line <= last for found in refused.problems)
