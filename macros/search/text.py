"""How text is cut for the index; `overrides/assets/search/text.js` cuts queries the same way."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

DIGITS = "零一二三四五六七八九"
STEPS = {"十": 10, "百": 100, "千": 1000}
SCALES = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}

PERCENT = re.compile(
    "百分之([零〇一二三四五六七八九十百两0-9]+)(?:点([零〇一二三四五六七八九0-9]+))?"
)
NUMERAL = re.compile("[零〇一二三四五六七八九十百千万亿两]+")
SCALED = re.compile(r"([0-9]+(?:\.[0-9]+)?)([百千万亿]+)")
THOUSANDS = re.compile(r",(?<=[0-9],)(?=[0-9]{3}(?![0-9]))")
"""The comma first: what begins with one certain character is found ten times as fast."""

UNIT = re.compile(r"[0-9]+(?:\.[0-9]+)?|[a-z]+|[\u3400-\u9fff]|[〔〕\[\]()「」《》]+|.", re.DOTALL)
ORDINAL = "第"
HAN = re.compile("[\u3400-\u9fff]+")
READ = re.compile(r"[0-9a-z\u3400-\u9fff]")
SILENT = frozenset("〔〕[]()「」《》")
"""Brackets do not part what stands around them: `发〔2023〕5号` is found by `发2023 5号`."""

FULL_WIDTH = dict(zip("，；：（）！？", ",;:()!?", strict=True))
ODD = re.compile("[\1-\x7f]?[^\0-\x7f\u3400-\u9fff、。〈〉《》「」『』【】〔〕—‘’“”]+")
"""What NFKC may change, with the letter before that an accent may join."""

FIRST_READ, FIRST_FREE = 0x3400, 0xA000
"""Chinese characters; those behind are never read: in `units_as_characters` they are units."""

LONG_UNIT = re.compile(r"[0-9]+(?:\.[0-9]+)?|[a-z]+")
FOREIGN = re.compile("[\ua000-\U0010ffff]+")


def units(text: str) -> list[list[str]]:
    """Return runs of Chinese characters, numbers and Latin words between punctuation.

    Letters are small, forms plain (NFKC), numbers Arabic: ``三百元`` and ``300元`` are the same.
    """
    runs: list[list[str]] = [[]]
    for found in UNIT.finditer(plain(text)):
        unit = found[0]
        if READ.match(unit):
            runs[-1].append(unit)
        elif unit[0] not in SILENT and runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def plain(text: str) -> str:
    """Return text in small letters and plain forms, all numerals Arabic."""
    text = THOUSANDS.sub("", _normal(text).lower())
    text = PERCENT.sub(_percent, text)
    text = SCALED.sub(_scaled, text)
    return NUMERAL.sub(lambda found: arabic(found[0]), text)


def _normal(text: str) -> str:
    """Return the NFKC form, most of which Chinese text has already."""
    for full_width, narrow in FULL_WIDTH.items():
        text = text.replace(full_width, narrow)
    return ODD.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def _percent(found: re.Match[str]) -> str:
    fraction = f".{arabic(found[2])}" if found[2] else ""
    return f"{arabic(found[1])}{fraction}%"


def _scaled(found: re.Match[str]) -> str:
    value = float(found[1])
    for scale in found[2]:
        value *= SCALES[scale]
    return f"{round(value, 6):.10g}" if value % 1 else str(int(value))


@cache
def arabic(numeral: str) -> str:
    """Return a Chinese numeral in digits: ``三十五`` → ``35``, ``二〇二三`` → ``2023``."""
    numeral = numeral.replace("〇", "零").replace("两", "二")
    if not re.search("[十百千万亿]", numeral):
        return "".join(char if char.isascii() else str(DIGITS.index(char)) for char in numeral)
    total = section = digit = 0
    for char in numeral:
        if char in STEPS:
            section += (digit or 1) * STEPS[char]
            digit = 0
        elif char in SCALES:
            total = (total + section + digit or 1) * SCALES[char]
            section = digit = 0
        else:
            digit = int(char) if char.isascii() else DIGITS.index(char)
    return str(total + section + digit)


def tokens(text: str) -> Iterator[str]:
    """Yield pairs of neighbors, numbers, Latin words, and single characters standing alone.

    The number of an article is no number by itself: who looks for 2 does not mean 第二条.
    """
    for run in units(text):
        last = len(run) - 1
        for index, unit in enumerate(run):
            if unit.isascii() and (index == 0 or run[index - 1] != ORDINAL):
                yield unit
            if index < last:
                yield joined(unit, run[index + 1])
        if last == 0 and not run[0].isascii():
            yield run[0]


def units_as_characters(texts: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return texts of which neighbors are neighboring characters, and the units that are longer.

    The character ``chr(FIRST_FREE + n)`` stands for unit n of the second list; what comes before
    FIRST_READ parts runs.
    """
    known: dict[str, str] = {}

    def character(found: re.Match[str]) -> str:
        return known.setdefault(found[0], chr(FIRST_FREE + len(known)))

    text = FOREIGN.sub(" ", plain("\0".join(texts)))
    text = LONG_UNIT.sub(character, text)
    for bracket in SILENT:
        text = text.replace(bracket, "")
    return text.split("\0"), list(known)


def joined(first: str, second: str) -> str:
    """Return the token of two neighbors; ``12`` ``3`` must not become ``1`` ``23``."""
    return f"{first}\x01{second}" if first.isascii() and second.isascii() else first + second


@cache
def token_hash(token: str) -> int:
    """Return the FNV-1a hash of a token over its UTF-16 units: the browser finds the same."""
    value = 2166136261
    for char in token:
        value = ((value ^ ord(char)) * 16777619) & 0xFFFFFFFF
    return value


def shard_of(token: str, shards: int) -> int:
    """Return the number of the file that holds a token."""
    return token_hash(token) % shards
