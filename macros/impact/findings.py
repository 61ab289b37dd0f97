"""Findings of the checks that are new on one side, or gone; and the gaps among them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from macros.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Findings:
    """What the checks found on one side only."""

    new: tuple[Problem, ...]
    mended: tuple[Problem, ...]

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """New ones that make `handbook check` fail."""
        return tuple(one for one in self.new if one.severity.is_error(release=False))


def compare_findings(
    old: Iterable[Problem], new: Iterable[Problem], gaps: bool
) -> Findings:
    """Return the gaps, or all other findings, that only one side has.

    A finding is the same if file, code and words are: that its line moved does not count.
    """
    before, after = (
        [one for one in side if (one.severity is Severity.GAP) is gaps] for side in (old, new)
    )
    return Findings(_only(after, before), _only(before, after))


def _only(some: Iterable[Problem], others: Iterable[Problem]) -> tuple[Problem, ...]:
    left = Counter(map(_key, others))
    found = []
    for one in some:
        if left[_key(one)]:
            left[_key(one)] -= 1
        else:
            found.append(one)
    return tuple(found)


def _key(found: Problem) -> tuple[str, str, str]:
    return found.where.file, found.code, found.fact
