"""What the index knows of a page: its facets, and its articles or sections."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import NamedTuple

from lxml import etree, html

from macros.models.front_matter import RegulationFrontMatter
from macros.regulations.register import Status, regulations
from macros.rendering.document import BLOCKS
from macros.rendering.site import RenderedPage, RenderedSite
from macros.sources.cache import digest

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
COMPARISON = re.compile(r"regulations/[^/]+/compare[^/]*\.md")
"""Pages that set two versions side by side: the words of both are found in the versions."""

OLD_DRAFT = "草案（旧稿）"
"""Status of a draft that a later one has replaced."""

UNREAD = frozenset(["svg", "button", "script", "style"])


class Section(NamedTuple):
    """An article of a regulation, or what stands below one heading."""

    anchor: str
    """Empty for the top of the page."""

    heading: str
    path: str
    """The headings above it, the title of the page left out."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as the index sees it."""

    address: str
    """Relative to the site."""

    title: str
    number: str
    """Document number; empty if there is none."""

    version: str
    """What tells versions of one regulation apart: its note or when it took effect."""

    category: str
    status: str
    """Status of a version of a regulation; empty for other pages."""

    year: str
    source: str
    """Hash of what the sections are read from."""

    read: Callable[[], Iterable[Iterable[str]]]

    @property
    def sections(self) -> list[Section]:
        """Its sections, read when they are needed: an edit leaves those of most pages alone."""
        return list(map(Section._make, self.read()))

    @property
    def made_from(self) -> str:
        """The hash of everything but the facets."""
        return digest(self.address, self.title, self.number, self.version, self.source)


def index_entries(site: RenderedSite) -> Iterator[Entry]:
    """Yield every page of the site, in order of path."""
    statuses = dict(_statuses(site))
    for path, page in site.pages.items():
        yield Entry(
            address=PurePosixPath(path).with_suffix(".html").as_posix(),
            title=page.page.title,
            number=getattr(page.page.meta, "document_number", None) or "",
            version=_version(page),
            category=_category(page),
            status=statuses.get(path, ""),
            year=_year(page),
            source="" if COMPARISON.fullmatch(path) else digest(page.text),
            read=partial(_sections, path, page),
        )


def _statuses(site: RenderedSite) -> Iterator[tuple[str, str]]:
    handbook = site.handbook
    for regulation in regulations(handbook).values():
        for version in regulation.versions:
            status = regulation.status(version, handbook.day)
            is_old = status is Status.DRAFT and version is not regulation.versions[-1]
            yield version.page.path, OLD_DRAFT if is_old else status.value


def _version(page: RenderedPage) -> str:
    meta = page.page.meta
    if not isinstance(meta, RegulationFrontMatter):
        return ""
    effective = f"{meta.effective_on}起施行" if meta.effective_on else ""
    return meta.version_note or effective


def _category(page: RenderedPage) -> str:
    meta = page.page.meta
    if isinstance(meta, RegulationFrontMatter) and meta.category:
        is_law = meta.category == "法律法规"
        return meta.category if is_law else f"{meta.category}制度"
    return meta.kind or "其他"


def _year(page: RenderedPage) -> str:
    meta = page.page.meta
    if isinstance(meta, RegulationFrontMatter):
        known = (meta.issued_on, meta.adopted_on, meta.effective_on)
        return next((str(day.year) for day in known if day), "")
    return str(meta.year or "")


def _sections(path: str, page: RenderedPage) -> list[tuple[str, ...]]:
    if COMPARISON.fullmatch(path):
        return [("", page.page.title, "", "")]
    return page.handbook.cache.recall("sections", [page.text], partial(_section_texts, page))


def _section_texts(page: RenderedPage) -> list[Section]:
    found = list(sections(page.article))
    page.release()
    return found


def sections(article: html.HtmlElement) -> Iterator[Section]:
    """Yield the sections of a page; the first is what stands below its title."""
    above: dict[int, str] = {}
    anchor, heading, path, text = "", "", "", []
    for element in article.iter(*BLOCKS):
        own = _own_text(element)
        is_heading = element.tag in HEADINGS[1:] and element.get("id")
        if is_heading or element.get("class") == "article":
            yield Section(anchor, heading, path, " ".join(text))
            depth = int(element.tag[1]) if is_heading else len(HEADINGS) + 1
            above = {level: title for level, title in above.items() if level < depth}
            anchor, path, text = element.get("id"), " › ".join(above.values()), []
            heading, rest = (own, "") if is_heading else _label(element, own)
            above[depth] = heading
            own = rest
        elif element.tag == "h1":
            heading, own = own, ""
        if own:
            text.append(own)
    yield Section(anchor, heading, path, " ".join(text))


def _label(element: html.HtmlElement, text: str) -> tuple[str, str]:
    """Return 第X条 and the rest of an article's first paragraph."""
    label = element.findtext("strong") or element.get("id")
    return label, text.removeprefix(label).strip()


def _own_text(element: html.HtmlElement) -> str:
    """Return the words of a block, blocks within it left out."""
    return "".join(_words(element)).strip()


def _words(element: html.HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element.iterchildren():
        if isinstance(child.tag, str) and _is_read(child):
            yield from _words(child)
        yield child.tail or ""


def _is_read(element: etree._Element) -> bool:
    is_block = element.tag in BLOCKS or element.tag in ("ul", "ol", "table", "pre")
    is_tool = element.tag in UNREAD or element.get("class") in ("headerlink", "cited-by")
    return not is_block and not is_tool
