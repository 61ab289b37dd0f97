"""Regulations that changed: their status, and their text article by article."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.handbook import Handbook
from macros.regulations.comparison import Change, Row, compare
from macros.regulations.passages import Passage
from macros.regulations.register import Regulation, Version, regulations
from macros.regulations.word_marks import Run


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """A heading or article that was added, deleted, modified or moved."""

    word: str
    label: str
    line: int
    """In the new version; in the old one for what was deleted."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class VersionChange:
    """One version of a regulation that was added, deleted, or is no longer what it was."""

    regulation: str
    title: str
    file: str
    word: str
    """新增版本, 删除版本, 修改."""

    old_status: str
    new_status: str
    """Empty where there is no such version."""

    against: str
    """Title and name of the version its text is compared with."""

    articles: tuple[ArticleChange, ...]


def compare_regulations(old: Handbook, new: Handbook) -> list[VersionChange]:
    """Return the versions that differ in status or text, by regulation, oldest first."""
    before, after = dict(regulations(old)), dict(regulations(new))
    changes: list[VersionChange] = []
    for key in sorted({*before, *after}):
        changes += _versions(before.get(key), after.get(key), old, new)
    return changes


def _versions(
    old: Regulation | None, new: Regulation | None, before: Handbook, after: Handbook
) -> Iterator[VersionChange]:
    earlier = {version.name: version for version in old.versions} if old else {}
    later = {version.name: version for version in new.versions} if new else {}
    for name in dict.fromkeys([*later, *earlier]):
        one, other = earlier.get(name), later.get(name)
        statuses = (
            side.status(version, handbook.day).value if version else ""
            for side, version, handbook in ((old, one, before), (new, other, after))
        )
        change = _change(new or old, one, other, *statuses)
        if change:
            yield change


def _change(
    regulation: Regulation, old: Version | None, new: Version | None, *statuses: str
) -> VersionChange | None:
    base = old or _previous(regulation, new)
    articles = tuple(_articles(base, new)) if base and new else ()
    if old and new and statuses[0] == statuses[1] and not articles:
        return None
    version = new or old
    word = "新增版本" if old is None else "删除版本" if new is None else "修改"
    against = f"《{base.title}》{base.name}" if base and base is not old else ""
    return VersionChange(regulation.id, version.title, version.page.name, word, *statuses,
                         against, articles)  # fmt: skip


def _previous(regulation: Regulation, version: Version) -> Version | None:
    index = regulation.versions.index(version)
    return regulation.versions[index - 1] if index else None


def _articles(old: Version, new: Version) -> Iterator[ArticleChange]:
    for row in compare(old, new).rows:
        if row.change is Change.UNCHANGED and row.old.text == row.new.text:
            continue
        passage = row.new or row.old
        word = "只改标点宽窄" if row.change is Change.UNCHANGED else row.change.value
        yield ArticleChange(word, _label(row), passage.line, _runs(row))


def _label(row: Row) -> str:
    labels = dict.fromkeys(passage.label for passage in (row.old, row.new) if passage)
    return " → ".join(labels) or "正文"


def _runs(row: Row) -> tuple[Run, ...]:
    if row.runs:
        return row.runs
    if row.old and row.new:
        return (Run(False, row.old.text, row.new.text),) if row.old.text != row.new.text else ()
    return (Run(False, _text(row.old), _text(row.new)),)


def _text(passage: Passage | None) -> str:
    return passage.text if passage else ""
