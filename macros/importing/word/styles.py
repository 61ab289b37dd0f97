"""Paragraph styles of a Word document, as far as they number paragraphs or make them headings."""

from dataclasses import dataclass

from lxml import etree

from macros.importing.word.xml import child, local, value

MAX_DEPTH = 20
"""Styles based on one another; more is a circle."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says."""

    key: str = ""
    list_id: str | None = None
    level: int | None = None
    outline: int | None = None
    """Level as a heading, from 0; None for running text."""


def read_styles(styles: etree._Element | None) -> dict[str, Style]:
    """Return the paragraph styles by key, each with what it takes from those it is based on."""
    found = {
        value(one, "styleId") or "": one
        for one in (styles if styles is not None else ())
        if local(one) == "style" and value(one, "type") == "paragraph"
    }
    return {key: _style(key, found) for key in found}


def _style(key: str, styles: dict[str, etree._Element]) -> Style:
    list_id = level = outline = None
    current = key
    for _ in range(MAX_DEPTH):
        element = styles.get(current)
        if element is None:
            break
        properties = child(element, "pPr")
        numbering = child(properties, "numPr")
        if list_id is None:
            list_id = value(child(numbering, "numId"))
            level = value(child(numbering, "ilvl"))
        outline = outline or value(child(properties, "outlineLvl"))
        current = value(child(element, "basedOn")) or ""
    return Style(key, list_id, int(level) if level else None, int(outline) if outline else None)
