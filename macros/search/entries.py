"""What the index knows of a page: its facets, and its articles or sections."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from macros.models.front_matter import RegulationFrontMatter
from macros.regulations.register import Status, regulations
from macros.rendering.sections import Section
from macros.rendering.site import RenderedPage, RenderedSite
from macros.sources.cache import digest

COMPARISON = re.compile(r"regulations/[^/]+/compare[^/]*\.md")
"""Pages that set two versions side by side: the words of both are found in the versions."""

OLD_DRAFT = "草案（旧稿）"
"""Status of a draft that a later one has replaced."""


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

    read: Callable[[], list[Section]]
    """Gives the sections: they are read when they are needed, after most edits never."""

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
            source="" if COMPARISON.fullmatch(path) else page.text_hash,
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


def _sections(path: str, page: RenderedPage) -> list[Section]:
    if COMPARISON.fullmatch(path):
        return [Section("", page.page.title, "", "")]
    found = page.sections
    page.release()
    return found
