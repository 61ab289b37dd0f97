"""A frequency rule leads to an article that exists."""

import pytest

from macros.checks.data import cadence_regulation
from tests.checks.support import facts

CADENCE = (
    "- {{编号: C1, 事项: 会, 依据: 本局做法, 制度: '{}', 周期: 季度, 强度: 本单位, 已核验: true}}\n"
)


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("talks", []),
        ("talks#第一条", []),
        ("talk#第一条", ["C1写的制度“talk”汇编里没有"]),
        ("talks#第九条", ["C1写的“第九条”，《约谈办法》里没有"]),
    ],
)
def test_names_an_article_of_the_compilation(handbook, named, expected):
    """The folder and the article are both checked."""
    rule = "---\ntitle: 约谈办法\n---\n# 约谈办法\n\n第一条 每季度约谈。\n"
    files = {
        "data/cadences.yml": CADENCE.format(named),
        "docs/regulations/talks/draft.md": rule,
    }

    assert expected == facts(handbook(files), cadence_regulation)
