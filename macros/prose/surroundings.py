"""What stands around a place, numbers left out: the wording that names a figure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from macros.prose.places import Place
from macros.prose.text import CLAUSE_END, clause_start, sentence_start

LONGEST_BEFORE = 200
"""Characters before a number that can tell what it counts."""

LONGEST_LEAD = 60
"""Characters quoted before a number."""

LONGEST_QUOTE = 20
"""Characters quoted behind a number."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The wording around one place; numbers of other places left out, their units kept."""

    before: str
    """The line up to the number: 《要点》从个方面 before 14项."""

    after: str
    """The line behind the measure word."""

    lead: str
    """The end of `before` that belongs to this place alone: from the clause or the last place."""

    previous: Place | None
    """The place before, if it stands in the same sentence."""

    is_joined: bool
    """Whether nothing stands between the place before and this one: 四个方面14项."""

    prior: str
    """The clause before `lead`, within the sentence."""

    quote: str
    """The clause as the report words it."""


def surroundings(line: str, places: Iterable[Place]) -> dict[Place, Surroundings]:
    """Return what stands around each place of a line."""
    found = {}
    sketch, position, previous, end_of_previous = "", 0, None, 0
    for place in places:
        sketch += line[position : place.start]
        start = len(sketch)
        lead_start = _lead_start(sketch, previous, end_of_previous)
        sentence = sentence_start(sketch, start)
        prior = sketch[sentence:lead_start]
        found[place] = Surroundings(
            before=sketch.rstrip()[-LONGEST_BEFORE:],
            after=line[place.end :],
            lead=sketch[lead_start:].strip(" \u3000\u00a0、，")[-LONGEST_LEAD:],
            previous=previous if previous and end_of_previous > sentence else None,
            is_joined=previous is not None and end_of_previous == start,
            prior=re.split(r"[，：；（(,:;]", prior.rstrip("，：；（(,:;、 "))[-1],
            quote=_quote(line, place),
        )
        sketch += place.unit
        position, previous, end_of_previous = place.end, place, len(sketch)
    return found


def _quote(line: str, place: Place) -> str:
    behind = CLAUSE_END.search(line, place.end)
    end = min(behind.start() if behind else len(line), place.end + LONGEST_QUOTE)
    start = max(clause_start(line, place.start), place.start - LONGEST_LEAD)
    return line[start:end].strip()


def _lead_start(sketch: str, previous: Place | None, end_of_previous: int) -> int:
    """Behind the last comma, or behind the last place if that comes later."""
    start = clause_start(sketch, len(sketch))
    return start if previous is None else max(start, end_of_previous)
