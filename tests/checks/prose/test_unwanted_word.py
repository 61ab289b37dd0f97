import pytest

from macros.checks.prose import unwanted_word
from tests.checks.support import facts, page

WORDS = (
    "不用的词:\n  - 词: 集中决策\n    改用: 集体决策\n    依据: 约定\n"
    "  - 词: 国土资源部\n    改用: null\n    自: 2018-03-17\n    依据: 机构改革\n"
)


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("由党组集中决策。", 2023, ["“由党组集中决策。”用了“集中决策”"]),
        ("国土资源部的要求。", 2023, ["“国土资源部的要求。”用了“国土资源部”"]),
        ("国土资源部的要求。", 2017, []),
        ("《国土资源部办法》。", 2023, []),
        ("原文写“集中决策”。", 2023, []),
        ("`集中决策`", 2023, []),
        ("由党组集体决策。", 2023, []),
    ],
)
def test_words(handbook, text, year, expected):
    """
    Words of the list are named, but not in titles, as words, or in pages from before.
    """
    files = {"docs/a.md": page(text, "手册", year), "data/terms.yml": WORDS}
    assert expected == facts(handbook(files), unwanted_word)
