"""No text is ever altered silently: it reads the same on the page, or is refused."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.handbook import load_handbook
from macros.importing.report import import_report
from macros.problems import ProblemsFound
from macros.prose.words import word_list
from macros.rendering.plain import plain_text
from tests.conftest import REPOSITORY, SMALL_MKDOCS

LAWS = REPOSITORY.parent / "shared" / "corpus" / "laws"

WORDS = word_list(r"""
    今年以来 召开局党组会 30次 余份 场次 培训 四个方面 14项 12.5万元 1,200人次 ３次 《要点》
    “ ” （ ） ， 。 、 一、 （一） 2023年 人次 党员 几次 3-5次 98% ××次 第一条
    * ** _ # ## #一 + - > ` ``` ~~~ { } {{ }} {% {: .x} <b> </b> <!-- --> <div> <?php
    &amp; &#12; & <
    [a](b) [^1] [^1]: [a]:b ![ !!! ??? === ======= --- *** | |a|b| : \ \* [TOC] ! ? = http://a.b 1.
""")
SPACES = [" ", "  ", "    ", "\t", "\u3000\u3000", "\u00a0"]
NUMERALS = "零一二三四五六七八九十百千万亿两几个项次场人份篇件名户余多共达为的和"

LINES = st.lists(
    st.sampled_from([*WORDS, *SPACES])
    | st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=3)
    | st.text(NUMERALS, max_size=4),
    max_size=8,
).map("".join)
TEXTS = st.builds(
    lambda lines, end: "\n".join(lines) + end,
    st.lists(LINES, min_size=1, max_size=8),
    st.sampled_from(["甲", "甲\n", "甲\n\n"]),
)
"""A Chinese character closes each text: without one the encoding would be a guess."""


def new_project(folder: str, files: dict[str, str]) -> Path:
    """Return a project with these files and an empty `docs`."""
    root = Path(folder)
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(SMALL_MKDOCS, "utf-8")
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def read_back(root: Path, text: str) -> str | None:
    """Import a text and return how it reads; None where a conflict must show instead."""
    source = root / "in.txt"
    source.write_text(text, "utf-8", newline="")
    result = import_report(root, source, 2023)
    handbook = load_handbook(root)
    assert () == handbook.problems
    if result.conflicts:
        return None
    return plain_text(handbook, handbook.pages["reports/in.md"])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text(text):
    """Any lines of Chinese, ASCII, punctuation and marks of Markdown read the same."""
    with tempfile.TemporaryDirectory() as folder:
        root = new_project(folder, {})
        try:
            shown = read_back(root, text)
        except ProblemsFound:
            assert not (root / "docs" / "reports").exists()
            assert not (root / "data").exists()
            return
        assert shown in (text, None)


KNOWN = {
    "data/2023/year.yml": "年份: 2023\n状态: 编制中\n截至: null\n",
    "data/figures.yml": (
        "# 定义\n\n局党组会:\n  单位: 次\n  口径: 计数。\n"
        "\n甲:\n  单位: 份\n  口径: 计数。\n  又名:\n    - 培训\n"
    ),
    "data/2023/figures.yml": "# 数\n局党组会:\n  数值: 30  # 对\n\n# 缺\n甲:\n  数值: null\n",
}
KNOWN_WORDS = word_list("""
    召开局党组会 支部 共 30次 31次 次 三十次 30余次 培训 5份 份 余份 ， 。 、
""")
KNOWN_LINES = st.lists(st.sampled_from(KNOWN_WORDS), max_size=10).map("".join)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(KNOWN_LINES, min_size=1, max_size=5).map(lambda lines: "\n".join([*lines, "完"])))
def test_data_on_file(text):
    """Whatever a report says of figures on file, the data stay readable and lose no comment."""
    with tempfile.TemporaryDirectory() as folder:
        root = new_project(folder, KNOWN)
        shown = read_back(root, text)

        assert shown in (text, None)
        values = (root / "data/2023/figures.yml").read_text("utf-8")
        assert values.startswith("# 数\n局党组会:\n  数值: 30  # 对\n")
        assert "\n# 缺\n甲:\n  数值: " in values


@pytest.mark.skipif(not LAWS.exists(), reason="the laws lie in ../shared, which is not here")
@pytest.mark.parametrize("path", sorted(LAWS.glob("*.md")), ids=lambda path: path.stem)
def test_laws(path):
    """Long texts full of numerals, headings and marks of Markdown: no fault, nothing altered."""
    text = path.read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        assert text == read_back(new_project(folder, {}), text)


@pytest.mark.parametrize(
    "text",
    [
        "甲",
        "甲\n",
        "甲\n\n",
        "\n\n甲\n",
        "甲\n\n\n乙\n",
        "　　甲\n　　乙　\n",
        "    四个空格\n\t制表符\t\n",
        "\u00a0\u00a0甲\n",
        "2023年报告（导入）\n甲。\n",
        "# 甲\n## 乙\n",
    ],
)
def test_blanks_and_ends(text):
    """Blank lines, indents, the last line break, and a title that looks like ours."""
    with tempfile.TemporaryDirectory() as folder:
        assert text == read_back(new_project(folder, {}), text)
