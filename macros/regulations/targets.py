"""What a citation leads to: the rule it names, the version of its day, the address of its place."""

import posixpath
import re
from dataclasses import dataclass, replace
from datetime import date

from macros.handbook import Handbook
from macros.page import Page
from macros.regulations.citations import Place
from macros.regulations.register import Regulation, Version


@dataclass(frozen=True, slots=True)
class Link:
    """A citation that leads somewhere."""

    start: int
    """Offset in the text of the file."""

    end: int
    regulation: Regulation
    version: Version
    place: Place


def normalized(title: str) -> str:
    """Return a title as short and full citations have it in common."""
    title = re.sub(r"\s|（(?:试行|暂行|草案)）$|\((?:试行|暂行|草案)\)$", "", title)
    return title.removeprefix("中华人民共和国") or title


def completed(place: Place, version: Version) -> Place:
    """Return a place with the 款 that a citation leaves out: 第八条第五项 of the only list."""
    if not place.subparagraph or place.paragraph:
        return place
    article = version.structure.article(place.article, place.inserted or None)
    listing = [one for one in article.paragraphs if one.subparagraphs] if article else []
    return replace(place, paragraph=listing[0].number) if len(listing) == 1 else place


def citing_day(handbook: Handbook, page: Page, version: Version | None) -> date:
    """Return the date of a citing page: of the version, of the year reported on, or today."""
    if version:
        return version.meta.effective_on or handbook.day
    year = handbook.years.get(page.meta.year) if page.meta.year else None
    if year is None:
        return handbook.day
    return year.state.as_of or min(handbook.day, date(page.meta.year, 12, 31))


def address(page: Page, link: Link) -> str:
    """Return the link target as the page writes it: a relative path with an anchor."""
    anchor = f"#{link.place.anchor}" if link.place.anchor else ""
    if link.version.page.path == page.path:
        return anchor
    folder = posixpath.dirname(page.path)
    return posixpath.relpath(link.version.page.path, folder or ".") + anchor
