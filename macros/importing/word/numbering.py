"""The numbers that Word counts by itself, written out: 第一章, 一、, （一）, 1."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from macros.importing.word.counting import format_number
from macros.importing.word.xml import child, local, value


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    style: str | None = None
    is_legal: bool = False
    """Whether the numbers of outer levels are shown in Arabic digits."""

    restarts: bool = True


@dataclass
class Lists:
    """The lists of a document and how far each has counted."""

    levels: Mapping[str, Mapping[int, Level]]
    """By abstract list."""

    abstract: Mapping[str, str]
    """The abstract list of each list."""

    starts: dict[str, dict[int, int]]
    """Where a list begins anew, until it is first used."""

    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def level_of_style(self, number_id: str, style: str) -> int:
        """Return the level that a paragraph style stands for."""
        levels = self.levels.get(self.abstract.get(number_id, ""), {})
        return next((index for index, one in levels.items() if one.style == style), 0)

    def number(self, number_id: str, level: int) -> str:
        """Return the next number of a list as text; empty for bullets and unknown lists.

        Raises:
            UnknownFormat: if it counts in a way that cannot be written out.
        """
        abstract = self.abstract.get(number_id, "")
        levels = self.levels.get(abstract, {})
        if level not in levels:
            return ""
        counters = self.counters.setdefault(abstract, {})
        for index, start in self.starts.pop(number_id, {}).items():
            counters[index] = start - 1
        for index in [one for one in counters if one > level]:
            if levels.get(index, Level()).restarts:
                del counters[index]
        counters[level] = counters.get(level, levels[level].start - 1) + 1
        return self._text(levels, counters, level)

    def _text(self, levels: Mapping[int, Level], counters: Mapping[int, int], level: int) -> str:
        own = levels[level]
        if own.form in ("bullet", "none"):
            return ""

        def part(found: re.Match[str]) -> str:
            index = int(found[1]) - 1
            one = levels.get(index, Level())
            count = counters.get(index, one.start)
            form = "decimal" if own.is_legal and index != level else one.form
            return format_number(count, form)

        return re.sub("%([1-9])", part, own.text)


def read_lists(numbering: etree._Element | None, style_lists: Mapping[str, str]) -> Lists:
    """Return the lists of a document.

    Args:
        numbering: root of numbering.xml.
        style_lists: the list each paragraph style belongs to.
    """
    levels: dict[str, dict[int, Level]] = {}
    links: dict[str, str] = {}
    abstract: dict[str, str] = {}
    starts: dict[str, dict[int, int]] = {}
    for one in numbering if numbering is not None else ():
        if local(one) == "abstractNum":
            key = value(one, "abstractNumId") or ""
            levels[key] = _levels(one)
            links[key] = value(child(one, "numStyleLink")) or ""
        elif local(one) == "num":
            key = value(one, "numId") or ""
            own = value(child(one, "abstractNumId")) or ""
            changed = _overrides(one)
            if changed:
                levels[f"{own}/{key}"] = {**levels.get(own, {}), **changed}
                own = f"{own}/{key}"
            abstract[key] = own
            starts[key] = _starts(one)
    for key, number_id in abstract.items():
        linked = style_lists.get(links.get(number_id, ""))
        if linked and linked != key:
            abstract[key] = abstract.get(linked, number_id)
    return Lists(levels, abstract, starts)


def _levels(parent: etree._Element) -> dict[int, Level]:
    return {int(value(one, "ilvl") or 0): _level(one) for one in parent if local(one) == "lvl"}


def _level(element: etree._Element) -> Level:
    return Level(
        start=int(value(child(element, "start")) or 1),
        form=value(child(element, "numFmt")) or "decimal",
        text=value(child(element, "lvlText")) or "",
        style=value(child(element, "pStyle")),
        is_legal=child(element, "isLgl") is not None,
        restarts=value(child(element, "lvlRestart")) != "0",
    )


def _overrides(number: etree._Element) -> dict[int, Level]:
    """Return the levels that a list counts in its own way."""
    found: dict[int, Level] = {}
    for one in number:
        if local(one) == "lvlOverride":
            found |= _levels(one)
    return found


def _starts(number: etree._Element) -> dict[int, int]:
    found = {}
    for one in number:
        start = value(child(one, "startOverride"))
        if local(one) == "lvlOverride" and start:
            found[int(value(one, "ilvl") or 0)] = int(start)
    return found
