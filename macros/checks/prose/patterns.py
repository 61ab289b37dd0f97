"""Numerals, measure words and spans of Chinese official prose: what several checks look for."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from macros.formatting import from_chinese
from macros.handbook import Handbook
from macros.page import Page
from macros.rendering.body import Form, Line
from macros.rendering.site import RenderedPage
from macros.sources.markdown_file import MASK

CHINESE = "\u3400-\u4dbf\u4e00-\u9fff"
"""Inside of a character class: one Chinese character.

Such a class takes a millisecond to compile. So a pattern that few pages have use for stays
text, which `re` compiles when it is first looked for.
"""

HAN_DIGITS = "〇零一二两三四五六七八九十"
HAN_NUMERALS = HAN_DIGITS + "百千万亿"
ARABIC = r"[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?[百千万亿]*"
NUMERAL = rf"(?:{ARABIC}|(?=[百千万亿]*[{HAN_DIGITS}])[{HAN_NUMERALS}]+)"

TITLE = re.compile(r"《[^《》\n]*》")
HEADING = re.compile(r"^ {0,3}#{1,6} +(?P<title>.*)", re.MULTILINE)
ORDINAL_BEFORE = re.compile(rf"(?:第|届|第[{HAN_NUMERALS}0-9]+[、至到和])$")
DURATION_BEHIND = re.compile(r"个(?:月|工作日|小时|星期|学期|季度)")
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")

KIN = {"个": "件", "项": "件", "条": "件", "起": "件", "宗": "件", "名": "人"}


@lru_cache(maxsize=2)
def measure_words(handbook: Handbook) -> tuple[str, ...]:
    """Return every word that can stand behind a number, the longest first."""
    units = {definition.unit for definition in handbook.definitions.values()}
    words = units | set(handbook.terms.measure_words)
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for one of the words, tried in their order; never an empty one."""
    return "(?:" + ("|".join(map(re.escape, words)) or "(?!)") + ")"


def lone(first: str, behind: str) -> str:
    """Return a pattern for one character that does not stand behind some others.

    What it is comes first: a search for a character is several times as fast as for a place.
    """
    return f"{first}(?<!{behind}.)"


@lru_cache(maxsize=8)
def _quantity(units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![0-9０-９.．])(?P<number>{NUMERAL})(?P<approximation>[余多几]?) ?"
        rf"(?P<unit>{any_of(units)})"
    )


@lru_cache(maxsize=8)
def _counted(units: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the last digit of a number and its measure word, in less time than all."""
    return re.compile(rf"[0-9０-９{HAN_NUMERALS}][余多几]? ?{any_of(units)}")


def counting_lines(
    page: RenderedPage, units: tuple[str, ...], form: Form = "plain"
) -> list[Line]:
    """Return the lines in which there may be quantities."""
    return page.body.lines_with(_counted(units), form)


def quantities(text: str, units: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Yield each number with its measure word; groups ``number``, ``approximation``, ``unit``.

    Ordinals (第三次), durations (3个月) and what stands in a 《title》 are not quantities.
    """
    titles = [found.span() for found in TITLE.finditer(text)]
    for found in _quantity(units).finditer(text):
        is_ordinal = ORDINAL_BEFORE.search(text, 0, found.start())
        is_duration = DURATION_BEHIND.match(text, found.start("unit"))
        if not is_ordinal and not is_duration and not covers(titles, *found.span("number")):
            yield found


def value_of(numeral: str) -> Decimal | None:
    """Return the number that a numeral states, in Arabic, full-width or Chinese digits."""
    text = unicodedata.normalize("NFKC", numeral).replace(",", "")
    found = re.fullmatch(r"([0-9.]+)([百千万亿]*)", text)
    if not found:
        value = from_chinese(text.replace("〇", "零"))
        return None if value is None else Decimal(value)
    factor = {"百": 2, "千": 3, "万": 4, "亿": 8}
    try:
        return Decimal(found[1]).scaleb(sum(factor[unit] for unit in found[2]))
    except InvalidOperation:
        return None


def occurrences(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Return start and end of every occurrence of the words."""
    return [
        (found.start(), found.end())
        for word in words
        if word in text
        for found in re.finditer(re.escape(word), text)
    ]


def covers(spans: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    """Return whether one of the spans holds all of the text from `start` to `end`."""
    return any(first <= start and end <= last for first, last in spans)


def excused(handbook: Handbook, page: Page) -> tuple[str, ...]:
    """Return the wordings no check of prose reports: allowed words and the doubts of the page.

    Doubts are reported by their own check, one by one.
    """
    return (*(allowed.word for allowed in handbook.terms.allowed_words), *page.meta.doubts)


def around(text: str, start: int, end: int, before: int = 8, behind: int = 4) -> str:
    """Return the text from `start` to `end` with a few characters around it, for messages."""
    return text[max(0, start - before) : end + behind].replace(MASK, "").strip()


def is_of_year(page: Page) -> bool:
    """Return whether a page tells of one year: a report, work points, evidence."""
    return page.is_report or page.meta.kind in ("要点", "台账")


def year_of(page: Page) -> int | None:
    """Return the year a page tells of: its front matter, else its path, else its title."""
    if page.meta.year:
        return page.meta.year
    found = YEAR.search(page.path) or YEAR.search(page.title)
    return int(found.group()) if found else None


def figure_before(handbook: Handbook, text: str, unit: str) -> str | None:
    """Return the figure whose name or 又名 ends `text` and whose unit is `unit`."""
    text = re.sub(r"(?:共计|累计|合计|共|了|达)?\s*$", "", text)
    best, length = None, 0
    for name, definition in handbook.definitions.items():
        for label in (name, *definition.aliases):
            if definition.unit == unit and len(label) > length and text.endswith(label):
                best, length = name, len(label)
    return best


def matches(
    page: RenderedPage, pattern: re.Pattern[str] | str, needed: re.Pattern[str] | None = None
) -> Iterator[tuple[Line, re.Match[str]]]:
    """Yield what a pattern finds in the plain text of lines, excused wordings left out.

    Args:
        pattern: compiled, or as text if `needed` is hardly ever there.
        needed: what each match holds, if that is found in much less time.
    """
    words = excused(page.handbook, page.page)
    for line in page.body.lines_with(needed or pattern):
        spans = occurrences(line.plain, words)
        for found in re.finditer(pattern, line.plain):
            if not covers(spans, *found.span()):
                yield line, found


def blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph, list or table; blank lines and headings part them."""
    block: list[Line] = []
    for line in lines:
        is_text = bool(line.typed.strip()) and not HEADING.match(line.typed)
        if block and not is_text:
            yield block
            block = []
        if is_text:
            block.append(line)
    if block:
        yield block


def kin(unit: str) -> str:
    """Return the unit that stands for those which may be added up with it: 件 for 个."""
    return KIN.get(unit, unit)


def sections(page: RenderedPage, needed: re.Pattern[str]) -> Iterator[tuple[str, list[Line]]]:
    """Yield the title of a section with those of its lines that hold what is needed, if any."""
    typed = page.body.texts("typed")
    title, some, last = "", [], -1
    for line in page.body.lines_with(needed):
        above = (HEADING.match(typed[index]) for index in range(line.index, last, -1))
        heading, last = next(filter(None, above), None), line.index
        if heading:
            yield title, some
            title, some = heading["title"], []
        if heading is None or heading.string != line.typed:
            some.append(line)
    yield title, some
