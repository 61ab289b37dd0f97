"""Clauses and sentences of a line."""

import re

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
CLAUSE_END = re.compile(r"[，。；：！？!?;（(）)]|(?<![0-9])[,:]|[,:](?![0-9])|\.(?![0-9])")
SENTENCE_END = re.compile(r"[。；！？!?;]")


def clause_start(line: str, position: int) -> int:
    """Return where the clause that holds a position begins."""
    return _last(CLAUSE_END, line, position)


def sentence_start(line: str, position: int) -> int:
    """Return where the sentence that holds a position begins."""
    return _last(SENTENCE_END, line, position)


def han(text: str) -> int:
    """Return the number of Chinese characters."""
    return len(HAN.findall(text))


def _last(pattern: re.Pattern[str], line: str, position: int) -> int:
    start = 0
    for found in pattern.finditer(line, 0, position):
        start = found.end()
    return start


QUOTE_END = re.compile(r"[，。；：、！？,;:!?\s（）()*_\[\]<>&\\`|~#{}｛｝]")
WIDTH = 12
LONGEST = 200


def wording_around(line: str, start: int, end: int, taken: list[tuple[int, int]]) -> str:
    """Return a part of a line with the words around it that belong to it, for 存疑.

    It reaches to the next punctuation or figure, and stays as short as is still clear.
    """
    first = max([0, start - WIDTH, *(stop for _, stop in taken if stop <= start)])
    last = min([len(line), end + WIDTH // 2, *(begin for begin, _ in taken if begin >= end)])
    for found in QUOTE_END.finditer(line, first, start):
        first = found.end()
    behind = QUOTE_END.search(line, end, last)
    return line[first : behind.start() if behind else last][:LONGEST]
