"""Word files of reports and regulations, read back with python-docx."""

import io

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Mm, Pt

from macros.books.word import word_file, word_files
from macros.problems import ProblemsFound
from tests.books.conftest import write
from tests.books.samples import FILES, REGULATION


def document(root, text, name="page.md"):
    """Return a page as Word, read back."""
    site = write(root, {f"docs/{name}": text})
    return docx.Document(io.BytesIO(word_file(site.pages[name], 1704412800)))


def texts(found):
    """Return the paragraphs outside of tables."""
    return [paragraph.text for paragraph in found.paragraphs]


class TestWordFile:
    def test_figures_are_plain_text(self, tmp_path):
        """
        A figure is text; 【待填】 is highlighted so that nobody overlooks it.
        """
        page = '召开局党组会{{ 数("局党组会", 2023) }}，约谈{{ 数("集体约谈", 2023) }}。\n'
        found = document(tmp_path, f"# 报告\n\n{page}")
        marked = [run.text for paragraph in found.paragraphs for run in paragraph.runs
                  if run.font.highlight_color == WD_COLOR_INDEX.YELLOW]  # fmt: skip

        assert ["报告", "召开局党组会30次，约谈【待填】次。"] == texts(found)
        assert ["【待填】"] == marked

    def test_styles_and_page(self, tmp_path):
        """
        Title and headings have the styles of the office, the page the margins of GB/T 9704.
        """
        found = document(tmp_path, "# 报告\n\n## 一、工作\n\n### （一）做法\n\n正文。\n")
        section = found.sections[0]

        assert ["Title", "Heading 1", "Heading 2", "Normal"] == [
            paragraph.style.name for paragraph in found.paragraphs
        ]
        assert Mm(37) == pytest.approx(section.top_margin, abs=Mm(0.1))
        assert Mm(28) == pytest.approx(section.left_margin, abs=Mm(0.1))

    def test_every_construct(self, tmp_path):
        """
        Lists, notes, boxes and tables are all there; buttons and permalinks are not.
        """
        site = write(tmp_path, FILES)
        content = word_file(site.pages["everything.md"], 1704412800)
        found = docx.Document(io.BytesIO(content))
        shown = "\n".join(texts(found))
        cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]

        for part in ("· 甲项", "· 乙项", "1. 第一步", "2. 第二步", "术语甲", "释义甲。"):
            assert part in shown
        for part in ("引用的话。", "提示标题", "折叠的文字。", "代码块", "（注：脚注的文字。）"):
            assert part in shown
        assert ["左", "中", "12"] == cells[3:6]
        assert "¶" not in shown

    def test_spans_of_a_table(self, tmp_path):
        """
        Cells over several rows or columns are merged, the head repeats, no row is split.
        """
        rows = ('<thead><tr><th rowspan="2">甲</th><th colspan="2">乙</th></tr>'
                "<tr><th>丙</th><th>丁</th></tr></thead>"
                "<tbody><tr><td>一</td><td><ul><li>二</li><li>三</li></ul></td>"
                '<td align="right">12</td></tr></tbody>')  # fmt: skip
        found = document(tmp_path, f"# 报告\n\n<table>{rows}</table>\n")
        table = found.tables[0]
        shown = [[cell.text for cell in row.cells] for row in table.rows]

        assert [["甲", "乙", "乙"], ["甲", "丙", "丁"], ["一", "二\n三", "12"]] == shown
        assert 2 == len(table._tbl.xpath(".//w:tblHeader"))
        assert 3 == len(table._tbl.xpath(".//w:cantSplit"))

    def test_lines_of_code_and_depth_of_lists(self, tmp_path):
        """
        Code keeps its lines, an item below an item stands further in.
        """
        found = document(tmp_path, "# 报告\n\n- 甲\n\n    - 乙\n\n```text\n一\n  二\n```\n")
        inner = next(one for one in found.paragraphs if one.text == "· 乙")

        assert "一\n  二" in texts(found)
        assert Pt(32) == inner.paragraph_format.left_indent

    def test_unknown_tag(self, tmp_path):
        """
        A tag the writer does not know is named with its line.
        """
        with pytest.raises(ProblemsFound) as found:
            document(tmp_path, "# 报告\n\n<p>前<blink>闪</blink></p>\n")

        assert "docs/page.md:3" == str(found.value.problems[0].where)


class TestWordFiles:
    def test_reports_and_regulations(self, tmp_path):
        """
        Reports and versions of regulations become Word files, the same bytes every time.
        """
        site = write(tmp_path, {"docs/reports/2023.md": "# 报告\n\n正文。\n",
                                "docs/regulations/model/draft.md": REGULATION,
                                "docs/other.md": "# 其他\n\n正文。\n"})  # fmt: skip
        found = dict(word_files(site))

        assert {"reports-2023.docx", "regulations-model-draft.docx"} == set(found)
        assert found == dict(word_files(site))
