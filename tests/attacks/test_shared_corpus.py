"""The corpus handed over with the task, where it lies beside the project."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from tests.attacks.test_attacks import errors
from tests.conftest import REPOSITORY, SMALL_MKDOCS

CORPUS = REPOSITORY.parent / "shared" / "attacks"
VALUES = "data/2023/figures.yml"
WORDS = {"fee:": "局党组会:", "price": "数值", "name:": "来源:", "b: 0.2": "约数: false"}
"""The keys of the corpus and what this project calls them; everything else stays."""

INCLUDES = "plugins: [search, {macros: {include_yaml: [data/b.yml]}}]"
DECIMALS = "局党组会:\n  单位: 万元\n  口径: 测试。\n  小数位: 2\n  上限: 1000\n"


def _cases() -> Iterator[object]:
    manifest = CORPUS / "cases.yml"
    if not manifest.exists():
        reason = "旁边没有 ../shared/attacks/cases.yml，这些输入没有试"
        yield pytest.param({}, marks=pytest.mark.skip(reason=reason), id="absent")
        return
    for case in yaml.safe_load(manifest.read_text("utf-8")):
        yield pytest.param(case, id=case["id"])


@pytest.fixture
def placed(project: Callable[..., Path]) -> Callable[[dict], Path]:
    """Return a function that places a case of the corpus into the small project."""

    def place(case: dict) -> Path:
        content = (CORPUS / case["file"]).read_bytes()
        files = {"mkdocs.yml": _settings(case), case["place"]: content}
        if case["file"].startswith("yaml/"):
            files |= {"data/figures.yml": DECIMALS, VALUES: _translated(content)}
        extra = case.get("extra_files") or {}
        links = {name: text for name, text in extra.items() if text.startswith("->")}
        root = project({**files, **extra, **dict.fromkeys(links)})
        for name, target in links.items():
            (root / name).symlink_to(target.removeprefix("->"))
        return root

    return place


def _settings(case: dict) -> str:
    added = case.get("config") or ""
    return SMALL_MKDOCS + "\n" + (INCLUDES if added.startswith("INCLUDE") else added) + "\n"


def _translated(content: bytes) -> bytes:
    """Return a data file of the corpus with the keys of this project, byte faults untouched."""
    codec = "utf-16" if content[:2] == b"\xff\xfe" else "utf-8"
    try:
        text = content.decode(codec)
    except UnicodeDecodeError:
        codec = "gb18030"
        text = content.decode(codec)
    for word, ours in WORDS.items():
        text = text.replace(word, ours)
    return text.encode(codec)


@pytest.mark.parametrize("case", list(_cases()))
def test_case_of_the_corpus(case, placed):
    """Every reject is refused, at the very line the corpus names; every accept passes."""
    place = VALUES if case["file"].startswith("yaml/") else case["place"]
    found = errors(placed(case))
    lines = [problem.where.line for problem in found if problem.where.file == place]

    if case["expect"] == "accept":
        assert [] == [str(problem.where) for problem in found]
    elif case["expect"] == "reject":
        assert found
        assert case["expect_line"] in (None, min(lines, default=0))
