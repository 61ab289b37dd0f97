"""Footnotes: gathered from the end of the page, set at the foot of the paper."""

from lxml import html


def footnotes(article: html.HtmlElement) -> tuple[dict[str, html.HtmlElement], frozenset[str]]:
    """Return the notes of a page by id, and every id that belongs to notes and their marks."""
    notes = {
        item.get("id"): item
        for item in article.xpath(".//div[@class='footnote']//li[@id]")
    }
    marks = article.xpath(".//sup[starts-with(@id, 'fnref')]/@id")
    return notes, frozenset([*notes, *marks])
