"""How words are read: one reading per character, and the words that read otherwise."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from operator import itemgetter

READINGS = {
    "三重一大": "san zhong yi da",
    "长岭": "chang ling",
    "单县": "shan xian",
    "调规": "tiao gui",
    "差旅": "chai lv",
}
"""Words of this office that pypinyin reads wrong by itself."""


OWN = re.compile(f"({'|'.join(READINGS)})")


def reading(word: str) -> tuple[str, ...]:
    """Return the syllables of a word in plain letters, ü as v."""
    from pypinyin import lazy_pinyin  # loading it takes longer than an edit needs it for

    found = []
    for piece in OWN.split(word):
        found += READINGS[piece].split() if piece in READINGS else lazy_pinyin(piece)
    return tuple(found)


def character_reading(char: str) -> str:
    """Return the usual reading of a character by itself."""
    return _plain(_tones().get(char, char))


@cache
def _tones() -> Mapping[str, str]:
    """Return the usual reading of each character, with its tone."""
    from pypinyin.constants import PINYIN_DICT

    return {chr(code): tones.partition(",")[0] for code, tones in PINYIN_DICT.items()}


@cache
def _plain(tone: str) -> str:
    from pypinyin.contrib.tone_convert import to_normal

    return to_normal(tone)


def characters_by_reading(chars: Iterable[str]) -> Mapping[str, str]:
    """Return characters grouped by how they are read alone."""
    found: dict[str, str] = defaultdict(str)
    for char in chars:
        found[character_reading(char)] += char
    return dict(sorted(found.items()))


def exceptions(words: Iterable[str]) -> Mapping[str, str]:
    """Return the words whose reading is not that of their characters one by one."""
    found = {}
    for word in words:
        syllables = reading(word)
        if len(syllables) == len(word) and syllables != tuple(map(character_reading, word)):
            found[word] = " ".join(syllables)
    return found


def special_phrases() -> list[str]:
    """Return the known phrases that are not read as their characters one by one."""
    from pypinyin.constants import PHRASES_DICT

    alone, found = _tones(), list(READINGS)
    for phrase, readings in PHRASES_DICT.items():
        tones, usual = list(map(itemgetter(0), readings)), list(map(alone.get, phrase, phrase))
        if tones != usual and list(map(_plain, tones)) != list(map(_plain, usual)):
            found.append(phrase)
    return found


def may_be_exceptions(words: Iterable[str], special: Iterable[str]) -> Iterator[str]:
    """Yield the words that hold a special phrase: all others are read as they are written."""
    known = set(special)
    for word in words:
        ends = range(2, len(word) + 1)
        if any(word[start:end] in known for end in ends for start in range(end - 1)):
            yield word


@cache
def common_characters() -> str:
    """Return the characters of GB 2312, which every typist may use by mistake."""
    rows, cells = range(0xB0, 0xF8), range(0xA1, 0xFF)
    return b"".join(bytes((row, cell)) for row in rows for cell in cells).decode("gb2312", "ignore")
