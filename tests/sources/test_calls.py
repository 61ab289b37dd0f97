"""Macro calls: found with their places, and nothing beyond literal arguments let through."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, nodes

from macros.problems import ProblemsFound
from macros.sources.calls import find_calls
from macros.sources.markdown_file import parse_markdown, without_code

FRAGMENTS = st.lists(
    st.sampled_from(
        ["{{", "}}", "{%", "%}", "{#", "#}", "{", "}", "`", "```", "\n", " ", "\\", "数", "(", ")",
         '"甲"', "2023", ",", "年=", ".x", "|f", "[0]", "if", "config", "~", "-", "*", "{: #a}"]
    ),
    max_size=14,
)  # fmt: skip
HARMLESS = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Call, nodes.Name, nodes.Const,
            nodes.Keyword, nodes.List, nodes.Tuple)  # fmt: skip


def calls(text: str):
    """Return the calls and problems of a page."""
    return find_calls(parse_markdown(text, "docs/x.md"))


class TestFindCalls:
    def test_arguments(self):
        """Texts, whole numbers, truth values and lists are passed as written."""
        (call,), problems = calls('甲{{ 表("会议", 2023, 按=["月份", true]) }}乙')

        assert [] == problems
        assert ("表", ("会议", 2023), {"按": ("月份", True)}) == (
            call.name, call.arguments, dict(call.keywords)
        )  # fmt: skip

    def test_place(self):
        """A call knows its line, front matter included, and its extent."""
        text = '---\ntitle: 甲\n---\n# 甲\n\n乙{{ 数("丙", 2023) }}丁\n'
        (call,), _ = calls(text)

        assert "docs/x.md:6" == str(call.where)
        assert '{{ 数("丙", 2023) }}' == text[call.start : call.end]

    def test_several_on_a_line(self):
        """Calls are found in order."""
        found, problems = calls('{{ 数("甲", 2023) }}与{{ 数("乙", 2023) }}')

        assert ([("甲", 2023), ("乙", 2023)], []) == ([call.arguments for call in found], problems)

    def test_heading_id(self):
        """An explicit heading id is no call and no fault."""
        assert ((), []) == calls("# 甲 {: #jia }\n")

    def test_code_is_an_example(self):
        """Braces within code are shown, not run."""
        assert ((), []) == calls("`{{ a.b }}`\n\n```\n{% x %}\n```\n")

    @pytest.mark.parametrize(
        ("source", "code"),
        [
            ("{{ 数.甲 }}", "template-logic"),
            ("{{ 数 }}", "template-logic"),
            ('{{ 数("甲")|f }}', "template-logic"),
            ('{{ 数("甲" ~ "乙") }}', "template-logic"),
            ("{{ 数(甲) }}", "template-logic"),
            ("{{ 数(1.5) }}", "template-logic"),
            ("{{ 数(*甲) }}", "template-logic"),
            ("{{ 数(“甲”) }}", "template-syntax"),
            ("{{ 数（1） }}", "template-syntax"),
            ("{{ 数(1)", "template-syntax"),
            ("{% if 1 %}", "template-logic"),
            ("{# 注 #}", "template-logic"),
            ("{ 数 }", "stray-brace"),
            ("｛｛ 数(1) ｝｝", "stray-brace"),
            ("甲 }}", "stray-brace"),
            ("{{ 数(1)\n}}", "template-syntax"),
            ("{{ }}", "template-syntax"),
        ],
    )
    def test_refusals(self, source, code):
        """Everything else is refused with its own reason, on its line."""
        _, problems = calls(f"# 甲\n\n{source}\n")

        assert ("docs/x.md:3", code) == (str(problems[0].where), problems[0].code)

    @settings(max_examples=500)
    @given(FRAGMENTS.map("".join))
    def test_what_passes_is_harmless(self, text):
        """A page without problems gives Jinja nothing but calls with literal arguments."""
        try:
            file = parse_markdown("# 甲\n\n" + text, "docs/x.md")
        except ProblemsFound:
            return
        if find_calls(file)[1]:
            return
        tree = Environment().parse(without_code(file.body))

        assert all(isinstance(node, HARMLESS) for node in tree.find_all(nodes.Node))
