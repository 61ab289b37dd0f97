import pytest

from macros.checks.prose import blank_text
from tests.checks.support import FIRST_LINE, page, problems


@pytest.mark.parametrize(
    "text", ["召开None次。", "召开 None 次。", "共nan次", "比率NaN%", "单位：undefined", "None"]
)
def test_trace_of_a_missing_value(handbook, text):
    """
    What a program prints for nothing is found, at its line.
    """
    found = problems(handbook({"docs/a.md": page(text)}), blank_text)
    assert [FIRST_LINE] == [one.where.line for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "None of them came.",
        "There was None, he said.",
        "海南 Hainan、Finance、Nanjing。",
        "空值写作 `None` 或 `{{ 数 }}`。",
        "```\nNone\n{{ x }}\n```",
        "[说明](https://example.cn/None)",
    ],
)
def test_sentences_and_code(handbook, text):
    """
    English words, parts of words, code and addresses are no traces.
    """
    assert [] == problems(handbook({"docs/a.md": page(text)}), blank_text)


def test_text_of_a_macro(handbook):
    """
    What a macro prints is read as well as what an editor types.
    """
    values = "局党组会:\n  数值: 4\n  来源: 报告\n  另报:\n    - 数值: 3\n      来源: None\n"
    found = problems(handbook({"data/2023/figures.yml": values}), blank_text)
    assert "docs/index.md:3" in [str(one.where) for one in found]
