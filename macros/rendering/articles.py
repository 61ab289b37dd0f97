"""A Markdown extension that gives every article, 款, 项 and 目 its anchor.

Anchors go by number, not by position: an inserted 第十二条之一 moves no other address.
"""

import xml.etree.ElementTree as etree  # noqa: N813

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from macros.regulations.structure import ARTICLE, Article, Line, anchor, parse, units


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
        blocks = [element for element in root if element.tag in ("p", "h2", "h3", "h4")]
        lines = [
            Line(index, text)
            for index, element in enumerate(blocks)
            if (text := "".join(element.itertext()).strip())
        ]
        structure = parse(lines)
        heading = root.find("h1")
        title = "".join(heading.itertext()).strip() if heading is not None else ""
        for address, line in units(structure):
            blocks[line.number].set("id", address)
        for article in structure.articles:
            _mark(blocks[article.line.number], article, title)


def _mark(element: etree.Element, article: Article, title: str) -> None:
    """Give the first paragraph the article's own anchor, its number in bold and its tools."""
    element.set("id", article.anchor)
    element.set("class", "article")
    found = ARTICLE.match(element.text or "")
    if not found:
        return
    label = etree.Element("strong", {"class": "article-label"})
    label.text = article.label
    label.tail = " " + (element.text or "")[found.end() :]
    element.text = None
    first = etree.Element("span", {"id": anchor(article, 1)})
    element.insert(0, first)
    element.insert(1, label)
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
