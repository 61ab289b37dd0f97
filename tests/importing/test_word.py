"""Word documents, read as a reader sees them."""

import zipfile

import pytest

from macros.importing.word import Word, read_word
from macros.importing.word.counting import UnknownFormat, format_number
from macros.problems import ProblemsFound
from tests.importing.documents import (
    WORD,
    cell,
    document,
    levels,
    numbered,
    paragraph,
    run,
    table,
)

RULE = levels(
    ("chineseCountingThousand", "第%1章"),
    ("chineseCountingThousand", "第%2条"),
    ("chineseCounting", "（%3）"),
    ("decimal", "%4."),
)


@pytest.fixture
def read(tmp_path):
    """Return a function that writes a document and reads it."""

    def call(body: str, **parts: str) -> Word:
        return read_word(document(tmp_path / "规定.docx", body, **parts), "规定.docx")

    return call


def texts(word: Word) -> list[str]:
    return [line.text for line in word.lines if line.text]


class TestNumbers:
    def test_levels(self, read):
        """
        Automatic numbers are written out; inner levels begin again below each outer one.
        """
        body = (
            numbered("总则", 0) + numbered("甲：", 1) + numbered("子；", 2) + numbered("丑。", 2)
            + numbered("寅", 3) + numbered("附则", 0) + numbered("乙：", 1) + numbered("卯。", 2)
        )  # fmt: skip

        assert ["第一章 总则", "第一条 甲：", "（一）子；", "（二）丑。", "1.寅", "第二章 附则",
                "第一条 乙：", "（一）卯。"] == texts(read(body, numbering=RULE))  # fmt: skip

    def test_articles_run_on(self, read):
        """
        A level that does not restart runs on through the chapters.
        """
        lists = RULE.replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:lvlRestart w:val="0"/>')
        body = numbered("总则", 0) + numbered("甲。", 1) + numbered("附则", 0) + numbered("乙。", 1)

        assert ["第一章 总则", "第一条 甲。", "第二章 附则", "第二条 乙。"] == texts(
            read(body, numbering=lists)
        )

    def test_start_of_a_list(self, read):
        """
        A list that begins anew counts from where it says.
        """
        again = (
            '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        )
        body = numbered("甲", 0) + numbered("乙", 0, 2) + numbered("丙", 0, 2)

        assert ["第一章 甲", "第五章 乙", "第六章 丙"] == texts(read(body, numbering=RULE + again))

    def test_number_of_a_style(self, read):
        """
        A paragraph takes its list from its style, and from what that style is based on.
        """
        styles = (
            '<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:ilvl w:val="1"/>'
            '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        )
        body = paragraph("甲。", properties='<w:pStyle w:val="b"/>') * 2

        assert ["第一条 甲。", "第二条 甲。"] == texts(read(body, styles=styles, numbering=RULE))

    def test_bullets(self, read):
        """
        A bullet is no text.
        """
        assert ["甲"] == texts(read(numbered("甲"), numbering=levels(("bullet", "●"))))

    def test_unknown_form(self, read):
        """
        A list that counts in a way nobody can write out makes the document refused.
        """
        with pytest.raises(ProblemsFound) as refused:
            read(paragraph("甲") + numbered("乙"), numbering=levels(("hebrew1", "%1")))

        assert ["规定.docx:2"] == [str(one.where) for one in refused.value.problems]

    @pytest.mark.parametrize(
        ("count", "form", "text"),
        [
            (12, "chineseCounting", "十二"),
            (110, "chineseCountingThousand", "一百一十"),
            (10, "ideographDigital", "一〇"),
            (3, "ideographTraditional", "丙"),
            (12, "chineseLegalSimplified", "壹拾贰"),
            (20, "decimalEnclosedCircle", "⑳"),
            (7, "decimalZero", "07"),
            (12, "decimalFullWidth", "１２"),
            (28, "lowerLetter", "bb"),
            (14, "upperRoman", "XIV"),
        ],
    )
    def test_forms(self, count, form, text):
        """
        Numbers are written as Word writes them.
        """
        assert text == format_number(count, form)

    def test_form_without_sign(self):
        """
        A number beyond the signs of its form is not made up.
        """
        with pytest.raises(UnknownFormat):
            format_number(11, "ideographTraditional")


class TestTrackedChanges:
    def test_accepted(self, read):
        """
        Inserted text is kept, deleted and moved-away text is dropped.
        """
        deleted = "<w:del><w:r><w:delText>丙</w:delText></w:r></w:del>"
        body = paragraph(
            "甲", f"<w:ins>{run('乙')}</w:ins>", deleted,
            f"<w:moveFrom>{run('丁')}</w:moveFrom>", f"<w:moveTo>{run('戊')}</w:moveTo>",
        )  # fmt: skip

        assert ["甲乙戊"] == texts(read(body))

    def test_deleted_paragraph_end(self, read):
        """
        A paragraph whose end was deleted goes on with the next one, and is not counted.
        """
        gone = numbered("甲", 1).replace("</w:pPr>", "<w:rPr><w:del/></w:rPr></w:pPr>")

        assert ["第一条 甲乙"] == texts(read(gone + numbered("乙", 1), numbering=RULE))

    def test_deleted_row(self, read):
        """
        A deleted row of a table is dropped.
        """
        gone = "<w:trPr><w:del/></w:trPr>" + cell("丙") + cell("丁")

        word = read(table(cell("甲") + cell("乙"), gone, cell("戊") + cell("己")))

        assert [[["甲", "乙"], ["戊", "己"]]] == [*word.tables.values()]


class TestTables:
    def test_merged_cells(self, read):
        """
        The text of merged cells stands once, in the first of them.
        """
        across = '<w:gridSpan w:val="2"/>'
        begin, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"

        word = read(
            table(
                cell("甲", across) + cell("乙"),
                cell("丙", begin) + cell("丁") + cell("戊"),
                cell("", goes_on) + cell("己") + cell("庚"),
            )
        )

        assert [[["甲", "", "乙"], ["丙", "丁", "戊"], ["", "己", "庚"]]] == [*word.tables.values()]

    def test_table_within_a_cell(self, read):
        """
        The text of a table within a cell is text of that cell.
        """
        inner = f"<w:tc><w:tcPr/>{table(cell('乙') + cell('丙'))}{paragraph('丁')}</w:tc>"

        assert [[["甲", "乙 丙 丁"]]] == [*read(table(cell("甲") + inner)).tables.values()]

    def test_frame(self, read):
        """
        A table of one cell is a frame: its paragraphs are paragraphs.
        """
        frame = f"<w:tc>{paragraph('甲')}{paragraph('乙')}</w:tc>"

        word = read(table(frame))

        assert (["甲", "乙"], {}) == (texts(word), word.tables)


class TestText:
    def test_breaks_and_tabs(self, read):
        """
        A line break begins a new line, a tab is white space.
        """
        body = paragraph("甲", "<w:r><w:br/></w:r>", "乙", "<w:r><w:tab/></w:r>", "丙")

        assert ["甲", "乙\t丙"] == texts(read(body))

    def test_fields_and_wrappers(self, read):
        """
        Links, controls and the results of fields are text, their codes are not.
        """
        body = paragraph(
            f"<w:hyperlink>{run('甲')}</w:hyperlink>",
            f"<w:sdt><w:sdtContent>{run('乙')}</w:sdtContent></w:sdt>",
            "<w:r><w:instrText>PAGE</w:instrText></w:r>",
            f"<w:fldSimple>{run('丙')}</w:fldSimple>",
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>丁</w:t></w:r>",
        )

        assert ["甲乙丙"] == texts(read(f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>"))

    def test_headings(self, read):
        """
        A short paragraph in the style of a heading is a heading.
        """
        styles = (
            '<w:style w:type="paragraph" w:styleId="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
            "</w:style>"
        )
        style = '<w:pStyle w:val="1"/>'
        body = paragraph("总体要求", properties=style) + paragraph("长。", properties=style)

        assert ["## 总体要求", "长。"] == texts(read(body, styles=styles))

    @pytest.mark.parametrize(
        "content",
        ["<w:footnoteReference/>", '<w:sym w:char="F0FE"/>', "<w:oMath><w:r/></w:oMath>"],
    )
    def test_what_is_no_text(self, read, content):
        """
        What has a meaning but no text makes the document refused, with the paragraph.
        """
        with pytest.raises(ProblemsFound) as refused:
            read(paragraph("甲") + paragraph("乙", f"<w:r>{content}</w:r>"))

        assert ["规定.docx:2"] == [str(one.where) for one in refused.value.problems]

    def test_picture(self, read):
        """
        A picture is named in a remark.
        """
        word = read(paragraph("甲", "<w:r><w:drawing><w:blip/></w:drawing></w:r>"))

        assert ["picture"] == [one.code for one in word.remarks]

    def test_text_box(self, read):
        """
        The text of a text box follows the paragraph it hangs on, once.
        """
        box = f"<w:drawing><w:txbxContent>{paragraph('乙')}</w:txbxContent></w:drawing>"
        other = f"<w:pict><w:txbxContent>{paragraph('乙')}</w:txbxContent></w:pict>"
        both = f"<w:AlternateContent><w:Choice>{box}</w:Choice>"
        both += f"<w:Fallback>{other}</w:Fallback></w:AlternateContent>"

        assert ["甲", "乙"] == texts(read(paragraph("甲", f"<w:r>{both}</w:r>")))


class TestOtherFiles:
    @pytest.mark.parametrize("content", [b"", b"\xd0\xcf\x11\xe0old", b"PK\x03\x04broken"])
    def test_no_document(self, tmp_path, content):
        """
        A file that is no .docx is refused with what to do.
        """
        path = tmp_path / "a.docx"
        path.write_bytes(content)

        with pytest.raises(ProblemsFound, match="另存为"):
            read_word(path, "a.docx")

    def test_outside_is_not_looked_at(self, tmp_path):
        """
        A document cannot bring in files of the machine.
        """
        secret = tmp_path / "secret.txt"
        secret.write_text("秘密", encoding="utf-8")
        path = tmp_path / "a.docx"
        text = (
            f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
            f'<w:document xmlns:w="{WORD}"><w:body>{paragraph("甲&x;")}</w:body></w:document>'
        )
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("word/document.xml", text)

        assert "秘密" not in "".join(texts(read_word(path, "a.docx")))
