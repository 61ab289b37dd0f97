"""Every number before a measure word and every blank of a line, sorted into figures and doubts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from macros.prose import blanks, doubts, words
from macros.prose.numerals import ARABIC, CHINESE, FULL_WIDTH, Numeral, read_numeral
from macros.prose.text import clause_start, han, sentence_start
from macros.prose.vocabulary import Vocabulary

NUMERAL = re.compile(rf"(?P<arabic>{ARABIC})|(?P<wide>{FULL_WIDTH})|(?P<chinese>{CHINESE})")
RANGE = re.compile(r"[0-9.]+\s*(?:[-—–~～至到/:：×+＋]\s*[0-9]+(?:\.[0-9]+)?)+")
INDEFINITE = re.compile(
    "(?:几[十百千万]|十几|数[十百千万]|(?<![以之])[上近][百千万]|成[百千]上[千万]|几)[余多]?"
)
MASKED = re.compile("《[^《》]*》|“[^“”]*”")
LETTER = re.compile("[A-Za-z]")
TABLE = re.compile(r"\t|\|.*\|")

VAGUE_UNITS = frozenset(["个", "位", "类", "大类"])
LOOSE_UNITS = frozenset(
    words.word_list(
        "个 个方面 个百分点 项 条 类 大类 位 面 根 本 头 口 张 对 门 节 块 支 则 字 款 卷"
    )
)
"""Units of rhetoric as much as of counting: 三项制度, 两个方面."""

IS_CHINESE = "汉字数字，像是泛指"
LONGEST_CONTEXT = 300
OPENING = 12
"""Characters at the beginning of a paragraph that tell what all of it is about."""

LARGE = 11
"""From here on a Chinese numeral is a count: rhetoric stays below."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report states a figure or leaves it blank."""

    line: int
    """Index of the line."""

    start: int
    end: int
    """Behind the measure word: a call replaces number, 余 and unit together."""

    unit: str
    numeral: Numeral | None
    """None for a blank."""

    approximation: str = ""
    """余, 多 or nothing."""

    doubt: str = ""
    """Why it is a figure only if the project knows it already."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is left as typed, and why."""

    line: int
    start: int
    end: int
    reason: str


