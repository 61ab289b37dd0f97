"""What a reader meets on a page, in order: sentences, table rows, drawings, hover notes, links."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from lxml import etree

from macros.rendering.figure_uses import DIRECTIVE

SENTENCE = re.compile(r"[^。！？；]*[。！？；]+[”’）」』》]*|[^。！？；]+")
"""A sentence with its mark and the brackets closed behind it."""

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
BLOCKS = HEADINGS | {
    "article", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt", "figcaption",
    "figure", "hr", "li", "ol", "p", "pre", "section", "summary", "svg", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
"""Elements that end the line of text before them."""

DRAWING = "svg"


class Kind(Enum):
    """What a piece is."""

    SENTENCE = "句子"
    HEADING = "标题"
    CAPTION = "表题"
    ROW = "表行"
    CHART = "图"
    CODE = "样例"
    TITLE = "页面标题"
    FOOT = "页尾"
    IMAGE = "图片"
    LINK = "链接"
    NOTE = "悬停说明"

    @property
    def is_hidden(self) -> bool:
        """Whether it shows only under the pointer, or not at all."""
        return self in (Kind.LINK, Kind.NOTE)

    @property
    def is_table(self) -> bool:
        """Whether it is part of a table or chart."""
        return self in (Kind.CAPTION, Kind.ROW, Kind.CHART)


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a page."""

    kind: Kind
    text: str
    host: str
    """Text by which its place in the source is found."""

    heading: str = ""
    """The heading it stands under."""

    table: str = ""
    """Caption of the table it is part of."""

    drawing: str = ""
    """Hash of a drawing, which can change while its words stay."""

    line: int = 0
    """Line of the file; 0 if not looked for."""

    @property
    def key(self) -> tuple[Kind, str, str]:
        """What it is compared by: where it stands does not count."""
        return self.kind, self.text, self.drawing


def read_pieces(article: etree._Element) -> Iterator[Piece]:
    """Yield every piece of an article; each of its words is in exactly one that is shown."""
    heading = ""
    for piece in _block(article):
        if piece.kind is Kind.HEADING:
            heading = piece.text
        yield replace(piece, heading=heading)


def _block(element: etree._Element) -> Iterator[Piece]:
    if element.tag == DRAWING:
        yield _drawing(element)
    elif element.tag == "table":
        yield from _table(element)
    elif element.tag == "pre":
        for line in "".join(element.itertext()).split("\n"):
            if line.strip():
                yield Piece(Kind.CODE, line.rstrip(), line)
    else:
        yield from _flow(element, Kind.HEADING if element.tag in HEADINGS else Kind.SENTENCE)


def _flow(element: etree._Element, kind: Kind) -> Iterator[Piece]:
    """Yield the runs of text between the blocks of an element, and the blocks."""
    words, inline = [element.text or ""], []
    for child in element:
        if child.tag in BLOCKS:
            yield from _run(words, inline, kind)
            words, inline = [], []
            yield from _block(child)
        elif not _is_permalink(child):
            words.append(_words(child))
            inline.append(child)
        words.append(child.tail or "")
    yield from _run(words, inline, kind)


def _run(words: list[str], inline: list[etree._Element], kind: Kind) -> Iterator[Piece]:
    text = _one_line("".join(words))
    sentences = [text] if kind is Kind.HEADING else SENTENCE.findall(text)
    for sentence in filter(None, map(str.strip, sentences)):
        yield Piece(kind, sentence, sentence)
    for element in inline:
        yield from _hidden(element, text)


def _table(table: etree._Element) -> Iterator[Piece]:
    caption = _one_line("".join(map(_words, table.findall("caption"))))
    if caption:
        yield Piece(Kind.CAPTION, caption, caption, table=caption)
    for row in table.iter("tr"):
        cells = [_one_line(_words(cell)) for cell in row]
        if any(cells):
            yield Piece(Kind.ROW, "｜".join(cells), "".join(cells), table=caption)
        yield from _hidden(row, "".join(cells))


def _drawing(element: etree._Element) -> Piece:
    drawn = hashlib.sha256(etree.tostring(element, with_tail=False)).hexdigest()[:16]
    titles = element.xpath(".//*[local-name()='title' or local-name()='desc']//text()")
    text = _one_line("；".join(titles)) or _one_line(_words(element))
    return Piece(Kind.CHART, text, "", drawing=drawn)


def _hidden(element: etree._Element, host: str) -> Iterator[Piece]:
    """Yield where links lead, what shows under the pointer, and the pictures."""
    for one in element.iter(etree.Element):
        if _is_permalink(one):
            continue
        if one.get("title"):
            yield Piece(Kind.NOTE, f"{_one_line(_words(one))}：{one.get('title')}", host)
        if one.get("href"):
            # What follows are the words of the link once more.
            address, is_quoting, _ = one.get("href").partition(DIRECTIVE)
            words = "" if is_quoting else _one_line(_words(one))
            yield Piece(Kind.LINK, f"{words} → {address}", host)
        if one.tag == "img":
            yield Piece(Kind.IMAGE, f"{one.get('alt', '')}（{one.get('src')}）", one.get("alt", ""))


def _words(element: etree._Element) -> str:
    return "".join(_texts(element))


def _texts(element: etree._Element) -> Iterator[str]:
    if not isinstance(element.tag, str) or _is_permalink(element):
        return
    yield element.text or ""
    for child in element:
        if child.tag in BLOCKS:
            yield " "
        yield from _texts(child)
        yield child.tail or ""


def _is_permalink(element: etree._Element) -> bool:
    return element.get("class") == "headerlink" or not isinstance(element.tag, str)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def shown(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces whose words stand on the page."""
    return [piece for piece in pieces if not piece.kind.is_hidden]
