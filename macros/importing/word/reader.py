"""The paragraphs and tables of a Word document as a reader sees them, with nothing lost.

Read straight from the XML with lxml: python-docx knows neither automatic numbers nor tracked
changes, and these are what regulations come with. Changes count as accepted. What has no text of
its own but a meaning (footnotes, formulas, signs of a symbol font) makes the document refused
with the number of its paragraph; pictures are named in a remark.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from macros.importing.word.counting import UnknownFormat
from macros.importing.word.numbering import Lists, read_lists
from macros.importing.word.styles import Style, read_styles
from macros.importing.word.xml import child, local, read_parts, unreadable, value
from macros.problems import Problem, ProblemsFound, Severity, Where
from macros.regulations.parts import Line

THROUGH = frozenset([
    "ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir",
    "bdo", "rubyBase", "ruby",
])  # fmt: skip
"""Wrappers whose content is text of the document."""

SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
DRAWINGS = frozenset(["drawing", "pict", "object"])

MEANINGFUL = {
    "footnoteReference": "脚注",
    "endnoteReference": "尾注",
    "oMath": "公式",
    "oMathPara": "公式",
    "sym": "符号字体里的字符",
    "altChunk": "嵌入的文档",
}
"""What cannot be brought in as text, and its name for people."""

SPACED_END = re.compile("[条章节编款]$")
LONGEST_HEADING = 60


@dataclass
class Word:
    """A document, read."""

    lines: list[Line] = field(default_factory=list)
    """Its paragraphs, numbered from 1, blank ones counted; ``#`` before headings."""

    tables: dict[int, list[list[str]]] = field(default_factory=dict)
    """Cells of the tables, by the number of the line that stands for them."""

    remarks: tuple[Problem, ...] = ()


def read_word(path: Path, name: str) -> Word:
    """Return the text of a document.

    Raises:
        ProblemsFound: if it is no .docx file or holds what cannot be brought in.
    """
    document, styles, numbering = read_parts(path, name)
    body = child(document, "body")
    if body is None:
        raise ProblemsFound([unreadable(name)])
    known = read_styles(styles)
    lists = read_lists(numbering, {key: one.list_id for key, one in known.items() if one.list_id})
    reader = _Reader(name, known, lists)
    reader.read(body)
    if reader.problems:
        raise ProblemsFound(reader.problems)
    reader.word.remarks = tuple(reader.remarks)
    return reader.word


