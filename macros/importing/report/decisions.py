"""What becomes of each place: a known figure, a new one, a conflict, or left as typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from macros.figures import State, figure, number_text
from macros.handbook import Handbook
from macros.prose import naming
from macros.prose.numerals import Style
from macros.prose.places import Doubt, Place
from macros.prose.recognition import Match, Recognizer
from macros.prose.surroundings import Surroundings

Number = int | Decimal


@dataclass
class Decision:
    """One figure of the report, with all its places."""

    name: str
    unit: str
    is_new: bool
    value: Number | None
    """None for a gap."""

    approximation: str
    places: list[Place]
    style: Style = "阿拉伯"
    decimals: int = 0
    labels: list[str] = field(default_factory=list)
    """Wordings for 又名."""

    quote: str = ""
    others: list[tuple[Number, Place]] = field(default_factory=list)
    """Different numbers the report gives in further places, or against the one on file."""

    is_on_file: bool = False
    """Whether the data hold a number, counted or typed, or say 不适用."""

    disputed: tuple[Number, ...] = ()
    """Further numbers that the data themselves give."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the data say about a figure, as far as a place must agree with it."""

    state: State
    value: Number | None
    claims: tuple[Number, ...]
    approximation: str
    has_entry: bool


class Decider:
    """Decides place after place; numbers first, then blanks, so that order does not matter."""

    def __init__(
        self,
        handbook: Handbook,
        year: int,
        around: Mapping[Place, Surroundings],
        paragraphs: Mapping[int, int],
    ) -> None:
        self.handbook = handbook
        self.year = year
        self.around = around
        self.paragraphs = paragraphs
        self.recognizer = Recognizer(handbook.definitions)
        self.decisions: dict[str, Decision] = {}
        self.doubts: list[Doubt] = []
        self._wordings: dict[Place, naming.Wording] = {}
        self._specific: dict[tuple[str, str], str] = {}

    def decide(self) -> None:
        """Sort all places into `decisions` and `doubts`."""
        for place in self.around:
            self._word(place)
        for place in sorted(self.around, key=_numbers_first):
            match = self._match(place)
            if match and len(match.names) > 1:
                names = "、".join(f"“{name}”" for name in match.names)
                self._doubt(place, f"分不清是{names}中的哪一个")
            elif match and self._is_meant(match, place):
                self._decide_known(match.names[0], place)
            elif place.doubt:
                self._doubt(place, place.doubt)
            else:
                self._decide_new(place)

    def _match(self, place: Place) -> Match | None:
        """Return what the wording means; several with it, and the one that has this very number."""
        match = self.recognizer.match(place.unit, self.around[place])
        if match is None or len(match.names) == 1:
            return match
        value = place.numeral and place.numeral.value
        fitting = tuple(name for name in match.names if self._on_file(name).value == value)
        return Match(fitting, match.is_exact) if len(fitting) == 1 else match

    def _doubt(self, place: Place, reason: str) -> None:
        self.doubts.append(Doubt(place.line, place.start, place.end, reason))

    def _is_meant(self, match: Match, place: Place) -> bool:
        """Behind words that could narrow the meaning, a different number is another figure."""
        if match.is_exact:
            return True
        known = self._on_file(match.names[0])
        if place.numeral is None:
            return known.value is None
        return known.value in (None, place.numeral.value)

    def _on_file(self, name: str) -> _Known:
        data = self.handbook.years.get(self.year)
        if data is None:
            return _Known(State.MISSING, None, (), "", False)
        found = figure(self.handbook, name, self.year)
        return _Known(
            state=found.state,
            value=found.value,
            claims=tuple(value for _, value in found.claims),
            approximation=found.approximation,
            has_entry=found.typed is not None,
        )

    def _decide_known(self, name: str, place: Place) -> None:
        definition = self.handbook.definitions[name]
        known = self._on_file(name)
        pending = self.decisions.get(name)
        if place.numeral is None:
            self._decide_known_blank(name, place, known, pending)
            return
        value = place.numeral.value
        if number_text(definition, value) != place.numeral.text:
            self._doubt(place, f"写法与“{name}”的样式（{definition.style}）不同")
            return
        if pending is None:
            pending = Decision(name, place.unit, False, value, place.approximation, [])
            if known.state is not State.MISSING:
                pending.value, *disputed = known.claims or (None,)
                pending.disputed = tuple(disputed)
                pending.approximation, pending.is_on_file = known.approximation, True
        agreed = (pending.value, *pending.disputed)
        if value in agreed and place.approximation != pending.approximation:
            self._doubt(place, f"“余”“多”与数据里的“{name}”不一致")
            return
        self._keep(pending, place, None if value in agreed else value)

    def _decide_known_blank(
        self, name: str, place: Place, known: _Known, pending: Decision | None
    ) -> None:
        held = pending.value if pending else known.value
        if held is not None or known.state is not State.MISSING:
            shown = f"已有 {held}" if held is not None else f"是“{known.state.value}”"
            self._doubt(place, f"此处空缺；“{name}”{shown}，核对后再用")
            return
        approximation = known.approximation if known.has_entry else place.approximation
        expected = pending.approximation if pending else approximation
        if place.approximation != expected:
            self._doubt(place, f"此处空缺；“余”“多”与数据里的“{name}”不一致")
            return
        decision = pending or Decision(name, place.unit, False, None, approximation, [])
        self._keep(decision, place, None)

    def _keep(self, decision: Decision, place: Place, other: Number | None) -> None:
        self.decisions[decision.name] = decision
        decision.places.append(place)
        if other is not None:
            decision.others.append((other, place))

    def _decide_new(self, place: Place) -> None:
        wording = self._wordings[place]
        name = self._specific.get((place.unit, wording.core)) if wording.is_specific else None
        pending = self.decisions.get(name) if name else None
        if pending is None:
            self._define(place, wording)
        elif place.numeral is None and pending.value is not None:
            self._doubt(place, f"此处空缺；别处的“{name}”是 {pending.value}，核对后再用")
        elif place.numeral is None or place.numeral.value == pending.value:
            self._repeat(place, pending)
        elif (place.numeral.style, place.numeral.places) != (pending.style, pending.decimals):
            self._doubt(place, f"与别处的“{name}”写法不同")
        else:
            self._keep(pending, place, place.numeral.value)

    def _repeat(self, place: Place, pending: Decision) -> None:
        is_same_style = place.numeral is None or place.numeral.style == pending.style
        if place.approximation == pending.approximation and is_same_style:
            self._keep(pending, place, None)
        else:
            self._doubt(place, f"与别处的“{pending.name}”写法不同")

    def _define(self, place: Place, wording: naming.Wording) -> None:
        taken = {*self.handbook.definitions, *self.decisions}
        name = naming.free_name(wording, place.unit, self.paragraphs[place.line], taken)
        decision = Decision(name, place.unit, True, None, place.approximation, [place])
        decision.quote = self.around[place].quote
        if place.numeral:
            decision.value = place.numeral.value
            decision.style, decision.decimals = place.numeral.style, place.numeral.places
        self.decisions[name] = decision
        if wording.is_specific:
            self._specific[place.unit, wording.core] = name

    def _word(self, place: Place) -> None:
        """Keep the wording of a place; that of the place before is kept already."""
        around = self.around[place]
        previous = self._wordings[around.previous] if around.previous else None
        self._wordings[place] = naming.word(around, previous)

    def add_labels(self) -> None:
        """Give every new figure the wordings by which a second import recognizes it."""
        names = {place: one.name for one in self.decisions.values() for place in one.places}
        by_unit: dict[str, list[tuple[str | None, Surroundings]]] = {}
        for place, around in self.around.items():
            by_unit.setdefault(place.unit, []).append((names.get(place), around))
        for decision in self.decisions.values():
            if decision.is_new:
                others = [one for name, one in by_unit[decision.unit] if name != decision.name]
                found = [self._label(place, others) for place in decision.places]
                decision.labels = [one for one in dict.fromkeys(found) if one != decision.name]

    def _label(self, place: Place, others: list[Surroundings]) -> str:
        """Return the wording before the number, as far back as it takes to tell it from others."""
        around, noun = self.around[place], self._wordings[place].noun
        label = ""
        for start in naming.beginnings(around):
            label = around.before[start:] + noun
            if naming.is_telling(label, noun, others):
                break
        return label


def _numbers_first(place: Place) -> tuple[bool, int, int]:
    return place.numeral is None, place.line, place.start
