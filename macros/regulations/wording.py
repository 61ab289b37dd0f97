"""Texts of two versions made comparable: letters of one width, no white space, words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.regulations.structure import NUMERAL

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_QUOTES = {ord("“"): '"', ord("”"): '"', ord("‘"): "'", ord("’"): "'", ord("\u3000"): " "}
_WIDTH = str.maketrans({**_WIDE, **_QUOTES})
"""Full width to half width, letter for letter, so that positions stay."""

_SPACE = re.compile(r"[ \t\u00a0]+")
_WORDS = re.compile(
    rf"""(?P<mark>(?:(?<=\n)|(?<=\A))[(](?:{NUMERAL}|\d+)[)])  # the number of a 项 or 目
    | (?P<citation>第{NUMERAL}[编章节条款项目](?:之{NUMERAL})?)
    | (?P<date>\d{{4}}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?)
    | (?P<number>\d+(?:\.\d+)?)
    | (?P<break>\n)
    | (?P<space>[ ]+)
    | (?P<text>(?:(?!第{NUMERAL}[编章节条款项目])[^\n \d])+)
    """,
    re.VERBOSE,
)

NUMERALS = re.compile(r"[0-9零〇一二三四五六七八九十百千万亿]")


class Word(NamedTuple):
    """A word of a text."""

    key: str
    """What it is compared by."""

    text: str
    """As written, with the white space after it."""


def normal(text: str) -> str:
    """Return `text` as it is compared: width of punctuation and white space do not count."""
    return _SPACE.sub("", text.translate(_WIDTH))


def words(text: str) -> list[Word]:
    """Return the words of a text; every line break is a word of its own."""
    found: list[Word] = []
    for key, written in _pieces(text):
        if key.strip(" "):
            found.append(Word(key, written))
        elif found:
            found[-1] = Word(found[-1].key, found[-1].text + written)
    return found


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    # Its dictionary takes 0.1 s to load; most commands compare nothing.
    import rjieba

    narrow = text.translate(_WIDTH).replace("\t", " ").replace("\u00a0", " ")
    for matched in _WORDS.finditer(narrow):
        position = matched.start()
        is_text = matched.lastgroup == "text"
        for key in rjieba.cut(matched[0]) if is_text else [matched[0]]:
            yield key, text[position : position + len(key)]
            position += len(key)


def is_punctuation(text: str) -> bool:
    """Return whether there is nothing but punctuation and white space."""
    return not re.search(r"\w", text)
