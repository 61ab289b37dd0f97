"""The page reader: front matter apart from the body, and what counts as code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.problems import ProblemsFound, as_text
from macros.sources.markdown_file import MASK, parse_markdown, without_code

NAME = "docs/x.md"
MARKS = st.lists(st.sampled_from(["`", "``", "```", "~~~", "\\", " ", "\n", "甲", "{", "    "]))


def refusal(text: str) -> list[str]:
    """Return the message lines for a page that is refused."""
    with pytest.raises(ProblemsFound) as caught:
        parse_markdown(text, NAME)
    return as_text(caught.value.problems)


class TestFrontMatter:
    def test_lines_count_from_the_top_of_the_file(self):
        """The body begins behind the front matter, on the line an editor shows."""
        file = parse_markdown("---\ntitle: 学习\n---\n# 学习\n", NAME)

        assert ("# 学习\n", 4) == (file.body, file.body_line)
        assert {"title": "学习"} == file.front_matter.value

    def test_page_without_front_matter(self):
        """A page may do without."""
        file = parse_markdown("# 学习\n", NAME)

        assert (None, "# 学习\n", 1) == (file.front_matter, file.body, file.body_line)

    def test_rule_within_the_body(self):
        """A rule further down is not the end of anything."""
        assert 4 == parse_markdown("---\ntitle: 学习\n---\n甲\n\n---\n", NAME).body_line

    @pytest.mark.parametrize(
        ("text", "line", "words"),
        [
            ("", 1, "页面没有内容"),
            ("---\ntitle: 学习\n", 1, "没有收尾"),
            ("---\n---\n# 学习\n", 1, "之间没有内容"),
            ("---\ntitle: no\n---\n# 学习\n", 2, "是/否"),
            ("---\n甲: 1\n乙: 1\n乙: 2\n---\n", 4, "写了两次"),
        ],
    )
    def test_refusals(self, text, line, words):
        """A fault in front matter is reported on its line of the page."""
        message = refusal(text)[0]

        assert message.startswith(f"{NAME}:{line}: 错误")
        assert words in message


class TestWithoutCode:
    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("甲 `乙` 丙", "甲 ··· 丙"),
            ("甲 ``乙 ` 丙`` 丁", "甲 ········· 丁"),
            ("```text\n甲\n```\n乙", "·······\n·\n···\n乙"),
            ("~~~\n甲\n~~~", "···\n·\n···"),
            ("````\n```\n甲\n````", "····\n···\n·\n····"),
            (" ```\n甲\n ```", " ```\n甲\n ```"),
            ("```\n甲", "```\n甲"),
            ("``` { .py }\n甲\n```", "``` { .py }\n甲\n```"),
            ("\\`甲`", "\\`甲`"),
            ("甲 ` 乙\n丙 ` 丁", "甲 ` 乙\n丙 ` 丁"),
        ],
        ids=["inline", "double", "fence", "tildes", "long fence", "indented", "open", "attributes",
             "escaped", "across lines"],
    )  # fmt: skip
    def test_what_is_code(self, text, shown):
        """Only what Python-Markdown shows as code is code; the rest stays open to checks."""
        assert shown == without_code(text).replace(MASK, "·")

    @given(MARKS.map("".join))
    def test_same_length_and_lines(self, text):
        """Offsets and lines of a masked page are those of the page."""
        masked = without_code(text)

        assert len(text) == len(masked)
        assert text.count("\n") == masked.count("\n")


class TestLimits:
    @pytest.mark.parametrize(
        "text",
        ["字" * 20_000, "[" * 4000, "甲\n: 乙\n" * 4000, " " * 60 + "- 甲", "> " * 20 + "甲",
         "1. " * 20 + "甲"],
        ids=["line", "brackets", "definitions", "indent", "quotes", "numbers"],
    )  # fmt: skip
    def test_excess(self, text):
        """What would keep Markdown busy for minutes is refused before it begins."""
        assert "[page-limits]" in refusal(text)[0]

    def test_ordinary_page(self):
        """Rules, tables and eight levels of lists are fine."""
        levels = "\n".join("    " * depth + "- 甲" for depth in range(8))
        text = f"# 甲\n\n----------\n\n* * * * *\n\n| 甲 | 乙 |\n|----|----|\n\n{levels}\n"

        assert text == parse_markdown(text, NAME).body
