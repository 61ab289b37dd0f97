"""The compilation as data for other programs; nothing of a text is lost."""

import json
from collections.abc import Iterable, Iterator, Mapping

from macros.handbook import Handbook
from macros.models.compilation import (
    FORMAT,
    Compilation,
    ExportedArticle,
    ExportedParagraph,
    ExportedRegulation,
    ExportedUnit,
    ExportedVersion,
)
from macros.regulations.register import Regulation, Version, body_lines, regulations
from macros.regulations.structure import (
    Article,
    Heading,
    Line,
    Paragraph,
    Unit,
    anchor,
    articles,
    units,
)

COPIED = (
    "category", "nature", "version_note", "document_number", "issuer", "owner", "adopted_on",
    "issued_on", "effective_on", "repealed_on", "expires_on", "collected_on", "supersedes",
    "next_cleanup_on",
)  # fmt: skip
"""Fields of the front matter that are exported as they are."""

DEEPEST = 3
"""Levels that have addresses: 款, 项, 目."""


def as_json(handbook: Handbook) -> bytes:
    """Return the compilation as the JSON file described by its schema."""
    whole = Compilation(
        format=FORMAT, day=handbook.day, regulations=list(_regulations(handbook))
    ).model_dump(mode="json", by_alias=True)
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def as_records(handbook: Handbook) -> list[dict[str, object]]:
    """Return one mapping per regulation, keys as in the schema, dates as text."""
    return [one.model_dump(mode="json", by_alias=True) for one in _regulations(handbook)]


def _regulations(handbook: Handbook) -> Iterator[ExportedRegulation]:
    for regulation in regulations(handbook).values():
        current = regulation.in_force(handbook.day)
        yield ExportedRegulation(
            id=regulation.id,
            title=regulation.title,
            current=current.name if current else None,
            versions=[_version(handbook, regulation, one) for one in regulation.versions],
        )


def _version(handbook: Handbook, regulation: Regulation, version: Version) -> ExportedVersion:
    places = dict(units(version.structure))
    return ExportedVersion(
        name=version.name,
        title=version.title,
        status=regulation.status(version, handbook.day).value,
        page=version.page.path,
        history=list(version.meta.history),
        basis=list(version.meta.basis),
        articles=[_article(one, places) for one in articles(version.structure)],
        other_lines=list(_other_lines(version)),
        **{name: getattr(version.meta, name) for name in COPIED},
    )


def _article(article: Article, places: Mapping[str, Line]) -> ExportedArticle:
    return ExportedArticle(
        label=article.label,
        anchor=article.anchor,
        headings=[_heading(one) for one in article.headings],
        annex=article.annex or None,
        paragraphs=[_paragraph(article, one, places) for one in article.paragraphs],
    )


def _heading(heading: Heading) -> str:
    number = f"第{heading.written}{heading.kind}" if heading.kind else ""
    return f"{number} {heading.title}".strip()


def _paragraph(
    article: Article, paragraph: Paragraph, places: Mapping[str, Line]
) -> ExportedParagraph:
    place = (paragraph.number,)
    return ExportedParagraph(
        number=paragraph.number,
        anchor=_anchor(article, place, paragraph.line, places),
        text=paragraph.text,
        subparagraphs=[_unit(article, one, place, places) for one in paragraph.subparagraphs],
    )


def _unit(
    article: Article, unit: Unit, above: tuple[int, ...], places: Mapping[str, Line]
) -> ExportedUnit:
    place = (*above, unit.number)
    return ExportedUnit(
        number=unit.number,
        anchor=_anchor(article, place, unit.line, places),
        text=unit.line.text,
        items=[_unit(article, one, place, places) for one in unit.items],
    )


def _anchor(
    article: Article, place: tuple[int, ...], line: Line, places: Mapping[str, Line]
) -> str | None:
    """Return the address of a unit; None below 目, and for a number that occurs twice."""
    address = anchor(article, *place) if len(place) <= DEEPEST else ""
    return address if places.get(address) == line else None


def _other_lines(version: Version) -> Iterator[str]:
    """Yield the lines that are part of no 款 or 项: headings, tables, captions, annexes."""
    inside = {number for one in articles(version.structure) for number in _lines(one)}
    for line in body_lines(version.page):
        is_title_or_call = line.text.startswith(("# ", "{{"))
        if line.number not in inside and not is_title_or_call:
            yield line.text.lstrip("# ")


def _lines(article: Article) -> Iterator[int]:
    for paragraph in article.paragraphs:
        yield paragraph.line.number
        yield from _unit_lines(paragraph.subparagraphs)


def _unit_lines(some: Iterable[Unit]) -> Iterator[int]:
    for unit in some:
        yield unit.line.number
        yield from _unit_lines(unit.items)