class _Reader:
    """Goes through a document once, in order, because lists count as it goes."""

    def __init__(self, name: str, styles: dict[str, Style], lists: Lists) -> None:
        self.name = name
        self.styles = styles
        self.lists = lists
        self.word = Word()
        self.problems: list[Problem] = []
        self.remarks: list[Problem] = []
        self.number = 0
        self.carried = ""
        """Text of a paragraph whose end was deleted: it goes on with the next one."""

    def read(self, body: etree._Element) -> None:
        """Add everything below an element to `word`."""
        for element in _content(body):
            if local(element) == "p":
                for text in self._paragraph(element):
                    self.word.lines.append(Line(self.number, text))
            elif local(element) == "tbl":
                self._table(element)
            elif local(element) in MEANINGFUL:
                self._refuse(local(element))

    def _paragraph(self, element: etree._Element) -> Iterator[str]:
        """Yield the lines of a paragraph: text boxes in it follow its own text."""
        self.number += 1
        properties = child(element, "pPr")
        boxes: list[etree._Element] = []
        text = "".join(self._texts(element, boxes))
        if _ends_deleted(properties):
            self.carried += text
        else:
            style = self.styles.get(value(child(properties, "pStyle")) or "", Style())
            text = self.carried + text
            if text.strip():
                text = self._marked(self._number(properties, style) + text, properties, style)
            self.carried = ""
            yield from text.split("\n")
        for box in boxes:
            for inner in _content(box):
                if local(inner) == "p":
                    yield from self._paragraph(inner)

    def _number(self, properties: etree._Element | None, style: Style) -> str:
        """Return the automatic number of a paragraph, with a space where one belongs."""
        own = child(properties, "numPr")
        list_id = value(child(own, "numId")) or style.list_id
        if not list_id or list_id == "0":
            return ""
        typed = value(child(own, "ilvl"))
        level = int(typed) if typed else style.level
        if level is None:
            level = self.lists.level_of_style(list_id, style.key)
        try:
            number = self.lists.number(list_id, level)
        except UnknownFormat as error:
            self._refuse(f"自动编号“{error}”", "把这一段的自动编号改成手写的序号，再导入。")
            return ""
        return f"{number} " if SPACED_END.search(number) else number

    def _marked(self, text: str, properties: etree._Element | None, style: Style) -> str:
        """Return a heading with its marks, anything else as it is."""
        typed = value(child(properties, "outlineLvl"))
        outline = int(typed) if typed else style.outline
        is_heading = outline is not None and outline < 9 and len(text) <= LONGEST_HEADING
        if not is_heading or "\n" in text or re.search("[。；：，]", text):
            return text
        return f"{'#' * min(outline + 2, 6)} {text}"

    def _texts(self, element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
        for one in element:
            kind = local(one)
            if kind == "t":
                yield one.text or ""
            elif kind in SIGNS:
                yield SIGNS[kind]
            elif kind in THROUGH or (kind == "r" and not _is_hidden(one)):
                yield from self._texts(one, boxes)
            elif kind == "AlternateContent":
                yield from self._texts(one[0], boxes)
            elif kind in MEANINGFUL:
                self._refuse(kind)
            elif kind in DRAWINGS:
                self._drawing(one, boxes)

    def _drawing(self, element: etree._Element, boxes: list[etree._Element]) -> None:
        found = [one for one in element.iter() if local(one) == "txbxContent"]
        boxes += found
        if not found and any(local(one) in ("blip", "imagedata") for one in element.iter()):
            hint = "把图片存为文件放进 docs，在页面里引用。"
            where = Where(self.name, self.number)
            self.remarks.append(
                Problem(where, "picture", "这一段有图片，没有导入", hint, Severity.WARNING)
            )

    def _refuse(self, kind: str, hint: str = "改成正文里的文字，再导入。") -> None:
        fact = f"这一段有{MEANINGFUL.get(kind, kind)}，不能照样导入"
        self.problems.append(Problem(Where(self.name, self.number), "word-content", fact, hint))

    def _table(self, element: etree._Element) -> None:
        first = self.number + 1
        rows = [self._row(row) for row in _children(element, "tr")]
        rows = [row for row in rows if row]
        if [len(row) for row in rows] == [1]:
            self.word.lines += [Line(first, text) for text in rows[0][0]]
            return
        self.number += 1
        self.word.tables[self.number] = [
            [" ".join(" ".join(cell).split()) for cell in row] for row in rows
        ]
        self.word.lines.append(Line(self.number, ""))

    def _row(self, row: etree._Element) -> list[list[str]]:
        """Return the lines of each cell; none for the further columns and rows it goes through."""
        properties = child(row, "trPr")
        if child(properties, "del") is not None:
            return []
        cells: list[list[str]] = [[]] * int(value(child(properties, "gridBefore")) or 0)
        for cell in _children(row, "tc"):
            own = child(cell, "tcPr")
            merged = child(own, "vMerge")
            texts = list(self._inner(cell))
            goes_on = merged is not None and value(merged) != "restart"
            width = int(value(child(own, "gridSpan")) or 1)
            cells += [[] if goes_on else texts, *[[]] * (width - 1)]
        return cells

    def _inner(self, element: etree._Element) -> Iterator[str]:
        """Yield the lines of a cell, those of tables within it one after another."""
        for one in _content(element):
            if local(one) == "p":
                yield from self._paragraph(one)
            elif local(one) in ("tbl", "tr", "tc"):
                yield from self._inner(one)


def _content(body: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs and tables, those in content controls and insertions too."""
    for element in body:
        if local(element) in THROUGH:
            yield from _content(element)
        else:
            yield element


def _children(element: etree._Element, kind: str) -> Sequence[etree._Element]:
    return [one for one in _content(element) if local(one) == kind]


def _is_hidden(run: etree._Element) -> bool:
    mark = child(run, "rPr", "vanish")
    return mark is not None and value(mark) not in ("0", "false", "off")


def _ends_deleted(properties: etree._Element | None) -> bool:
    """Return whether the end of a paragraph was deleted, so that it joins the next one."""
    marks = child(properties, "rPr")
    return child(marks, "del") is not None or child(marks, "moveFrom") is not None
