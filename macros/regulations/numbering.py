"""Whether the numbers of a regulation run on: 编章节, 条, 项, 目 without gap, repeat or detour.

Annexes and quotations count for themselves and are left out. Numbers that a right text may well
begin again are never reported: 节 with each 章, 章 with each 编, 项 with each 款.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from macros.formatting import chinese
from macros.problems import Problem, Severity, Where
from macros.regulations.marks import NUMERAL, RANKS, likely_number
from macros.regulations.parts import Article, Heading, Line, Structure, Unit, article_label

CODE = "regulation-numbering"

Key = tuple[int, int]
"""A number and, for 之一, the number behind it."""

EXCERPT = 100
"""A text whose first article has a number from here on is one part of a code."""

INSERTED = re.compile(f"之({NUMERAL})")
CONTINUING_TITLE = re.compile("修正案|[篇编]$|节选|摘录|摘编")
"""Titles of texts whose first article need not be 第一条."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """One number of a series."""

    first: Key
    last: Key
    line: Line
    may_restart: bool = False
    """Whether it may be 1 whatever comes before it."""


def numbering_problems(structure: Structure, file: str) -> Iterator[Problem]:
    """Yield a problem for each gap, repeat or detour of the numbers of a regulation.

    Args:
        structure: of the text.
        file: the file as messages show it; lines are those of the structure.
    """
    for line, fact, hint in _findings(structure):
        yield Problem(Where(file, line.number), CODE, fact, hint, Severity.ERROR)


Finding = tuple[Line, str, str]


def _findings(structure: Structure) -> Iterator[Finding]:
    yield from _spellings(structure)
    is_excerpt = _is_excerpt(structure)
    yield from _series_findings(_articles(structure.articles), _article, is_excerpt)
    yield from _heading_findings(structure.headings, is_excerpt)
    for article in structure.articles:
        reached: dict[str, int] = {}
        for paragraph in article.paragraphs:
            yield from _list_findings(paragraph.subparagraphs, paragraph.text, reached)


def _is_excerpt(structure: Structure) -> bool:
    """Return whether the text may begin elsewhere than with 第一条."""
    titles = [one.text for one in structure.preamble if CONTINUING_TITLE.search(one.text)]
    first = structure.articles[0].number if structure.articles else None
    return bool(titles) or (first or 0) >= EXCERPT


def _articles(articles: Sequence[Article]) -> list[Numbered]:
    found = []
    for article in articles:
        number = article.number or likely_number(re.sub("^第|条.*$", "", article.label))
        inserted = article.inserted
        if inserted == 0:
            inserted = likely_number(article.label.rpartition("之")[2])
        last = (article.through or number, inserted or 0)
        found.append(Numbered((number, inserted or 0), last, article.line))
    return found


def _article(key: Key) -> str:
    return article_label(key[0], key[1] or None)


def _heading_findings(headings: Sequence[Heading], is_excerpt: bool) -> Iterator[Finding]:
    """Check each kind of heading by itself; one may begin again below each outer heading."""
    kinds = {one.kind for one in headings if one.kind}
    for kind in kinds:
        series, is_fresh = [], True
        for heading in headings:
            if heading.kind == kind:
                key = _heading_key(heading)
                series.append(Numbered(key, key, heading.line, is_fresh))
                is_fresh = False
            elif heading.kind and RANKS[heading.kind] < RANKS[kind]:
                is_fresh = True
        label = _heading_label(kind)
        yield from _series_findings(series, label, is_excerpt)
    if "节" in kinds and "章" in kinds:
        first = next(one for one in headings if one.kind in ("章", "节"))
        if first.kind == "节":
            yield first.line, f"“{_shown(first.line)}”前面没有章", "把它移到所属的章下面。"


def _heading_key(heading: Heading) -> Key:
    number = heading.number or likely_number(heading.written)
    inserted = INSERTED.match(heading.title)
    return number, likely_number(inserted[1]) if inserted else 0


def _heading_label(kind: str) -> Callable[[Key], str]:
    return lambda key: f"第{chinese(key[0])}{kind}" + (f"之{chinese(key[1])}" if key[1] else "")


def _list_findings(units: Sequence[Unit], intro: str, reached: dict[str, int]) -> Iterator[Finding]:
    """Check a list of 项 or 目 and the lists within it.

    Numbers that stand within the line before (…：（一）…；（二）…) are there, though not at the
    beginning of a line.

    Args:
        units: of the list.
        intro: the text that introduces it.
        reached: the last number of each kind of list in the article, from which one may go on.
    """
    series: list[Numbered] = []
    previous, text = 0, intro
    for unit in units:
        number = unit.number or likely_number(unit.written)
        goes_on = not series and number == reached.get(unit.mark, 0) + 1
        within = [n for n in range(previous + 1, number) if _stands_in(text, unit.mark, n)]
        is_complete = within and len(within) == number - previous - 1
        first = previous + 1 if is_complete or goes_on else number
        may_restart = number == 1 and previous > 1
        series.append(Numbered((first, 0), (number, 0), unit.line, may_restart))
        previous, text = number, unit.line.text
        reached[unit.mark] = number
    if units:
        yield from _series_findings(series, _unit_label(units[0].mark), False)
    for unit in units:
        yield from _list_findings(unit.items, unit.line.text, reached)


def _stands_in(text: str, mark: str, number: int) -> bool:
    return any(label in text for label in _labels(mark, number))


def _labels(mark: str, number: int) -> tuple[str, ...]:
    return {
        "（一）": (f"（{chinese(number)}）", f"({chinese(number)})"),
        "一、": (f"{chinese(number)}、",),
        "1.": (f"{number}.", f"{number}．", f"{number}、", f"{number}\\."),
        "（1）": (f"（{number}）", f"({number})", f"{number}）"),
        "①": (chr(ord("①") + number - 1),),
    }[mark]


def _unit_label(mark: str) -> Callable[[Key], str]:
    return lambda key: _labels(mark, key[0])[0]


def _series_findings(
    series: Sequence[Numbered], label: Callable[[Key], str], starts_anywhere: bool
) -> Iterator[Finding]:
    last: Key = (0, 0)
    for index, one in enumerate(series):
        expected = (last[0] + 1, 0)
        starts_here = index == 0 and starts_anywhere
        restarts = one.may_restart and one.first == (1, 0)
        if starts_here or restarts or _follows(one.first, last):
            last = one.last
        elif index + 1 < len(series) and _follows(series[index + 1].first, expected):
            yield _wrong(one, label, last)
            last = expected
        elif one.first > last:
            yield _gap(one, label, last)
            last = one.last
        else:
            yield _detour(one, label, last)
            is_followed = index + 1 < len(series) and _follows(series[index + 1].first, one.last)
            last = one.last if is_followed and one.first != last else last


def _follows(key: Key, last: Key) -> bool:
    return key in ((last[0] + 1, 0), (last[0], last[1] + 1)) and key[0] > 0


def _wrong(one: Numbered, label: Callable[[Key], str], last: Key) -> Finding:
    right = label((last[0] + 1, 0))
    fact = f"“{label(one.first)}”按顺序应为“{right}”"
    return one.line, fact, f"对照原文核实；写错了就改成“{right}”。"


def _gap(one: Numbered, label: Callable[[Key], str], last: Key) -> Finding:
    missing = list(_missing(last, one.first))
    names = label(missing[0])
    if len(missing) > 1:
        names += f"”至“{label(missing[-1])}"
    begin = f"“{label(last)}”之后是" if last[0] else "开头是"
    fact = f"{begin}“{label(one.first)}”，缺“{names}”"
    return one.line, fact, "对照原文补上；原文编号就是这样的，核实后保留。"


def _missing(last: Key, first: Key) -> Iterator[Key]:
    """Yield the numbers between two that do not follow one another."""
    for number in range(last[0] + 1, first[0] + bool(first[1])):
        yield number, 0
    start = last[1] if first[0] == last[0] else 0
    for inserted in range(start + 1, first[1]):
        yield first[0], inserted


def _detour(one: Numbered, label: Callable[[Key], str], last: Key) -> Finding:
    if one.first == last:
        return one.line, f"“{label(last)}”重复", "对照原文核实，改成正确的序号，或删去多出的一处。"
    fact = f"“{label(one.first)}”排在“{label(last)}”之后"
    return one.line, fact, "对照原文核实，改成正确的序号，或移到应在的位置。"


def _spellings(structure: Structure) -> Iterator[Finding]:
    """Yield numerals that are not written as they should be: 第一百十条."""
    for article in structure.articles:
        if article.number is None or article.inserted == 0:
            [right] = _articles([article])
            yield _spelling(article.line, article.label, _article(right.first))
        for paragraph in article.paragraphs:
            for unit in paragraph.subparagraphs:
                if unit.number == 0:
                    right = _unit_label(unit.mark)((likely_number(unit.written), 0))
                    yield _spelling(unit.line, unit.written, right)
    for heading in structure.headings:
        if heading.kind and heading.number is None:
            right = f"第{chinese(likely_number(heading.written))}{heading.kind}"
            yield _spelling(heading.line, f"第{heading.written}{heading.kind}", right)


def _spelling(line: Line, written: str, right: str) -> Finding:
    return line, f"“{written}”不是规范的序数写法", f"改成“{right}”。"


def _shown(line: Line) -> str:
    return line.text.lstrip("# ")[:20]
