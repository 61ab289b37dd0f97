"""A problem is a value: where it is, what was found, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import total_ordering


@total_ordering
@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file of the project."""

    file: str
    """Path relative to the project folder, with forward slashes."""

    line: int = 1
    """Line as an editor counts it, from 1."""

    column: str = ""
    """Name of the column, for a cell of a ledger."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}"
        return f"{place}（{self.column}列）" if self.column else place

    def __lt__(self, other: "Where") -> bool:
        return (self.file, self.line, self.column) < (other.file, other.line, other.column)


class Severity(Enum):
    """How a problem bears on a draft and on a release."""

    FAULT = "fault"
    """Nothing can be built from this: data unreadable, page unsafe, link broken."""

    ERROR = "error"
    """Wrong, but visibly so: `check` fails, a draft still builds, a release does not."""

    GAP = "gap"
    """A figure or title nobody has supplied yet: a reminder in a draft, an error in a release."""

    WARNING = "warning"
    """A reminder; never stops anything."""

    def is_error(self, release: bool) -> bool:
        """Return whether `check` fails on it."""
        return self in (Severity.FAULT, Severity.ERROR) or (release and self is Severity.GAP)

    def stops_build(self, release: bool) -> bool:
        """Return whether `build` refuses because of it."""
        return self is Severity.FAULT or (release and self.is_error(release))


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding, as editors read it."""

    where: Where
    """Place of the fault; in a page or data file the line the editor must change."""

    code: str
    """Name of the check, e.g. ``figure-value``."""

    fact: str
    """What was found, quoting the value; no blame."""

    hint: str
    """What to do, as an imperative with an example."""

    severity: Severity = field(default=Severity.FAULT)

    def label(self, release: bool = False) -> str:
        """Return the word printed before the fact: 错误 or 提醒."""
        return "错误" if self.severity.is_error(release) else "提醒"


class ProblemsFound(Exception):
    """Raised where work cannot go on; carries every problem found so far."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(as_text(self.problems)))


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by file and line, each once."""
    return sorted(dict.fromkeys(problems), key=lambda found: (found.where, found.code, found.fact))


def as_text(problems: Iterable[Problem], release: bool = False) -> list[str]:
    """Return two lines per problem, for a terminal."""
    lines = []
    for found in ordered(problems):
        lines.append(f"{found.where}: {found.label(release)} {_line(found.fact)} [{found.code}]")
        lines.append(f"    怎么改：{_line(found.hint)}")
    return lines


def _line(text: str) -> str:
    """Return a text on one line: a quoted value may hold line breaks."""
    return " ".join(text.split("\n")).strip() if "\n" in text else text


def as_github(problems: Iterable[Problem], release: bool = False) -> list[str]:
    """Return one workflow command per problem, for annotations on a pull request."""
    lines = []
    for found in ordered(problems):
        level = "error" if found.severity.is_error(release) else "warning"
        text = _escape(f"{found.fact}\n怎么改：{found.hint}")
        place = f"file={_escape_property(found.where.file)},line={found.where.line}"
        lines.append(f"::{level} {place},title={found.code}::{text}")
    return lines


def as_records(problems: Iterable[Problem], release: bool = False) -> list[dict[str, object]]:
    """Return one mapping per problem, for JSON."""
    return [
        {
            "file": found.where.file,
            "line": found.where.line,
            "column": found.where.column or None,
            "severity": "error" if found.severity.is_error(release) else "warning",
            "code": found.code,
            "fact": found.fact,
            "hint": found.hint,
        }
        for found in ordered(problems)
    ]


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
