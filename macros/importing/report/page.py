"""The page of an imported report: front matter, headings, paragraphs, calls for its figures."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.importing.markup import escaped
from macros.importing.yaml_text import clean, scalar
from macros.prose.places import Place
from macros.rendering.plain import BETWEEN_LINES, IMPORTED_TITLE, imported_title

HEADING_2 = re.compile("第[一二三四五六七八九十]+(?:部分|章|篇)|[一二三四五六七八九十]{1,3}、")
HEADING_3 = re.compile("[（(][一二三四五六七八九十]{1,3}[）)]")
SENTENCE_MARK = re.compile("[。；！？，：,;:!?]$|[。；！？]")
TITLE_MARK = re.compile("[，。；：、！？,;!?]")
IN_BRACKETS = re.compile("（[^（）]*）|《[^《》]*》|“[^“”]*”")
KIND = re.compile("(?:报告|总结|汇报|情况|材料|综述|小结|公报|年报|通报)(?:（[^（）]*）)?$")
LONGEST_HEADING = 40


def title_line(lines: list[str]) -> int | None:
    """Return the index of the report's own title: its first line, if that is no sentence."""
    index = next((index for index, line in enumerate(lines) if line), None)
    if index is None or not any(map(str.strip, lines[index + 1 :])):
        return None
    text = lines[index].strip()
    is_ours = IMPORTED_TITLE.fullmatch(f"# {text}")
    return index if _is_title(text) and not is_ours else None


def _is_title(text: str) -> bool:
    is_numbered = HEADING_2.match(text) or HEADING_3.match(text)
    is_sentence = TITLE_MARK.search(IN_BRACKETS.sub("", text))
    has_words = re.search("[\u4e00-\u9fff]{2}", text)
    return bool(len(text) <= LONGEST_HEADING and has_words and not is_numbered and not is_sentence)


def title_text(lines: list[str]) -> str:
    """Return the title of a report that has one; a second line 工作总结 belongs to it."""
    first, *others = [line.strip() for line in lines if line.strip()]
    has_kind = KIND.search(first) is not None
    second = others[0]
    is_one = not has_kind and _is_title(second) and KIND.search(second)
    return first + second if is_one else first


def opens_part(line: str) -> bool:
    """Return whether a line tells what the lines below it are about: 2024年工作打算."""
    text = line.strip()
    return bool(text) and len(text) <= LONGEST_HEADING and not SENTENCE_MARK.search(text)


def heading_levels(lines: list[str], title: int | None, busy: Iterable[int]) -> dict[int, int]:
    """Return index → level of the lines that are headings.

    Args:
        busy: lines that hold figures; a heading whose words change with a number would change
            its address, so they stay paragraphs.
    """
    levels: dict[int, int] = {} if title is None else {title: 1}
    seen = {lines[title].strip()} if title is not None else set()
    held = set(busy)
    for index, line in enumerate(lines):
        text = line.strip()
        level = _level(text, levels)
        if index in levels or index in held or not level or text in seen:
            continue
        levels[index] = level
        seen.add(text)
    return levels


def _level(text: str, levels: Mapping[int, int]) -> int:
    if len(text) > LONGEST_HEADING or SENTENCE_MARK.search(text):
        return 0
    if HEADING_2.match(text):
        return 2
    if HEADING_3.match(text):
        return 3 if 2 in levels.values() else 2
    return 0


@dataclass(frozen=True, slots=True)
class Composed:
    """A page to be written."""

    text: str
    first_line: int
    """Line on which the first line of the report stands; the others follow two apart."""

    def source_index(self, line: int) -> int:
        """Return the index of the report's line that stands on a line of the page."""
        return max(0, line - self.first_line) // 2


def compose(
    lines: list[str],
    levels: Mapping[int, int],
    calls: Mapping[Place, str],
    year: int,
    doubts: Iterable[str],
) -> Composed:
    """Return the page.

    Args:
        lines: of the report.
        levels: see `heading_levels`.
        calls: what replaces each place.
        doubts: wordings left as typed, for 存疑.
    """
    ends_with_break = lines[-1] == ""
    own = lines[:-1] if ends_with_break else lines
    body = BETWEEN_LINES.join(
        _line(line, levels.get(index, 0), [one for one in calls if one.line == index], calls)
        for index, line in enumerate(own)
    )
    has_title = 1 in levels.values()
    title = title_text(lines) if has_title else imported_title(year)
    own_title = "" if has_title else f"# {title}{BETWEEN_LINES}"
    header = f"{_front_matter(title, year, doubts)}\n{own_title}"
    return Composed(header + body + "\n" * ends_with_break, header.count("\n") + 1)


def _line(line: str, level: int, places: Iterable[Place], calls: Mapping[Place, str]) -> str:
    held = sorted(places, key=lambda place: place.start)
    stand_in = _unused_character(line)
    text, position = "", 0
    for place in held:
        text += line[position : place.start] + stand_in
        position = place.end
    text = _block(text + line[position:], level)
    for place in held:
        text = text.replace(stand_in, calls[place], 1)
    return text


def _unused_character(line: str) -> str:
    """Return a Chinese character to stand for calls while the line around them is escaped."""
    return next(character for code in range(0x4E00, 0x9FFF) if (character := chr(code)) not in line)


def _block(text: str, level: int) -> str:
    return escaped(text, level) if text.strip(" \t\u3000") else text


def _front_matter(title: str, year: int, doubts: Iterable[str]) -> str:
    lines = ["---", f"title: {scalar(clean(title))}", f"年份: {year}", "类型: 报告"]
    listed = [doubt for doubt in dict.fromkeys(map(clean, doubts)) if doubt]
    if listed:
        lines += ["存疑:", *(f"  - {scalar(doubt)}" for doubt in listed)]
    return "\n".join([*lines, "---", ""])
