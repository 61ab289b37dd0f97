"""Which version a text is, and from when it is in force, as far as the text itself says.

A revision (修订) is a new text: its last article gives its own date. An amendment (修正, or any
revision by a 《…决定》) keeps the last article of an earlier version, whose date is not that of the
amendment; the decision that says it is another document. So that date is not taken over, and the
day of the amendment is not put in its place: 监察法 was amended on 2024-12-25 and the amended
text is in force from 2025-06-01.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.importing.regulation.text import RegulationText
from macros.importing.regulation.title_note import DATE_TEXT, read_date

NAMED_DATE = re.compile(r"[（(](\d{4})-(\d{2})-(\d{2})[）)]|(?:^|[_\s-])(\d{4})-(\d{2})-(\d{2})$")
EFFECTIVE = re.compile(
    r"本[\u4e00-\u9fff]{1,8}?[^。；第]{0,30}?(?:自|从|于)\s*"
    rf"(?:(?P<date>{DATE_TEXT})|(?P<event>公布|发布|颁布|印发|下发|通过)之日)"
    r"\s*起?\s*(?:正式|开始)?\s*(?:施行|实施|生效|执行|试行)"
)
DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class VersionDates:
    """The dates of a version; None where the text does not say."""

    day: date | None
    """The date that names the version."""

    adopted_on: date | None
    issued_on: date | None
    effective_on: date | None

    @property
    def name(self) -> str:
        """File name of the version, without ending."""
        return self.day.isoformat() if self.day else DRAFT


def version_dates(text: RegulationText) -> VersionDates:
    """Return the dates of the version that a text is."""
    note = text.note
    named = _named_date(text.source.stem)
    day = max((one for one in (note.latest, named) if one), default=None)
    is_told = day is not None and day == note.latest
    adopted = note.adopted_on if is_told else None
    issued = note.issued_on if is_told else None
    effective = note.effective_on if is_told else None
    return VersionDates(
        day, adopted, issued, effective or _effective(text, day, is_told, issued, adopted)
    )


def _named_date(stem: str) -> date | None:
    """Return the date in brackets, or at the end, of a file name."""
    found = NAMED_DATE.search(stem)
    if not found:
        return None
    try:
        return date(*(int(part) for part in found.groups() if part))
    except ValueError:
        return None


def _effective(
    text: RegulationText, day: date | None, is_told: bool, issued: date | None,
    adopted: date | None,
) -> date | None:  # fmt: skip
    """Return the day from which the articles say that this version is in force.

    Args:
        text: of the version.
        day: the date of the version.
        is_told: whether the note below the title tells of this very version.
        issued: the day it was published.
        adopted: the day it was adopted.
    """
    note = text.note
    is_changed = note.is_revised or (note.latest is not None and not is_told)
    stated, event = _stated(text)
    if stated:
        return stated if day is None or stated >= day or not is_changed else None
    if is_changed and (note.is_amended or not is_told):
        return None
    return {None: None, "通过": adopted}.get(event, issued)


def _stated(text: RegulationText) -> tuple[date | None, str | None]:
    """Return the date, or the event, from which the last such article says the text applies."""
    for line in _own_lines(text):
        found = EFFECTIVE.search(line) if "日" in line else None
        if found:
            return (read_date(found["date"]) if found["date"] else None), found["event"]
    return None, None


def _own_lines(text: RegulationText) -> Iterator[str]:
    """Yield the lines of the text itself, last first, annexes left out."""
    structure = text.structure
    for article in reversed(structure.articles):
        yield from (line.text for line in reversed(article.lines))
    if not structure.articles:
        yield from (line.text for line in reversed(structure.preamble))
