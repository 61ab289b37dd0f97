"""An empty Word document with the page and the styles of GB/T 9704-2012."""

from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

PITCH = Pt(28.95)
"""Distance of the lines: 22 to a page."""

GRID = {"w:type": "lines", "w:linePitch": "579"}
"""22 lines, in the units of Word."""

CLOSER = "-5"
"""Twentieths of a point: 28 characters of 16 pt are wider than the type area of 156 mm.

A grid of characters would say so too, but programs other than Word read it differently.
"""

BODY, KAI, HEI, SONG, TITLE = "仿宋", "楷体", "黑体", "宋体", "方正小标宋简体"
HEADINGS = {"Heading 1": HEI, "Heading 2": KAI, "Heading 3": BODY}


def new_document(title: str, seconds: int) -> Document:
    """Return a document without text.

    Args:
        seconds: when it was made, since 1970; written into the file.
    """
    document = docx.Document()
    _set_page(document)
    _set_style(document.styles["Normal"], BODY, 16)
    document.styles["Normal"].paragraph_format.first_line_indent = Pt(32)
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), CLOSER)
    properties = document.styles["Normal"].element.get_or_add_rPr()
    properties.insert_element_before(spacing, "w:w", "w:kern", "w:position", "w:sz", "w:szCs")
    document.styles["Normal"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for name, font in HEADINGS.items():
        _set_style(document.styles[name], font, 16)
        document.styles[name].paragraph_format.keep_with_next = True
    _set_style(document.styles["Title"], TITLE, 22)
    document.styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.styles["Title"].paragraph_format.first_line_indent = Pt(0)
    document.styles["Title"].paragraph_format.space_after = PITCH
    made = datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None)
    about = document.core_properties
    about.title, about.author, about.language = title, "", "zh-CN"
    about.comments, about.created, about.modified = "", made, made
    return document


def set_font(properties, name: str) -> None:
    """Set the font of a run or style, for Chinese and Latin characters alike."""
    fonts = properties.get_or_add_rFonts()
    for kind in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(kind), name)
    for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(kind), None)


def leave_grid(paragraph: Paragraph) -> None:
    """Let the lines of a table be closer than those of the page."""
    mark = OxmlElement("w:snapToGrid")
    mark.set(qn("w:val"), "0")
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(mark, "w:spacing", "w:ind", "w:jc", "w:rPr")


def _set_style(style: ParagraphStyle, font: str, size: int) -> None:
    set_font(style.element.get_or_add_rPr(), font)
    style.font.size, style.font.bold, style.font.italic = Pt(size), False, False
    style.font.color.rgb = docx.shared.RGBColor(0, 0, 0)
    form = style.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, PITCH
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        borders.getparent().remove(borders)


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(24)
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        section._sectPr.append(grid)
    for name, value in GRID.items():
        grid.set(qn(name), value)
    settings = document.settings.element
    settings.insert(settings.index(settings.find(qn("w:zoom"))) + 1, OxmlElement("w:mirrorMargins"))
    document.settings.odd_and_even_pages_header_footer = True
    _number(section.footer.paragraphs[0], WD_ALIGN_PARAGRAPH.RIGHT)
    _number(section.even_page_footer.paragraphs[0], WD_ALIGN_PARAGRAPH.LEFT)


def _number(paragraph, side: WD_ALIGN_PARAGRAPH) -> None:
    """Write `— 1 —` in 4号, one character in from the edge."""
    paragraph.alignment = side
    form = paragraph.paragraph_format
    form.first_line_indent, form.left_indent, form.right_indent = Pt(0), Pt(14), Pt(14)
    for text, kind in (("— ", ""), ("", "begin"), ("PAGE", ""), ("", "end"), (" —", "")):
        run = paragraph.add_run("" if text == "PAGE" else text)
        run.font.size = Pt(14)
        set_font(run._r.get_or_add_rPr(), SONG)
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif text == "PAGE":
            field = OxmlElement("w:instrText")
            field.text = text
            run._r.append(field)
