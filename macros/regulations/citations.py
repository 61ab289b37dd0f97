"""Citations in running text: 《监察法》第十二条第二款, 本办法第七条、第八条, 前款.

Grammar of 立法技术规范: a title or 本法, then 条, 款, 项, 目; more places follow with 、和及或至
and keep what they leave out. Brackets around the number of a 项 are optional.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from macros.formatting import chinese, from_chinese
from macros.regulations.structure import NUMERAL, article_label

SELF = "本(?:法|条例|办法|规定|制度|细则|规则|准则|规程|章程)"
HEAD = re.compile(rf"《(?P<title>[^《》\n]{{1,80}})》|(?P<self>{SELF})(?=第{NUMERAL}条)")
ARTICLE = rf"第(?P<article>{NUMERAL})条(?:之(?P<inserted>{NUMERAL}))?"
PARAGRAPH = rf"第(?P<paragraph>{NUMERAL})款"
SUBPARAGRAPH = rf"第[（(]?(?P<subparagraph>{NUMERAL})[）)]?项"
ITEM = rf"第(?P<item>{NUMERAL}|[1-9][0-9]?)目"
PLACE = re.compile(rf"{ARTICLE}(?:{PARAGRAPH})?(?:{SUBPARAGRAPH})?(?:{ITEM})?")
LATER_PARAGRAPH = re.compile(rf"{PARAGRAPH}(?:{SUBPARAGRAPH})?(?:{ITEM})?")
LATER_SUBPARAGRAPH = re.compile(rf"{SUBPARAGRAPH}(?:{ITEM})?")
JOINT = re.compile("、|和|及|以及|或者|或|与|至")
PRECEDING = re.compile("前(?P<count>两|三|四)?款")


@dataclass(frozen=True, slots=True)
class Place:
    """What a citation points at within a regulation; 0 leaves a level out."""

    article: int = 0
    inserted: int = 0
    paragraph: int = 0
    subparagraph: int = 0
    item: int = 0

    @property
    def anchor(self) -> str:
        """The anchor on the page of the regulation; empty for the whole regulation."""
        if not self.article:
            return ""
        parts = [article_label(self.article, self.inserted or None)]
        for number, kind in (
            (self.paragraph, "款"), (self.subparagraph, "项"), (self.item, "目"),
        ):  # fmt: skip
            if number:
                parts.append(f"第{chinese(number)}{kind}")
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation in a text."""

    start: int
    end: int
    title: str
    """Without brackets; empty for 本法 and 前款."""

    place: Place

    @property
    def names_place(self) -> bool:
        """Whether it says more than a title, even if the numerals cannot be read."""
        return self.end - self.start > len(f"《{self.title}》") or not self.title


def find_citations(text: str) -> Iterator[Citation]:
    """Yield the citations of a text in order; each link covers what one place says."""
    position = 0
    while head := HEAD.search(text, position):
        position = head.end()
        title = head["title"] or ""
        first = PLACE.match(text, position)
        if first is None:
            yield Citation(head.start(), head.end(), title, Place())
            continue
        place = _place(first, Place())
        yield Citation(head.start(), first.end(), title, place)
        position = first.end()
        for citation in _chain(text, position, title, place):
            yield citation
            position = citation.end


def _chain(text: str, position: int, title: str, place: Place) -> Iterator[Citation]:
    """Yield the places joined to the first: 第七条、第八条和第九条第二款."""
    while joint := JOINT.match(text, position):
        for pattern in (PLACE, LATER_PARAGRAPH, LATER_SUBPARAGRAPH):
            found = pattern.match(text, joint.end())
            if found:
                break
        else:
            return
        place = _place(found, place)
        yield Citation(found.start(), found.end(), title, place)
        position = found.end()


def _place(found: re.Match[str], before: Place) -> Place:
    """Return the place a match states, taking from the one before what it leaves out."""
    groups = {name: _number(value) for name, value in found.groupdict().items() if value}
    if "article" in groups:
        return Place(**groups)
    if "paragraph" in groups:
        return replace(before, **{"subparagraph": 0, "item": 0, **groups})
    return replace(before, **{"item": 0, **groups})


def _number(text: str) -> int:
    return int(text) if text.isascii() else from_chinese(text) or 0


def find_preceding(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and how many 款 back for each 前款, 前两款."""
    for found in PRECEDING.finditer(text):
        count = {"两": 2, "三": 3, "四": 4}.get(found["count"] or "", 1)
        yield found.start(), found.end(), count
