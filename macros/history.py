"""When the files of the handbook last changed, as git knows; nothing where git does not know."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from macros import paths
from macros.figures import FigureKey
from macros.formatting import CHINA
from macros.handbook import Handbook
from macros.models.ledger_kinds import ledger_kind
from macros.models.record import Record
from macros.sources.revision import run_git

KEPT = (paths.DATA, paths.DOCS)


@dataclass(frozen=True, slots=True)
class History:
    """Days of last change, by the commits in them."""

    files: Mapping[str, date] = field(default_factory=dict)
    """By path relative to the project."""

    figures: Mapping[FigureKey, date] = field(default_factory=dict)
    """When what people entered for a figure was last changed."""


    def figure(self, handbook: Handbook, key: FigureKey) -> date | None:
        """Return when a figure last changed: what was entered, or the ledger it is counted from."""
        days = [self.figures.get(key)]
        definition = handbook.definitions.get(key.name)
        kind = ledger_kind(definition.counting.ledger) if definition and definition.counting else 0
        if kind:
            days.append(self.files.get(f"{paths.DATA}/{key.year}/{paths.LEDGERS}/{kind.file}"))
        return max(filter(None, days), default=None)


@lru_cache(maxsize=2)
def history(handbook: Handbook) -> History:
    """Return the history of a handbook, read from git once."""
    files = _files(handbook.root)
    return History(files, dict(_figures(handbook)) if files else {})


def _files(root: Path) -> dict[str, date]:
    """Return the day of the last commit that changed each file.

    A shallow clone begins with a commit that seems to have changed everything: it tells nothing.
    """
    log = run_git(root, "log", "--format=%x01%H %ct", "--name-only", "--relative",
                  "--no-renames", "-z", "--", *KEPT)  # fmt: skip
    cut = run_git(root, "rev-parse", "--git-path", "shallow")
    unknown = (root / cut).read_text().split() if cut and (root / cut).is_file() else []
    days: dict[str, date] = {}
    for commit in (log or "").split("\x01")[1:]:
        head, *names = commit.replace("\n", "\0").split("\0")
        number, seconds = head.split()
        if number not in unknown:
            day = _day(int(seconds))
            for name in filter(None, names):
                days.setdefault(name, day)
    return days


def _figures(handbook: Handbook) -> Iterator[tuple[FigureKey, date]]:
    for year, data in handbook.years.items():
        lines = _lines(handbook.root, f"{paths.DATA}/{year}/figures.yml")
        for name, typed in data.values.items():
            found = [lines[line] for line in _own_lines(typed) if line in lines]
            if found:
                yield FigureKey(name, year), max(found)


def _own_lines(record: Record) -> set[int]:
    return {record.where.line, *dict(record.lines).values()}


def _lines(root: Path, name: str) -> dict[int, date]:
    """Return the day each line of a file got its text; lines not committed are left out."""
    blamed = run_git(root, "blame", "--line-porcelain", "--", name) or ""
    days: dict[int, date] = {}
    line, number = 0, ""
    for text in blamed.split("\n"):
        words = text.split(" ")
        if len(words[0]) == 40 and len(words) >= 3:
            number, line = words[0], int(words[2])
        elif words[0] == "committer-time" and number.strip("0"):
            days[line] = _day(int(words[1]))
    return days


def _day(seconds: int) -> date:
    return datetime.fromtimestamp(seconds, CHINA).date()
