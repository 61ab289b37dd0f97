"""How words are read: one reading per character, and the words that read otherwise."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

READINGS = {
    "三重一大": "sān zhòng yī dà",
    "长岭": "cháng lǐng",
    "单县": "shàn xiàn",
    "调规": "tiáo guī",
    "差旅": "chāi lǚ",
}
"""Words of this office that pypinyin reads wrong by itself."""


@cache
def _reader() -> Callable[[str], list[str]]:
    """Return what reads a text; loading it takes longer than an edit needs it for."""
    from pypinyin import lazy_pinyin, load_phrases_dict

    load_phrases_dict(
        {word: [[one] for one in reading.split()] for word, reading in READINGS.items()}
    )
    return lazy_pinyin


def reading(word: str) -> tuple[str, ...]:
    """Return the syllables of a word in plain letters, ü as v."""
    return tuple(_reader()(word))


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

    _reader()  # it adds our own
    alone, found = _tones(), []
    for phrase, readings in PHRASES_DICT.items():
        tones, usual = [one[0] for one in readings], [alone.get(char, char) for char in phrase]
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
