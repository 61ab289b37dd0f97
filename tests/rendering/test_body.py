"""The body of a page as checks read it: marks of Markdown left out, lines found in one search."""

import re

from hypothesis import given
from hypothesis import strategies as st

from macros.rendering.body import Body, plain

PIECES = ["# ", "- ", "1. ", "> ", "!!! ", "[甲](a.md)", "[", "](", "**", "\\", "{: #a }", "{: #",
          "http://a.b/c", "<", ">", " ", "\t", "甲", "，"]  # fmt: skip
LINES = st.lists(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), max_size=6)


def body(*lines: str) -> Body:
    """Return a body that is shown as it is typed."""
    return Body("docs/x.md", 3, "\n".join(lines), "\n".join(lines))


def test_plain_keeps_what_readers_see():
    """Link targets, list marks and heading ids are not text."""
    assert "见约谈办法30次" == plain("- 见[约谈办法](../x/30.md)**30次** {: #a }")


@given(LINES)
def test_lines_are_plain_by_themselves(lines):
    """No mark of one line takes anything from another."""
    assert [plain(line) for line in lines] == plain("\n".join(lines)).split("\n")[: len(lines)]


def test_lines_with():
    """Lines are found once each, with their place and in the form that was asked for."""
    found = body("甲乙", "", "**乙**丙", "[丙](乙.md)").lines_with(re.compile("^乙|乙$", re.M))

    assert [(3, "甲乙"), (5, "乙丙")] == [(line.where.line, line.plain) for line in found]


def test_lines_with_again():
    """Who looks for the same once more gets a list of his own, with the same lines."""
    made, pattern = body("甲", "乙", "甲"), re.compile("甲")
    made.lines_with(pattern).clear()

    assert [3, 5] == [line.where.line for line in made.lines_with(pattern)]
    assert [4] == [line.where.line for line in made.lines_with(re.compile("乙"))]


def test_lines_with_in_what_is_shown():
    """What calls show is searched as readers see it, beside what was typed there."""
    made = Body("docs/x.md", 1, "开会\ue000\ue000", "开会**30**次")

    assert ["开会30次"] == [line.plain_shown for line in
                        made.lines_with(re.compile("30次"), "plain_shown")]  # fmt: skip
    assert [] == made.lines_with(re.compile("30次"))


@given(LINES, st.lists(st.booleans(), min_size=6, max_size=6))
def test_plain_shown(lines, have_calls):
    """Lines are plain by themselves, too, where something is shown for a call."""
    calls = dict(zip(range(6), have_calls, strict=True))
    typed = [f"{line}\ue000" if calls[index] else line for index, line in enumerate(lines)]
    shown = [f"{line}**甲**" if calls[index] else line for index, line in enumerate(lines)]
    made = Body("docs/x.md", 1, "\n".join(typed), "\n".join(shown))

    assert [line.plain_shown for line in made.lines[: len(lines)]] == list(map(plain, shown))
