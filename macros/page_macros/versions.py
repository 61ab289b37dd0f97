"""What the macros of regulations have in common: lookup, names, states and links of versions."""

from collections.abc import Iterator
from datetime import date

from macros.formatting import chinese_date
from macros.handbook import Handbook
from macros.page_macros.html import badge, cell_text, link, optional_text
from macros.page_macros.lookup import require
from macros.page_macros.macro import MacroRefused
from macros.regulations.register import (
    Regulation,
    Status,
    Version,
    current_version,
    regulations,
)

KINDS = {
    Status.DRAFT: "missing",
    Status.NOT_YET: "derived",
    Status.IN_FORCE: "verified",
    Status.AMENDED: "not-applicable",
    Status.REPEALED: "not-applicable",
    Status.EXPIRED: "not-applicable",
    Status.UNKNOWN: "missing",
}
"""Colors of states; the word alone says it, too."""


def known_regulation(handbook: Handbook, id: str) -> Regulation:
    """Return the regulation of that id.

    Raises:
        MacroRefused: if there is none.
    """
    known = regulations(handbook)
    require(id, known, "制度（docs/regulations 下的文件夹名）")
    return known[id]


def known_version(regulation: Regulation, name: str) -> Version:
    """Return the version of that file name.

    Raises:
        MacroRefused: if there is none.
    """
    require(name, [version.name for version in regulation.versions], "版本（文件名，不带 .md）")
    return next(version for version in regulation.versions if version.name == name)


def known_day(handbook: Handbook, day: str | None) -> date:
    """Return the day written as 2023-06-30; the day of the handbook for None.

    Raises:
        MacroRefused: if there is no such day.
    """
    if day is None:
        return handbook.day
    try:
        found = date.fromisoformat(day)
    except ValueError:
        found = None
    if found is None or found.isoformat() != day:
        raise MacroRefused(f"没有“{day}”这一天", "写成年-月-日，如 2023-06-30。")
    return found


def version_label(version: Version) -> str:
    """Return how readers call a version: by its note, its date, or 草案."""
    if version.meta.version_note:
        return version.meta.version_note
    try:
        return chinese_date(date.fromisoformat(version.name))
    except ValueError:
        return "草案" if version.name == "draft" else version.name


def version_link(regulation: Regulation, version: Version, text: str, top: str = "") -> str:
    """Return a link to a version.

    Args:
        top: the way from the page to docs/regulations/, e.g. ``../``.
    """
    return link(f"{top}{regulation.id}/{version.name}.html", text)


def status_badge(regulation: Regulation, version: Version, day: date) -> str:
    """Return the status of a version on a day, in a frame."""
    status = regulation.status(version, day)
    return badge(status.value, KINDS[status])


def needed(version: Version, value: object) -> str:
    """Return a value as cells show it: 【待填】 only where the bureau has to fill it in."""
    return cell_text(value) if version.is_own else optional_text(value)


def successors(
    handbook: Handbook, regulation: Regulation
) -> Iterator[tuple[Regulation, Version]]:
    """Yield the regulations that state they take the place of another one."""
    titles = {version.title for version in regulation.versions}
    names = {regulation.id, *titles, *(f"《{title}》" for title in titles)}
    for other in regulations(handbook).values():
        if any(version.meta.supersedes in names for version in other.versions):
            yield other, current_version(other, handbook.day)


def comparison_pages(
    handbook: Handbook, regulation: Regulation
) -> Iterator[tuple[str, Version, Version]]:
    """Yield the built pages that compare two versions, and those versions."""
    for new in regulation.versions:
        for old in regulation.versions:
            name = f"compare-{old.name}-{new.name}"
            if f"regulations/{regulation.id}/{name}.md" in handbook.pages:
                yield f"{regulation.id}/{name}.html", old, new
