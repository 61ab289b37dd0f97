"""When the files of the handbook last changed, as git knows; nothing where git does not know."""

from collections.abc import Iterable, Iterator, Mapping
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
FIGURES = "figures.yml"

Commit = tuple[str, date, list[str]]
"""Its hash, its day and the files it changed."""


@dataclass(frozen=True, slots=True)
class History:
    """Days of last change, by the commits in them."""

    files: Mapping[str, date] = field(default_factory=dict)
    """By path relative to the project."""

    figures: Mapping[FigureKey, date] = field(default_factory=dict)
    """When what people entered for a figure was last changed."""

    definitions: Mapping[str, date] = field(default_factory=dict)
    """When the definition of a figure was last changed, by its name."""

    def figure(self, handbook: Handbook, key: FigureKey) -> date | None:
        """Return when a figure last changed.

        What was entered, what it means, or the ledger it is counted from.
        """
        days = [self.figures.get(key), self.definitions.get(key.name)]
        definition = handbook.definitions.get(key.name)
        kind = ledger_kind(definition.counting.ledger) if definition and definition.counting else 0
        if kind:
            days.append(self.files.get(f"{paths.DATA}/{key.year}/{paths.LEDGERS}/{kind.file}"))
        return max(filter(None, days), default=None)


@lru_cache(maxsize=2)
def history(handbook: Handbook) -> History:
    """Return the history of a handbook, read from git once."""
    log, unknown = _log(handbook.root)
    files = _files(log, unknown)
    if not files:
        return History()
    # What git blames for a line is the same while the last commit and the file are.
    known = [log[0][0], *unknown]
    figures = (
        (FigureKey(name, year), day)
        for year, data in handbook.years.items()
        for name, day in _records(handbook, f"{year}/{FIGURES}", data.values, known)
    )
    definitions = _records(handbook, FIGURES, handbook.definitions, known)
    return History(files, dict(figures), dict(definitions))


def _log(root: Path) -> tuple[list[Commit], list[str]]:
    """Return the commits, the last one first.

    And those a shallow clone begins with: they seem to have changed everything, and tell nothing.
    """
    log = run_git(root, "log", "--format=%x01%H %ct", "--name-only", "--relative",
                  "--no-renames", "-z", "--", *KEPT)  # fmt: skip
    cut = run_git(root, "rev-parse", "--git-path", "shallow")
    unknown = (root / cut).read_text().split() if cut and (root / cut).is_file() else []
    commits = []
    for commit in (log or "").split("\x01")[1:]:
        head, *names = commit.replace("\n", "\0").split("\0")
        number, seconds = head.split()
        commits.append((number, _day(int(seconds)), list(filter(None, names))))
    return commits, unknown


def _files(log: Iterable[Commit], unknown: list[str]) -> dict[str, date]:
    """Return the day of the last commit that changed each file."""
    days: dict[str, date] = {}
    for number, day, names in log:
        if number not in unknown:
            for name in names:
                days.setdefault(name, day)
    return days


def _records(
    handbook: Handbook, file: str, records: Mapping[str, Record], known: list[str]
) -> Iterator[tuple[str, date]]:
    """Yield each record of a file of `data/` with the day one of its lines last changed."""
    path = handbook.root / paths.DATA / file
    if not path.is_file():
        return
    made_from = [*known, file, path.read_bytes()]
    lines = handbook.cache.recall("blame", made_from, lambda: _lines(handbook.root, path))
    for name, record in records.items():
        found = [lines[str(line)] for line in _own_lines(record) if str(line) in lines]
        if found:
            yield name, date.fromisoformat(max(found))


def _own_lines(record: Record) -> set[int]:
    """Return the lines of a record, of what it holds, and of what stands between."""
    inner = (one for _, one in record if isinstance(one, Record))
    own = {record.where.line, *dict(record.lines).values()}.union(*map(_own_lines, inner))
    return set(range(min(own), max(own) + 1))


def _lines(root: Path, path: Path) -> dict[str, str]:
    """Return the day each line of a file got its text; lines not committed are left out."""
    blamed = run_git(root, "blame", "--line-porcelain", "--", str(path)) or ""
    days: dict[str, str] = {}
    line, number = "", ""
    for text in blamed.split("\n"):
        words = text.split(" ")
        if len(words[0]) == 40 and len(words) >= 3:
            number, line = words[0], words[2]
        elif words[0] == "committer-time" and number.strip("0"):
            days[line] = _day(int(words[1])).isoformat()
    return days


def _day(seconds: int) -> date:
    return datetime.fromtimestamp(seconds, CHINA).date()
