"""What only some documents have: 版头 and 版记, tables that lie sideways, charts."""

import io

import pdfplumber
import pytest

from macros.books.edition import chosen_books, print_books
from tests.books.conftest import write
from tests.books.measuring import HEAD, MILLIMETER, plain, sheets

NUMBERED = """---
title: 示范办法
类型: 制度
类别: 管理
文号: 示自然资发〔2023〕1号
制定机关: 示范县自然资源局
公布日期: 2023-03-01
施行日期: 2023-03-01
---

# 示范办法

第一条 为了规范示范工作，制定本办法。
"""

COLUMNS = "| " + " | ".join(f"列{number}" for number in range(1, 10)) + " |\n"
WIDE = "# 宽表\n\n前文。\n\n" + COLUMNS + "|" + " --- |" * 9 + "\n" + COLUMNS * 60 + "\n后文。\n"


def printed(root, files, name):
    """Return the PDF of one page of a small project."""
    site = write(root, files)
    return print_books(site, chosen_books(site, (name,)), release=False)[0].pdf


class TestLetterhead:
    def test_issued_regulation(self, tmp_path):
        """
        With issuer and number, the 版头 begins 35 mm below the type area's top, and 版记 ends it.
        """
        pdf = printed(tmp_path, {"docs/regulations/model/2023-03-01.md": NUMBERED}, "model")
        (sheet,) = [one for one in sheets(pdf) if "示自然资发" in one.text]
        head = [one for one in sheet.words if one["size"] == pytest.approx(40)]
        first = head[0]

        assert "示范县自然资源局" == "".join(one["text"] for one in head)
        assert sheet.baseline(first) - 0.8 * 40 / MILLIMETER == pytest.approx(HEAD + 35, abs=1)
        assert "示自然资发〔2023〕1号示范办法第一条" in sheet.text
        assert "示范县自然资源局2023年3月1日印发" in sheet.text

    def test_attachments(self, tmp_path):
        """
        The text names its attachments, each begins a page, and 版记 stands behind them all.
        """
        text = f'{NUMBERED}\n第二条 约谈{{{{ 数("集体约谈", 2023) }}}}。\n'
        pdf = printed(tmp_path, {"docs/regulations/model/2023-03-01.md": text}, "model")
        first, *others = [sheet.text for sheet in sheets(pdf)]

        assert first.endswith("附件：1.数据来源一览表2.待补清单")
        assert others[0].startswith("附件1数据来源一览表")
        assert others[1].startswith("附件2待补清单")
        assert others[-1].endswith("印发")

    def test_draft_regulation(self, report):
        """
        Without issuer and number there is neither: nothing is made up.
        """
        assert "印发" not in report[-1].text.replace("印发执行", "")
        assert report[0].text.startswith("年度报告")


class TestSideways:
    def test_wide_table(self, tmp_path):
        """
        A table of nine columns gets pages on their side, between upright ones.
        """
        pdf = printed(tmp_path, {"docs/wide.md": WIDE}, "wide.md")
        with pdfplumber.open(io.BytesIO(pdf)) as document:
            shapes = [page.width > page.height for page in document.pages]
            sideways = document.pages[1]
            number = [one for one in sideways.chars if abs(one["matrix"][0]) < 0.01]
            middle = (number[0]["x0"] + number[0]["x1"]) / 2 / MILLIMETER

        assert [False, True, True, True, False] == shapes[:5]
        assert "—2—" == plain("".join(one["text"] for one in number))
        assert middle == pytest.approx(35 - 7, abs=1.5)

    def test_comparison(self, tmp_path):
        """
        A comparison of two versions lies sideways.
        """
        draft = NUMBERED.replace("示范工作，", "全部示范工作，").replace("2023-03-01", "null")
        page = '# 修订对照\n\n{{ 修订对照("model", "2023-03-01", "draft") }}\n'
        files = {
            "docs/regulations/model/2023-03-01.md": NUMBERED,
            "docs/regulations/model/draft.md": draft,
            "docs/regulations/model/compare-2023-03-01-draft.md": page,
        }
        name = "regulations/model/compare-2023-03-01-draft.md"
        with pdfplumber.open(io.BytesIO(printed(tmp_path, files, name))) as document:
            wide = [page for page in document.pages if page.width > page.height]

        assert "修订前" in "".join(page.extract_text() for page in wide)


class TestChart:
    def test_text_of_a_chart(self, prints):
        """
        The words of a chart can be copied, and it is drawn: its bar is a shape of the page.
        """
        with pdfplumber.open(io.BytesIO(prints["book"].pdf)) as document:
            page = next(one for one in document.pages if "第一季度" in plain(one.extract_text()))

            assert page.curves or page.rects
