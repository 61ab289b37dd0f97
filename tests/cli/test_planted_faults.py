"""The self-test of the handbook: faults planted in it, one of each class, all come out red.

It runs in the suite and as a step of its own for every pull request.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import CACHES, REPOSITORY

CONFIG = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
LENIENT = CONFIG.replace("strict: true", "strict: false")
STRICT = CONFIG.split("\n").index("strict: true") + 1
LEDGER = "编号,日期,类别,人数\n2023-001,2023-02-30,集体约谈,5\n"

PLANTED = {
    "data": ("data/2024/figures.yml", "局党组会:\n  数值: 三十\n  来源: 报告\n", 2, "figure-value"),
    "page": ("docs/about/planted.md", "# 标题\n\n本年开会{{ 数目(2023) }}。\n", 3, "unknown-macro"),
    "link": ("docs/about/broken.md", "# 标题\n\n\n[约谈](none.md)\n", 4, "broken-link"),
    "regulation": (
        "docs/regulations/planted/draft.md",
        "# 试行办法\n\n第一条　甲。\n\n第三条　乙。\n",
        5,
        "regulation-numbering",
    ),
    "security": (
        "docs/about/script.md",
        "# 标题\n\n<script>alert(1)</script>\n",
        3,
        "unsafe-html",
    ),
    "config": ("mkdocs.yml", LENIENT, STRICT, "site-config"),
    "ledger": ("data/2024/ledgers/talks.csv", LEDGER, 2, "ledger-cell"),
    "redirect": (
        "data/redirects.yml",
        "- 旧地址: a.html\n  新地址: none.html\n  原因: 改名\n  日期: 2024-03-01\n",
        2,
        "redirect",
    ),
}
"""Class → file, its text, line and code of the finding."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the handbook."""
    root = tmp_path_factory.mktemp("handbook")
    for name in ("data", "docs", "macros", "overrides"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=CACHES)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    return root


@pytest.fixture
def planted(copy: Path, run: Callable[..., tuple[int, str]]) -> set[tuple[str, int, str]]:
    """Return file, line and code of every error once all faults are planted."""
    (copy / "data/2024").mkdir(exist_ok=True)
    (copy / "data/2024/year.yml").write_text("年份: 2024\n状态: 编制中\n截至: null\n", "utf-8")
    for name, text, _, _ in PLANTED.values():
        path = copy / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    code, output = run(copy, "check", "--format", "json")
    assert 1 == code
    return {(one["file"], one["line"], one["code"]) for one in json.loads(output)
            if one["severity"] == "error"}  # fmt: skip


def test_clean(copy, run):
    """Before anything is planted the handbook is green, and a release is red: it has gaps."""
    assert 0 == run(copy, "check")[0]

    code, output = run(copy, "check", "--release", "--format", "json")

    gaps = [one for one in json.loads(output) if one["code"] == "missing-figure"]
    assert 1 == code
    assert {"error"} == {one["severity"] for one in gaps}
    assert all(one["file"].endswith("figures.yml") and one["line"] > 1 for one in gaps)


def test_planted(planted):
    """Each fault is found in its file, on its line, by its check, all in one run."""
    assert set() == {(file, line, code) for file, _, line, code in PLANTED.values()} - planted