class LineReader:
    """Reads the numbers and blanks of one line."""

    def __init__(
        self, vocabulary: Vocabulary, year: int, index: int, line: str, heading: str = ""
    ) -> None:
        self.vocabulary = vocabulary
        self.year = year
        self.index = index
        self.line = line
        self.heading = heading
        self.masked = MASKED.sub(lambda title: "□" * len(title.group()), line)
        self.protected = list(vocabulary.protected(line))
        self.places: list[Place] = []
        self.doubts: list[Doubt] = []

    def read(self) -> tuple[list[Place], list[Doubt]]:
        """Return the places and doubts of the line, each in order."""
        for found in INDEFINITE.finditer(self.line):
            self._read_indefinite(found)
        done = 0
        for found in NUMERAL.finditer(self.line):
            if found.start() >= done and not self._is_protected(found.start()):
                done = self._read_numeral(found)
        taken = [*self.protected, *((one.start, one.end) for one in [*self.places, *self.doubts])]
        figures = {place.end: place.unit for place in self.places}
        for blank in blanks.BlankFinder(self.line, self.vocabulary).find(taken, figures):
            self._add_blank(blank)
        return sorted(self.places, key=_start), sorted(self.doubts, key=_start)

    def _is_protected(self, position: int) -> bool:
        indefinite = ((doubt.start, doubt.end) for doubt in self.doubts)
        return any(start <= position < end for start, end in [*self.protected, *indefinite])

    def _read_numeral(self, found: re.Match[str]) -> int:
        """Sort one numeral; return where to go on."""
        start, end = found.span()
        if found["wide"]:
            return self._doubt(start, self._behind_unit(end), "数字是全角的")
        special = self._read_arabic(found) if found["arabic"] else self._read_chinese(found)
        if special is not None:
            return special
        if self._is_time(start, end):
            return end
        if re.match(r"\s*[%％‰]", self.line[end:]) or self.line.endswith("百分之", 0, start):
            return self._doubt(start, end + 1, "百分比")
        approximation = self.line[end : end + 1] if self.line[end : end + 1] in ("余", "多") else ""
        unit = self.vocabulary.unit_at(self.line, end + len(approximation))
        if not unit:
            return self._without_unit(found)
        numeral = read_numeral(found.group())
        behind = end + len(approximation + unit)
        return self._sort(Place(self.index, start, behind, unit, numeral, approximation))

    def _read_arabic(self, found: re.Match[str]) -> int | None:
        """Sort ranges and long hours; None for any other number."""
        spread = RANGE.match(self.line, found.start())
        if spread:
            if words.AMOUNT.match(self.line, spread.end()):
                return spread.end()
            behind = self._behind_unit(spread.end())
            return self._doubt(found.start(), behind, "是范围，不是一个数")
        hours = words.LONG_TIME.match(self.line, found.start())
        return self._doubt(found.start(), hours.end(), "是时长，也可能要计数") if hours else None

    def _read_chinese(self, found: re.Match[str]) -> int | None:
        """Step over what is no numeral: the 万 of 学费万元, the 千 of 3千, 零件."""
        line, start = self.line, found.start()
        if found.group() in ("万", "亿") and self.vocabulary.unit_at(line, start):
            return start
        is_part = re.match("[0-9.]", line[start - 1 : start]) or found.group()[0] in "零〇"
        return found.end() if is_part else None

    def _is_time(self, start: int, end: int) -> bool:
        is_minute = self.line[start - 1 : start] in ("时", "点") and self.line.startswith("分", end)
        return is_minute or words.AMOUNT.match(self.line, end) is not None

    def _behind_unit(self, end: int) -> int:
        return end + len(self.vocabulary.unit_at(self.line, end))

    def _without_unit(self, found: re.Match[str]) -> int:
        line, start, end = self.line, found.start(), found.end()
        is_code = LETTER.match(line[start - 1 : start]) or re.match("[A-Z]", line[end : end + 1])
        if found["chinese"] or is_code:
            return end
        space = re.match(r"[ \u3000\u00a0]+", line[end:])
        if space and self.vocabulary.unit_at(line, end + space.end()):
            behind = self._behind_unit(end + space.end())
            return self._doubt(start, behind, "数和单位之间有空格")
        is_year = re.fullmatch("(?:19|20)[0-9]{2}", found.group())
        return self._doubt(start, end, "像是年份" if is_year else "数后面不是认得的计量单位")

    def _sort(self, place: Place) -> int:
        line, start, end = self.line, place.start, place.end
        is_chinese = re.match(CHINESE, line[start]) is not None
        if place.numeral is None and is_chinese and place.unit in words.IDIOM_UNITS:
            return end
        if place.numeral is None:
            return self._doubt(start, end, IS_CHINESE if is_chinese else "数的写法不规范")
        if TABLE.search(line):
            return self._doubt(start, end, "表格里的数")
        if LETTER.match(line[start - 1 : start]):
            return self._doubt(start, end, "字母后面的数")
        found = list(doubts.reasons(self._context(place)))
        if is_chinese and not self._is_count(place):
            if place.unit in words.IDIOM_UNITS:
                return end
            found.append(IS_CHINESE)
        if any(reason not in (IS_CHINESE, doubts.FREQUENCY) for reason in found):
            return self._doubt(start, end, found[0])
        self.places.append(replace(place, doubt=found[0] if found else ""))
        return end

    def _context(self, place: Place) -> doubts.Context:
        masked, start = self.masked, place.start
        first = max(0, start - LONGEST_CONTEXT)
        return doubts.Context(
            sentence=masked[max(first, sentence_start(masked, start)) : start],
            clause=masked[max(first, clause_start(masked, start)) : start],
            heading=self.heading,
            opening=self.line.strip()[:OPENING],
            behind=masked[place.end : place.end + OPENING],
            unit=place.unit,
            value=place.numeral.value,
            year=self.year,
        )

    def _is_count(self, place: Place) -> bool:
        """Whether a Chinese numeral counts: beside an Arabic one, large, or closing its clause."""
        line = self.line
        behind = re.match(ARABIC, line[place.end :])
        if behind and self.vocabulary.unit_at(line, place.end + behind.end()):
            return True
        if self.places and self.places[-1].end == place.start and not self.places[-1].doubt:
            return True
        is_last = blanks.END.match(line, place.end) is not None
        is_loose = place.unit in LOOSE_UNITS
        if place.numeral.value >= LARGE:
            return not is_loose or is_last
        has_noun = han(line[clause_start(line, place.start) : place.start]) >= 2
        return is_last and not is_loose and has_noun and place.numeral.value > 1

    def _read_indefinite(self, found: re.Match[str]) -> None:
        unit = self.vocabulary.unit_at(self.line, found.end())
        if unit and unit not in VAGUE_UNITS and not self._is_protected(found.start()):
            self._doubt(found.start(), found.end() + len(unit), "概数")

    def _add_blank(self, blank: blanks.Blank) -> None:
        if blank.doubt:
            self._doubt(blank.start, blank.end, blank.doubt)
        elif TABLE.search(self.line):
            self._doubt(blank.start, blank.end, "表格里的空格")
        else:
            self.places.append(
                Place(self.index, blank.start, blank.end, blank.unit, None, blank.approximation)
            )

    def _doubt(self, start: int, end: int, reason: str) -> int:
        self.doubts.append(Doubt(self.index, start, min(end, len(self.line)), reason))
        return end


def _start(item: Place | Doubt) -> int:
    return item.start


def read_places(
    lines: list[str], vocabulary: Vocabulary, year: int, headings: dict[int, str]
) -> Iterator[tuple[list[Place], list[Doubt]]]:
    """Yield the places and doubts of each line.

    Args:
        headings: by index of the line, the text of lines that are headings.
    """
    heading = ""
    for index, line in enumerate(lines):
        heading = headings.get(index, heading).strip()
        yield LineReader(vocabulary, year, index, line, heading).read()
