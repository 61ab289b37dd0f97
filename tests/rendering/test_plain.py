"""A page as plain text."""

import pytest

from macros.rendering.plain import plain_text

REPORT = "---\ntitle: 报告\n年份: 2023\n类型: 报告\n---\n"


def shown(handbook, body: str, gap: str = "") -> str:
    found = handbook({"docs/reports/r.md": REPORT + body})
    return plain_text(found, found.pages["reports/r.md"], gap)


def test_figures(handbook):
    """Figures read as they are printed; a gap as the caller wants it."""
    body = '\n# 报告\n\n召开局党组会{{ 数("局党组会", 2023) }}、约谈{{ 数("集体约谈", 2023) }}。\n'

    assert "报告\n召开局党组会30次、约谈次。\n" == shown(handbook, body)
    assert "报告\n召开局党组会30次、约谈【待填】次。\n" == shown(handbook, body, gap="【待填】")


def test_title_of_the_import_is_left_out(handbook):
    """The title that an import gives is not the report's."""
    assert "正文。\n" == shown(handbook, "\n# 2023年报告（导入）\n\n正文。\n")


def test_headings_escapes_and_blank_lines(handbook):
    """Marks of Markdown are gone; one blank line of each gap belongs to Markdown."""
    body = "\n# 报告\n\n## 一、甲\n\n　　1\\. 乙&#32;\n\n\n\n丙\n\n"

    assert "报告\n一、甲\n　　1. 乙 \n\n丙\n\n" == shown(handbook, body)


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n"])
def test_end(handbook, end):
    """The last line break is there if and only if the page has it."""
    expected = {"": "", "\n": "\n", "\n\n\n": "\n\n"}[end]

    assert f"报告\n甲{expected}" == shown(handbook, f"\n# 报告\n\n甲{end}")


def test_other_pages(handbook):
    """A page with lists and tables is told block by block."""
    body = "\n# 报告\n\n- 甲\n- 乙\n\n| 丙 | 丁 |\n|---|---|\n| 1 | 2 |\n"

    assert "报告\n甲\n乙\n丙\n丁\n1\n2\n" == shown(handbook, body)
