"""A Markdown extension that spares plain text the search for everything it does not hold.

Most of a handbook are plain paragraphs and headings; trying every mark of Markdown on them was
more than half of the work. What comes out is the same, so no setting names it.
"""

import re
import xml.etree.ElementTree as etree  # noqa: N813

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor, ParagraphProcessor
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.toc import nest_toc_tokens, unique
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import STX, AtomicString

BLOCK = re.compile(r"[^\s\d!#*+:>?\[_-].*")
"""One line that can be nothing but a paragraph."""

MARKUP = re.compile(r"[`\\\[!<&*_]|  \n")
"""What every inline pattern of the site needs."""

TAG = re.compile(r'<(?:/(?:span|mark)|(?:span|mark)(?: [a-z-]+="[^"<>&`\\\[\n]*")*)>')
"""A tag that macros write within a line."""

SET_ASIDE = re.compile(f"[>{STX}]")
"""What a finished text may hold that is written otherwise in HTML."""

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])


class PlainTextExtension(Extension):
    """Adds a short way for plain text before, or in place of, each long one."""

    def extendMarkdown(self, converter: Markdown) -> None:
        blocks, trees = converter.parser.blockprocessors, converter.treeprocessors
        html = PlainHtmlPreprocessor(converter)
        converter.preprocessors.register(html, "html_block", 20)
        blocks.register(PlainHeadingProcessor(converter.parser), "plain_heading", 111)
        blocks.register(PlainParagraphProcessor(converter.parser), "plain_paragraph", 110)
        trees.register(PlainTextTreeprocessor(converter), "plain_text", 21)
        trees.register(RareAttributes(converter), "attr_list", 9)
        trees.register(PlainTocTreeprocessor(converter), "toc", 5)
        trees.register(RareEscapes(converter), "unescape", 0)
        # Nothing is added any more: a registry lists its items anew for every block.
        converter.parser.blockprocessors = tuple(blocks)
        converter.block_level_elements = frozenset(converter.block_level_elements)


class PlainHtmlPreprocessor(Preprocessor):
    """Looks for HTML, and mends it, only where there is more than macros write in a line."""

    def __init__(self, converter: Markdown) -> None:
        super().__init__(converter)
        self.long_way = converter.preprocessors["html_block"]

    def run(self, lines: list[str]) -> list[str]:
        rest = TAG.sub("", "\n".join(lines))
        return self.long_way.run(lines) if "<" in rest or "&" in rest else lines


class PlainHeadingProcessor(HashHeaderProcessor):
    """Makes a heading of one line before it is tried as anything else."""

    def test(self, parent: etree.Element, block: str) -> bool:
        return block.startswith("#") and "\n" not in block and super().test(parent, block)


class PlainParagraphProcessor(ParagraphProcessor):
    """Makes a paragraph of one line before it is tried as anything else."""

    def test(self, parent: etree.Element, block: str) -> bool:
        return BLOCK.fullmatch(block) is not None


class PlainTextTreeprocessor(Treeprocessor):
    """Tells Markdown which texts are finished, tags of macros set aside."""

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            if element.text:
                element.text = self._finished(element.text)

    def _finished(self, text: str) -> str:
        if not MARKUP.search(text):
            return AtomicString(text)
        if MARKUP.search(TAG.sub("", text)):
            return text
        return AtomicString(TAG.sub(self._set_aside, text))

    def _set_aside(self, tag: re.Match[str]) -> str:
        return self.md.htmlStash.store(tag.group())


class Rare(Treeprocessor):
    """Leaves a processor out where the source does not hold the sign that it works on."""

    sign: str

    def run(self, root: etree.Element) -> None:
        if _holds(self.md, self.sign):
            super().run(root)


class RareAttributes(Rare, AttrListTreeprocessor):
    """Looks for attributes only where there may be some."""

    sign = "{"


class RareEscapes(Rare, UnescapeTreeprocessor):
    """Looks for escaped signs only where there may be some."""

    sign = "\\"


class PlainTocTreeprocessor(Treeprocessor):
    """Gives headings their ids and links where all are plain; makes no table nobody placed."""

    def __init__(self, converter: Markdown) -> None:
        super().__init__(converter)
        self.long_way = converter.treeprocessors["toc"]

    def run(self, root: etree.Element) -> None:
        long_way = self.long_way
        headings = [element for element in root.iter() if element.tag in HEADINGS]
        if _holds(self.md, long_way.marker) or not all(map(_is_plain, headings)):
            long_way.run(root)
            return
        taken = {element.get("id") for element in root.iter()}
        found = []
        for heading in headings:
            name = " ".join(heading.text.split())
            anchor = unique(long_way.slugify(name, long_way.sep), taken)
            heading.set("id", anchor)
            long_way.add_permalink(heading, anchor)
            found.append({"level": int(heading.tag[1]), "id": anchor, "name": name})
        self.md.toc_tokens = nest_toc_tokens(found)


def _holds(converter: Markdown, sign: str) -> bool:
    return sign in "\n".join(converter.lines)


def _is_plain(heading: etree.Element) -> bool:
    """Return whether a heading has nothing but plain text."""
    is_text = isinstance(heading.text, AtomicString) and not SET_ASIDE.search(heading.text)
    return is_text and len(heading) == 0 and not heading.attrib
