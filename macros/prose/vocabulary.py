"""What a project calls a measure word, and which wordings are never figures."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from macros.handbook import Handbook
from macros.prose import words

SCALE = re.compile("[万亿][余多]?")

PROTECTED = (
    "《[^《》]*》",
    "〈[^〈〉]*〉",
    "“[^“”]*”",
    "‘[^‘’]*’",
    "「[^「」]*」",
    '"[^"]{1,30}"',
    r"[〔\[【（(](?:19|20)[0-9]{2}[〕\]】）)]第?[0-9]+号?",
    r"第[0-9零〇一二两三四五六七八九十百千万]+(?:[—–\-~～至到、][0-9零〇一二三四五六七八九十百]+)?",
    r"(?:19|20)[0-9]{2}年?[—–\-~～至到](?:19|20)?[0-9]{2}(?=年)",
    r"(?:19|20)[0-9]{2}[./\-][0-9]{1,2}(?:[./\-][0-9]{1,2})?(?![0-9万亿元])",
    r"[0-9]{1,2}月[0-9]{1,2}[—–\-~～至、][0-9]{1,2}(?=日)",
    r"(?<![0-9])[0-9]{1,2}[:：][0-9]{2}(?::[0-9]{2})?(?![0-9])",
    r"^[\s\u3000]*[0-9]{1,2}[.．、)）](?![0-9])",
    r"(?<=[。；：，,;:])\s*[0-9]{1,2}[.．、)）](?=[\u4e00-\u9fff“《])",
    r"[（(](?:[0-9]{1,2}|[一二三四五六七八九十]+)[）)]",
    r"(?:附件|附表|附图|[见如][表图])[0-9]+",
    r"[0-9]{3,6}(?=(?:政务|便民|服务|政府|市长)*(?:热线|平台|报警|急救))",
    r"https?://[^\s，。；、）》]+",
)
"""Titles, slogans, document numbers, ordinals, dates, list marks, codes."""

FIRSTS = r"《〈“‘「\"〔\[【（(第0-9\s附见如h"
"""The characters that those begin with: nearly all others are passed at once."""


class Vocabulary:
    """The measure words and fixed wordings of a project."""

    def __init__(self, units: Iterable[str], fixed: Iterable[str] = ()) -> None:
        self.units = frozenset(units)
        self._by_first: dict[str, list[str]] = {}
        for unit in sorted(self.units, key=lambda unit: (-len(unit), unit)):
            self._by_first.setdefault(unit[0], []).append(unit)
        phrases = sorted({*fixed, *words.FIXED}, key=lambda phrase: (-len(phrase), phrase))
        firsts = FIRSTS + re.escape("".join(sorted({phrase[:1] for phrase in phrases})))
        options = "|".join([*PROTECTED, *map(re.escape, phrases)])
        self._protected = re.compile(f"(?=[{firsts}])(?:{options})")

    def unit_at(self, text: str, position: int) -> str:
        """Return the measure word at a position, 万 or 亿 before it included; empty if none."""
        scale = SCALE.match(text, position)
        if scale:
            base = self._base_at(text, scale.end())
            if base:
                return scale.group() + base
        return self._base_at(text, position)

    def _base_at(self, text: str, position: int) -> str:
        for unit in self._by_first.get(text[position : position + 1], ()):
            end = position + len(unit)
            behind = text[end : end + 1]
            if text.startswith(unit, position) and not (
                behind and behind in words.NOT_BEFORE.get(unit, "")
            ):
                return unit
        return ""

    def protected(self, line: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of what must stay as it is."""
        for found in self._protected.finditer(line):
            yield found.span()


@lru_cache(maxsize=2)
def vocabulary_of(handbook: Handbook) -> Vocabulary:
    """Return the vocabulary of a project: its own words and those any office uses."""
    defined = {definition.unit for definition in handbook.definitions.values()}
    terms = handbook.terms
    return Vocabulary({*words.UNITS, *terms.measure_words, *defined}, terms.fixed_phrases)
