"""The walk over a page that writes Word: figures as plain text, 【待填】 highlighted."""

import io
import re
from collections.abc import Callable, Mapping

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import html

from macros.books.constructs.drawings import drawing_words
from macros.books.constructs.notes import footnotes
from macros.books.omitted import is_omitted
from macros.books.word.styles import HEI, KAI, leave_grid, new_document, set_font
from macros.books.word.tables import add_table
from macros.formatting import MISSING
from macros.problems import Problem, ProblemsFound
from macros.rendering.site import RenderedPage
from macros.sources.zip_file import dateless

CODE = "unknown-element"
STYLES = {"h1": "Title", "h2": "Heading 1", "h3": "Heading 2", "h4": "Heading 3",
          "h5": "Heading 3", "h6": "Heading 3"}  # fmt: skip
FRAMES = frozenset(["article", "section", "div", "figure", "details", "blockquote"])
LISTS = frozenset(["ul", "ol", "li", "dl", "dt", "dd"])
LEAVES = frozenset([*STYLES, "p", "pre", "caption", "figcaption", "summary"])
DRAWINGS = frozenset(["svg", "img"])
"""They stand in the PDF; here their words say what they show."""

BLOCKS = LEAVES | FRAMES | LISTS | DRAWINGS | {"hr", "table"}

Format = Callable[[Run], None]
FORMATS: Mapping[str, Format] = {
    "strong": lambda run: set_font(run._r.get_or_add_rPr(), HEI),
    "em": lambda run: set_font(run._r.get_or_add_rPr(), KAI),
    "del": lambda run: setattr(run.font, "strike", True),
    "ins": lambda run: setattr(run.font, "underline", True),
    "sup": lambda run: setattr(run.font, "superscript", True),
    "sub": lambda run: setattr(run.font, "subscript", True),
}
PLAIN = frozenset(["a", "abbr", "code", "kbd", "mark", "small", "span", "time"])


def word_file(page: RenderedPage, seconds: int) -> bytes:
    """Return a page as a Word file, the same bytes for the same page and time.

    Raises:
        ProblemsFound: for tags that this writer does not know.
    """
    document = new_document(page.page.title, seconds)
    writer = _Writer(page, document)
    writer.flow(page.article)
    if writer.problems:
        raise ProblemsFound(writer.problems)
    output = io.BytesIO()
    document.save(output)
    return dateless(output.getvalue())


class _Writer:
    def __init__(self, page: RenderedPage, document: Document) -> None:
        self.page = page
        self.document = document
        self.problems: list[Problem] = []
        self.notes, _ = footnotes(page.article)

    def flow(self, element: html.HtmlElement, prefix: str = "") -> None:
        """Write the blocks of an element; what stands between them becomes a paragraph."""
        loose = self._open(element, prefix)
        self._text(loose, element.text, ())
        for number, child in enumerate(element, 1):
            if is_omitted(child) or child.get("class") == "footnote":
                pass
            elif child.tag in BLOCKS:
                prefix = self._close(loose, prefix)
                self._block(child, prefix or self._bullet(element, child, number))
                loose, prefix = self._open(element), ""
            else:
                self._inline(loose, child, ())
            self._text(loose, child.tail, ())
        self._close(loose, prefix)

    def _open(self, element: html.HtmlElement, prefix: str = "", style: str = "") -> Paragraph:
        paragraph = self.document.add_paragraph(prefix, style or None)
        depth = sum(1 for one in element.iterancestors("ul", "ol"))
        if depth > 1:
            paragraph.paragraph_format.left_indent = Pt(32 * (depth - 1))
        return paragraph

    def _close(self, paragraph: Paragraph, prefix: str) -> str:
        """Drop a paragraph that stayed empty; return the mark that is still to be written."""
        if paragraph.text.strip() != prefix.strip():
            return ""
        paragraph._p.getparent().remove(paragraph._p)
        return prefix

    def _bullet(self, parent: html.HtmlElement, child: html.HtmlElement, number: int) -> str:
        if child.tag != "li":
            return ""
        return f"{number}. " if parent.tag == "ol" else "· "

    def _block(self, element: html.HtmlElement, prefix: str) -> None:
        if element.tag == "hr":
            return
        if element.tag in DRAWINGS:
            self.document.add_paragraph(f"［图：{drawing_words(element)}］")
        elif element.tag == "table":
            self._table(element)
        elif element.tag in LEAVES:
            paragraph = self._open(element, prefix, STYLES.get(element.tag, ""))
            if element.tag == "pre":
                self._code(paragraph, element)
                return
            is_head = element.tag == "summary" or element.get("class") == "admonition-title"
            self._words(paragraph, element, (FORMATS["strong"],) if is_head else ())
            if not paragraph.text.strip():
                paragraph._p.getparent().remove(paragraph._p)
        else:
            self.flow(element, prefix)

    def _code(self, paragraph: Paragraph, element: html.HtmlElement) -> None:
        for number, line in enumerate(element.text_content().rstrip().split("\n")):
            if number:
                _break(paragraph)
            paragraph.add_run(line)

    def _words(self, paragraph: Paragraph, element: html.HtmlElement, forms: tuple) -> None:
        self._text(paragraph, element.text, forms)
        for child in element:
            if not is_omitted(child):
                self._inline(paragraph, child, forms)
            self._text(paragraph, child.tail, forms)

    def _inline(self, paragraph: Paragraph, element: html.HtmlElement, forms: tuple) -> None:
        note = self._note(element)
        if element.tag == "br":
            _break(paragraph)
        elif note is not None:
            self._text(paragraph, f"（注：{note}）", forms)
        elif element.tag in DRAWINGS:
            self._text(paragraph, f"［图：{drawing_words(element)}］", forms)
        elif element.tag in PLAIN | BLOCKS:
            if element.tag in BLOCKS and paragraph.text.strip():
                _break(paragraph)
            self._words(paragraph, element, forms)
        elif element.tag in FORMATS:
            self._words(paragraph, element, (*forms, FORMATS[element.tag]))
        else:
            where = self.page.line_of(f"<{element.tag}")
            hint = "改用编辑指南里写明的写法。"
            fact = f"导出 Word 不认识标签 <{element.tag}>"
            self.problems.append(Problem(where, CODE, fact, hint))

    def _note(self, element: html.HtmlElement) -> str | None:
        target = element.find("a") if element.tag == "sup" else None
        note = self.notes.get((target.get("href") or "")[1:]) if target is not None else None
        return None if note is None else note.text_content().replace("↩", "").strip()

    def _text(self, paragraph: Paragraph, text: str | None, forms: tuple) -> None:
        for part in re.split(f"({MISSING})", re.sub(r"\s+", " ", text or "")):
            if not part or (part == " " and not paragraph.text):
                continue
            run = paragraph.add_run(part)
            for form in forms:
                form(run)
            if part == MISSING:
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW

    def _table(self, element: html.HtmlElement) -> None:
        caption = element.find("caption")
        if caption is not None:
            self._block(caption, "")
        for target, cell in add_table(self.document, element):
            self._cell(target, cell)

    def _cell(self, target, cell: html.HtmlElement) -> None:
        paragraph = target.paragraphs[0]
        paragraph.paragraph_format.first_line_indent = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(16)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
        leave_grid(paragraph)
        if cell.get("align") == "right" or cell.get("class") == "number":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self._words(paragraph, cell, (FORMATS["strong"],) if cell.tag == "th" else ())
        for run in paragraph.runs:
            run.font.size = Pt(10.5)


def _break(paragraph: Paragraph) -> None:
    """Break the line; a line that ends so must not be drawn out to the margin."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    paragraph.add_run().add_break()
