"""A Markdown extension that gives every article, 款, 项 and 目 its anchor.

Anchors go by number, not by position: an inserted 第十二条之一 moves no other address.
"""

import re
import xml.etree.ElementTree as etree  # noqa: N813

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from macros.regulations.structure import (
    ARTICLE,
    Article,
    Line,
    articles,
    parse,
    units,
)

MARKS = {"p": "", "h2": "## ", "h3": "### ", "h4": "#### "}
"""Blocks that hold the text of a regulation, and their marks in Markdown."""

NUMBERED = re.compile("[# \t\u3000]*第.*条")
"""What the first line of every article begins with."""


class ArticleExtension(Extension):
    """Adds `ArticleTreeprocessor` after inline markup and before the table of contents."""

    def extendMarkdown(self, converter: Markdown) -> None:
        converter.treeprocessors.register(ArticleTreeprocessor(converter), "articles", 8)


def makeExtension(**options: object) -> ArticleExtension:
    """Entry point of Python-Markdown."""
    return ArticleExtension(**options)


class ArticleTreeprocessor(Treeprocessor):
    """Sets ids on the paragraphs of a regulation's text."""

    def run(self, root: etree.Element) -> None:
        blocks = [element for element in root if element.tag in MARKS]
        texts = ["".join(element.itertext()).strip() for element in blocks]
        if not any(map(NUMBERED.match, texts)):
            return  # most pages are no regulation, and taking them for one is a tenth of the work
        structure = parse(
            Line(index, MARKS[element.tag] + text)
            for index, (element, text) in enumerate(zip(blocks, texts, strict=True))
            if text
        )
        heading = root.find("h1")
        title = "".join(heading.itertext()).strip() if heading is not None else ""
        addresses: dict[int, list[str]] = {}
        for address, line in units(structure):
            blocks[line.number].set("id", address)
            addresses.setdefault(line.number, []).append(address)
        marked: set[str] = set()
        for article in articles(structure):
            if article.anchor not in marked:
                own = addresses.get(article.line.number, [])
                _mark(blocks[article.line.number], article, title, own)
                marked.add(article.anchor)


def _mark(element: etree.Element, article: Article, title: str, own: list[str]) -> None:
    """Give the first paragraph the article's own anchor, its number in bold and its tools.

    Args:
        own: the anchors of the 款 and 项 that stand in the same paragraph.
    """
    element.set("id", article.anchor)
    element.set("class", "article")
    found = ARTICLE.match(element.text or "")
    if not found:
        return
    label = etree.Element("strong", {"class": "article-label"})
    label.text = article.label
    label.tail = " " + (element.text or "")[found.end() :]
    element.text = None
    element.insert(0, label)
    for address in reversed(own):
        element.insert(0, etree.Element("span", {"id": address}))
    citation = f"《{title}》{article.anchor}"
    button = {
        "class": "copy-citation",
        "type": "button",
        "data-citation": citation,
        "aria-label": f"复制引文：{citation}",
    }
    etree.SubElement(element, "button", button)
    permalink = {"class": "headerlink", "href": f"#{article.anchor}", "title": "本条链接"}
    etree.SubElement(element, "a", permalink).text = "¶"
