"""How words are read: one reading per character, and the words that read otherwise."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from pypinyin import lazy_pinyin, load_phrases_dict

READINGS = {
    "三重一大": "sān zhòng yī dà",
    "长岭": "cháng lǐng",
    "单县": "shàn xiàn",
    "调规": "tiáo guī",
    "差旅": "chāi lǚ",
}
"""Words of this office that pypinyin reads wrong by itself."""


@cache
def _load_readings() -> None:
    load_phrases_dict(
        {word: [[one] for one in reading.split()] for word, reading in READINGS.items()}
    )


def reading(word: str) -> tuple[str, ...]:
    """Return the syllables of a word in plain letters, ü as v."""
    _load_readings()
    return tuple(lazy_pinyin(word))


@cache
def character_reading(char: str) -> str:
    """Return the usual reading of a character by itself."""
    return lazy_pinyin(char)[0]


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


@cache
def common_characters() -> str:
    """Return the characters of GB 2312, which every typist may use by mistake."""
    rows, cells = range(0xB0, 0xF8), range(0xA1, 0xFF)
    return b"".join(bytes((row, cell)) for row in rows for cell in cells).decode("gb2312", "ignore")
