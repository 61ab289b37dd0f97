"""Figures the project knows, found by their name or 又名 right before the number."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from macros.models.figure import FigureDefinition
from macros.prose import words
from macros.prose.surroundings import Surroundings

LINKING = re.compile(
    f"(?:{words.TIME_WORDS}|{words.LINKS}|{words.SUBJECTS}|{words.VERBS}|{words.ACTIONS}|[、了])*"
)


@dataclass(frozen=True, slots=True)
class Match:
    """The figures a wording can mean."""

    names: tuple[str, ...]
    """More than one if they share the wording."""

    is_exact: bool
    """Whether nothing that could narrow the meaning stands before: not 支部 in 支部专题研讨."""


class Recognizer:
    """Finds figures by the words before their numbers."""

    def __init__(self, definitions: Mapping[str, FigureDefinition]) -> None:
        self._labels: dict[str, dict[str, list[str]]] = {}
        for name, definition in definitions.items():
            labels = self._labels.setdefault(definition.unit, {})
            for label in dict.fromkeys((name, *definition.aliases)):
                labels.setdefault(label, []).append(name)

    def match(self, unit: str, around: Surroundings) -> Match | None:
        """Return the figures with this unit that the longest fitting wording means."""
        labels = self._labels.get(unit, {})
        for before in dict.fromkeys((around.before, words.TRAILING.sub("", around.before))):
            fitting = [label for label in labels if _fits(label, before, around)]
            if fitting:
                longest = max(fitting, key=len)
                return Match(tuple(labels[longest]), _is_exact(longest, before, around))
        return None


def _fits(label: str, before: str, around: Surroundings) -> bool:
    if before.endswith(label):
        return True
    first = 0 if not around.lead else 1
    return any(
        before.endswith(label[:cut]) and around.after.startswith(label[cut:])
        for cut in range(first, len(label))
    )


def _is_exact(label: str, before: str, around: Surroundings) -> bool:
    if not before.endswith(label):
        return True
    own = before[max(0, len(before) - len(around.lead)) :]
    rest = own.removesuffix(label)
    return rest == own or LINKING.fullmatch(rest) is not None
