"""Regulations and their versions, and what each one's status is on a given day."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property, lru_cache

from macros.handbook import VERSION_PATH, Handbook
from macros.models.front_matter import RegulationFrontMatter
from macros.page import Page
from macros.regulations.outline import Outline, as_lists, from_lists, outline
from macros.regulations.structure import Line, Structure, parse
from macros.sources.cache import NoCache

LAWS = "法律法规"
"""Category of what others made; the bureau only keeps the text."""


class Status(Enum):
    """Status of a version on a day; derived from dates, never typed."""

    DRAFT = "草案"
    NOT_YET = "尚未生效"
    IN_FORCE = "现行有效"
    AMENDED = "已修改"
    REPEALED = "已废止"
    EXPIRED = "已失效"
    UNKNOWN = "施行日期不详"


@dataclass(frozen=True)
class Version:
    """One version of a regulation: one Markdown file."""

    page: Page
    meta: RegulationFrontMatter
    name: str
    """File name without ending: a date, or draft."""

    cache: NoCache = field(compare=False)
    """Where outlines of earlier runs are."""

    @property
    def title(self) -> str:
        """Full title."""
        return self.page.title

    @property
    def is_own(self) -> bool:
        """Whether the bureau made it; what it leaves blank is still to come then."""
        return self.meta.category != LAWS and self.meta.collected_on is None

    @cached_property
    def outline(self) -> Outline:
        """What other pages ask of it."""
        file = self.page.file
        made = self.cache.recall(
            "outline", [file.digest], lambda: as_lists(outline(self.structure, file))
        )
        return from_lists(made)

    @cached_property
    def structure(self) -> Structure:
        """Its parts and articles, with lines of the file."""
        return parse(body_lines(self.page))


@dataclass(frozen=True)
class Regulation:
    """A regulation with all its versions."""

    id: str
    versions: tuple[Version, ...]
    """Oldest first; drafts without a date last."""

    @property
    def title(self) -> str:
        """Title of the latest version."""
        return self.versions[-1].title

    def status(self, version: Version, day: date) -> Status:
        """Return the status of one of its versions on a day.

        A repealed version is in force through the day of `废止日期` itself. A law that was taken
        over without its date of effect is no draft; since when it is in force is not known.
        """
        meta = version.meta
        if meta.effective_on is None and version.is_own:
            return Status.DRAFT
        if meta.effective_on and day < meta.effective_on:
            return Status.NOT_YET
        if meta.repealed_on and day > meta.repealed_on:
            return Status.REPEALED
        if meta.expires_on and day > meta.expires_on:
            return Status.EXPIRED
        later = self.versions[self.versions.index(version) + 1 :]
        if any(one.meta.effective_on and one.meta.effective_on <= day for one in later):
            return Status.AMENDED
        return Status.IN_FORCE if meta.effective_on else Status.UNKNOWN

    def undated_after(self, version: Version) -> Version | None:
        """Return the latest version after this one of which the date of effect is not known."""
        later = self.versions[self.versions.index(version) + 1 :]
        undated = [one for one in later if one.meta.effective_on is None and not one.is_own]
        return undated[-1] if undated else None

    def in_force(self, day: date) -> Version | None:
        """Return the version in force on a day."""
        for version in self.versions:
            if self.status(version, day) is Status.IN_FORCE:
                return version
        return None


def current_version(regulation: Regulation, day: date) -> Version:
    """Return the version a reader should see first: in force on a day, else the latest."""
    return regulation.in_force(day) or regulation.versions[-1]


@lru_cache(maxsize=2)
def regulations(handbook: Handbook) -> Mapping[str, Regulation]:
    """Return every regulation of the handbook by id."""
    found: dict[str, list[Version]] = {}
    for path, page in handbook.pages.items():
        matched = VERSION_PATH.fullmatch(path)
        if matched and isinstance(page.meta, RegulationFrontMatter):
            version = Version(page, page.meta, matched["version"], handbook.cache)
            found.setdefault(matched["id"], []).append(version)
    return {key: Regulation(key, tuple(sorted(some, key=_age))) for key, some in found.items()}


DATED = re.compile(r"\d{4}-\d{2}-\d{2}")


def _age(version: Version) -> tuple[object, ...]:
    """Dated versions by effective date, then drafts: draft-1, draft-2, …, draft."""
    meta = version.meta
    first = meta.effective_on or meta.issued_on or meta.adopted_on
    if first or DATED.fullmatch(version.name):
        return (0, first.isoformat() if first else version.name, version.name)
    return (1, version.name == "draft", version.name)


def body_lines(page: Page) -> Iterator[Line]:
    """Yield the paragraphs of a version's text, notes left out."""
    in_note = False
    first = page.file.body_line
    for number, text in enumerate(page.file.body.split("\n"), first):
        if text.startswith(("!!!", "???")):
            in_note = True
        elif text.strip():
            in_note = in_note and text.startswith("    ")
            if not in_note:
                yield Line(number, text.strip(" \u3000"))
