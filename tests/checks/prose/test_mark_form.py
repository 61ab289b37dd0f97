import pytest

from macros.checks.prose import mark_form
from tests.checks.support import facts, page


@pytest.mark.parametrize(
    "text",
    [
        '学习"三会一课。',
        "学习甲...",
        "学习甲。。",
        "规划期2021-2025年。",
        "规划期2021年~2025年。",
        "3月-5月。",
        "开会5-10次。",
        "学习（甲。",
        "学习甲）。",
        "落实“甲。",
        "落实《甲。",
        "落实〔2023甲。",
        "（甲〕。）",
    ],
)
def test_pointed_out(handbook, text):
    """
    Each mark without its half, or of the wrong form, is one finding.
    """
    assert 1 == len(facts(handbook({"docs/a.md": page(text, "手册")}), mark_form))


@pytest.mark.parametrize(
    "text",
    [
        "学习“三会一课”。",
        "学习甲……",
        "规划期2021—2025年。",
        "3月—5月。",
        "开会5～10次。",
        "GB/T 9704-2012。",
        "电话0571-1234567。",
        "a）甲；b）乙。",
        "1）甲。",
        "“甲。\n\n“乙。\n\n“丙。”",
        "（甲。\n\n乙。）",
        '!!! note "甲"',
        '[甲](https://example.cn "乙")',
        "文件 data/2023-2024/a.yml。",
        "1-3号楼。",
        "（“甲”《乙》〔丙〕）",
    ],
)
def test_silent(handbook, text):
    """
    Pairs, numbers of things, and what Markdown needs are silent.
    """
    assert [] == facts(handbook({"docs/a.md": page(text, "手册")}), mark_form)
