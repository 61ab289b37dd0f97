"""What is what in the text of a regulation: title, note, contents, headings, articles.

Only white space is changed: 第 一 章 总 则 becomes 第一章 总则, 第一条为了 becomes 第一条 为了.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from macros.importing.regulation.source import Source
from macros.importing.regulation.title_note import Note, note_length, read_note
from macros.regulations.layout import Role, roles
from macros.regulations.marks import (
    ENDING,
    NUMERAL,
    SENTENCE,
    find_article,
    find_heading,
    number_of,
    squeezed,
)
from macros.regulations.parts import Line
from macros.regulations.structure import Structure, parse

TITLE_END = re.compile(
    r"(?:法|条例|规定|办法|细则|规则|规程|章程|准则|决定|决议|通知|意见|制度|守则|方案|解释|批复|标准|规范"
    r"|纲要|公告|修正案|编)(?:[（(][^（()）]{1,20}[）)])?$"
)
LONGEST_TITLE = 100
FIRST_LINES = 12
"""Lines among which the title stands."""

TIGHT_ARTICLE = re.compile(
    rf"第(?P<number>{NUMERAL})条(?!规定|所(?!有)|[的之第款、和及至【：:（(\s])(?=.)"
)
SPREAD_TITLE = re.compile(r"(?:[\u4e00-\u9fff][ \t\u3000]+)+[\u4e00-\u9fff]")


@dataclass(frozen=True)
class RegulationText:
    """A regulation's text, understood."""

    source: Source
    title: str
    titles: tuple[Line, ...]
    """The lines of the source that are its title."""

    lines: tuple[Line, ...]
    """All other lines, their white space put in order."""

    note: Note
    roles: tuple[Role, ...]
    """What each of `lines` is."""

    structure: Structure


def read_text(source: Source) -> RegulationText:
    """Return a source with its parts told apart."""
    first, last = _title(source.lines)
    titles, rest = source.lines[first:last], source.lines[last:]
    lines = _ordered([*source.lines[:first], *rest])
    note = rest[: _note_length(source, rest)]
    texts = [line.text for line in lines]
    title = "".join(line.text.lstrip("# \t\u3000") for line in titles)
    title = squeezed(title) if SPREAD_TITLE.fullmatch(title) else title
    return RegulationText(
        source=source,
        title=title,
        titles=titles,
        lines=lines,
        note=read_note([line.text for line in note]),
        roles=tuple(roles(texts)),
        structure=parse([Line(0, f"# {title}"), *lines]),
    )


def _note_length(source: Source, lines: Sequence[Line]) -> int:
    if source.note_end:
        return sum(line.number < source.note_end for line in lines)
    return note_length([line.text for line in lines])


def _title(lines: Sequence[Line]) -> tuple[int, int]:
    """Return where the title begins and ends: the first heading, else what reads like a title."""
    for index, line in enumerate(lines[:FIRST_LINES]):
        text = line.text.lstrip("# \t\u3000")
        if line.text.startswith("# ") or (index == 0 and line.text.startswith("#")):
            return index, index + 1
        if find_heading(line.text) or find_article(text):
            break
        is_title = TITLE_END.search(text) and not SENTENCE.search(text)
        if is_title and len(text) <= LONGEST_TITLE:
            goes_on = index and "关于" not in text and _opens_title(lines[index - 1].text)
            return (index - 1 if goes_on else index), index + 1
    return 0, 1


def _opens_title(text: str) -> bool:
    """Return whether a line is the upper half of a title: 国务院关于加强."""
    return "关于" in text and not SENTENCE.search(text) and not TITLE_END.search(text)


def _ordered(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with single spaces where headings and articles need them."""
    texts = [_ordered_text(line.text) for line in lines]
    numbered = {number_of(one["number"]) for text in texts if (one := find_article(text))}
    last = 0
    for index, text in enumerate(texts):
        article = find_article(text)
        tight = TIGHT_ARTICLE.match(text)
        if article:
            last = number_of(article["number"]) or last
        elif tight and number_of(tight["number"]) == last + 1 and last + 1 not in numbered:
            last += 1
            texts[index] = f"{tight.group()} {text[tight.end() :]}"
    return tuple(Line(line.number, text) for line, text in zip(lines, texts, strict=True))


def _ordered_text(text: str) -> str:
    text = text.replace("\t", " ")
    heading = find_heading(text)
    if heading:
        marks = re.match("#*", text).group()
        label = re.sub(r"\s", "", f"第{heading['number']}{heading['kind']}")
        title = heading["title"].strip()
        title = squeezed(title) if SPREAD_TITLE.fullmatch(title) else title
        return f"{marks} {label} {title}".strip()
    article = find_article(text)
    if article:
        label, rest = re.sub(r"\s", "", text[: article.end()]), text[article.end() :]
        return label + ("" if rest[:1] in ("", *"【：:（(") else " ") + rest
    if len(text) <= LONGEST_TITLE and not ENDING.search(text):
        inner = text.lstrip("# ")
        if SPREAD_TITLE.fullmatch(inner) and len(squeezed(inner)) <= 4:
            return text[: len(text) - len(inner)] + squeezed(inner)
    return text
