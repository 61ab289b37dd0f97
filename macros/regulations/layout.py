"""Which lines of a regulation are not its running text: contents, quotations, annexes, captions.

An amending decision quotes whole articles, a table of contents repeats the chapters, an annex
counts its articles anew: none of them is numbered with the articles around it.
"""

import re
from collections.abc import Sequence
from enum import Enum

from macros.regulations.marks import (
    ENDING,
    LONGEST_TITLE,
    SENTENCE,
    SOLE_HEADINGS,
    find_article,
    find_heading,
    find_mark,
    is_annex,
    number_of,
    squeezed,
)


class Role(Enum):
    """What a line is besides running text."""

    TEXT = "text"
    CONTENTS = "contents"
    QUOTED = "quoted"
    ANNEX = "annex"
    """First line of an annex."""

    CAPTION = "caption"
    """A heading that is not numbered as 章 or 节: 附则, or 一、管辖 above an article."""


CONTENTS_TITLE = re.compile(r"目\s*[录次]$")
PAGE_NUMBER = re.compile(r"[\s.…·—-]*[0-9０-９]*$")
QUOTE = re.compile("[“”]")
OPENING = re.compile(r"(?:^|[：:])\s*“[^”]*$")
LONGEST_CONTENTS = 400
LONGEST_CAPTION = 40
NEW_TEXT = re.compile(
    r"(?:条例|规定|办法|细则|规则|规程|章程|准则|决定|标准|规范|协定|议定书|公约|条约|制度|守则|方案"
    r"|通则|合同|协议|协议书|声明|意见|纲要|条款|法)(?:[（(][^（()）]{1,20}[）)])?$"
)
REACH = 8
"""Lines between the title of a second text and its first article: a date, a chapter."""


def roles(lines: Sequence[str]) -> list[Role]:
    """Return what each line of a regulation is."""
    found = [Role.TEXT] * len(lines)
    for index in contents(lines):
        found[index] = Role.CONTENTS
    for index in _quoted(lines):
        found[index] = Role.QUOTED
    for index in _annexes(lines, found):
        found[index] = Role.ANNEX
    for index in _captions(lines, found):
        found[index] = Role.CAPTION
    return found


def contents(lines: Sequence[str]) -> range:
    """Return the lines of the table of contents: what stands between 目录, or the first heading,
    and where that heading comes again.
    """
    start, first, is_titled = _start_of_contents(lines)
    if first is None:
        return range(0)
    wanted = _heading_key(lines[first])
    for index in range(first + 1, min(len(lines), first + LONGEST_CONTENTS)):
        line = lines[index]
        if _heading_key(line) == wanted:
            return range(start, index)
        text = line.strip()
        if SENTENCE.search(text[-1:]) or (not is_titled and find_article(text)):
            break
    return range(0)


def _start_of_contents(lines: Sequence[str]) -> tuple[int, int | None, bool]:
    """Return where contents may begin, their first heading, and whether 目录 stands above."""
    title = None
    for index, line in enumerate(lines):
        text = line.strip("# \t\u3000")
        if CONTENTS_TITLE.match(text):
            title = index
        elif find_heading(line) or squeezed(text) in SOLE_HEADINGS:
            return (index if title is None else title), index, title is not None
        elif find_article(text):
            break
    return 0, None, False


def _heading_key(line: str) -> tuple[object, ...] | None:
    found = find_heading(PAGE_NUMBER.sub("", line.strip()))
    if found:
        return found["kind"], number_of(found["number"])
    text = squeezed(PAGE_NUMBER.sub("", line))
    return (text,) if text in SOLE_HEADINGS else None


def _quoted(lines: Sequence[str]) -> list[int]:
    """Return the lines that a quotation opened in an earlier line, after a colon, goes through."""
    inside: list[int] = []
    opened: int | None = None
    for index, line in enumerate(lines):
        marks = QUOTE.findall(line)
        if opened is None:
            if marks and marks[-1] == "“" and OPENING.search(line):
                opened = index
        elif "”" in marks and marks.count("”") > marks.count("“"):
            inside += range(opened + 1, index + 1)
            opened = None
    return inside


def _annexes(lines: Sequence[str], found: Sequence[Role]) -> list[int]:
    """Return the lines that open annexes, or a second text whose articles begin at 1 again."""
    starts = []
    last_article = None
    for index, line in enumerate(lines):
        if found[index] is not Role.TEXT:
            continue
        article = find_article(line)
        if article is None:
            if last_article is not None and is_annex(line):
                starts.append(index)
            continue
        if number_of(article["number"]) == 1 and last_article is not None:
            starts += _title_above(lines, last_article, index)
        last_article = index
    return starts


def _title_above(lines: Sequence[str], after: int, article: int) -> list[int]:
    for index in range(max(after + 1, article - REACH), article):
        text = lines[index].strip()
        is_own = find_heading(text) is None and len(text) <= LONGEST_TITLE
        if is_own and (NEW_TEXT.search(text) or text.startswith("#")):
            return [index]
    return []


def _captions(lines: Sequence[str], found: Sequence[Role]) -> list[int]:
    """Return headings without a number, and numbered lines that stand right above an article."""
    captions = []
    above_article = False
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if found[index] is not Role.TEXT:
            above_article = False
        elif find_article(line) or find_heading(line):
            above_article = True
        elif _is_sole_heading(line, lines, index) or (
            above_article and _is_caption(line, lines, index)
        ):
            captions.append(index)
        else:
            above_article = False
    return captions


def _is_sole_heading(line: str, lines: Sequence[str], index: int) -> bool:
    is_marked = line.startswith("##")
    return is_marked or squeezed(line) in SOLE_HEADINGS or _is_title_below_number(lines, index)


def _is_title_below_number(lines: Sequence[str], index: int) -> bool:
    """Return whether a line is the title of a chapter whose number stands alone above it."""
    above = find_heading(lines[index - 1]) if index else None
    if above is None or above["title"].strip():
        return False
    text = lines[index].strip()
    return len(text) <= LONGEST_CAPTION and not ENDING.search(text)


def _is_caption(line: str, lines: Sequence[str], index: int) -> bool:
    """Return whether a line is 一、管辖 above an article and not the last 项 of the one before."""
    mark = find_mark(line)
    if mark is None or len(line) > LONGEST_CAPTION or ENDING.search(line.strip()):
        return False
    before = find_mark(lines[index - 1]) if index else None
    is_next = before and (before.style, before.number) == (mark.style, mark.number - 1)
    return not is_next
