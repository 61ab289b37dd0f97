"""Names for figures a project does not know yet, taken from the report's own words."""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass

from macros.prose import words
from macros.prose.blanks import END
from macros.prose.surroundings import Surroundings
from macros.prose.text import CLAUSE_END, han

LONGEST = 20
SHORTEST = 4
LONGEST_CONTEXT = 14
CUT = re.compile("》等|[、和及与并的]|以及")
NOUN = re.compile("的?(?P<noun>[\u4e00-\u9fff]{1,10})")
NOUN_END = re.compile(
    "[为和与及并在对被将已以由向从给供有到达获受于中因]|参加|参与|进行|开展|用于|用来|完成|实现|予以|全部|均|"
    "分别|其中|得到|取得|进一步|能够|接受|通过|走上|纳入|建成|正在|列入|签订|召开|举办|组织|落实|推进|解决|"
    "提高|提升|实行"
)
NOT_IN_NAMES = re.compile("[^\u3400-\u4dbf\u4e00-\u9fffA-Za-z0-9《》“”、（）·]")
ORDINALS = "二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Wording:
    """How a report words a figure."""

    core: str
    """What it counts, without verbs and connectives: a name for it."""

    noun: str
    """The counted thing behind the number, where the words before it do not tell."""

    is_specific: bool
    """Whether the core alone tells the figure from others: not so 发现问题, 培训."""

    base: str
    """What later words of the sentence refer to: 专项检查, also for 专项检查发现问题."""


def word(around: Surroundings, previous: Wording | None = None) -> Wording:
    """Return the wording of a place.

    Args:
        previous: of the place before in the sentence, for words that need it.
    """
    lead = _without_links(around.lead)
    noun = "" if END.match(around.after) else _noun(around.after)
    if han(lead) > SHORTEST:
        noun = ""
    core = _without_verbs(lead + noun)
    is_specific = bool(lead) and han(core) >= 3 and han(words.GENERIC.sub("", core)) >= 2
    if is_specific:
        return Wording(_short(core), noun, True, _short(core))
    base = previous.base if previous else _context(around.prior)
    if previous and core in ("", previous.noun):
        return Wording(previous.core, noun, False, base)
    is_listed = not lead and previous is not None and not around.is_joined
    whole = core if is_listed else _in_context(core, base, around.lead.startswith("其中"))
    return Wording(_short(whole), noun, False, base or _short(core))


def _without_links(lead: str) -> str:
    """Return the lead without 今年以来, 共, 累计 and the like at either end."""
    text = lead.rsplit("、", maxsplit=1)[-1] if re.search("[0-9]", lead) else lead
    opening = words.LEADING.match(text)
    text = words.INNER.sub("", text[opening.end() :] if opening else text)
    if re.fullmatch(words.PREPOSITIONS, text):
        return ""
    trimmed = words.TRAILING.sub("", text)
    return trimmed if han(trimmed) >= 2 else text


def _without_verbs(text: str) -> str:
    match = words.LEADING_VERB.match(text)
    rest = text[match.end() :] if match else text
    return rest if han(rest) >= 3 else text


def _noun(after: str) -> str:
    found = NOUN.match(after)
    if not found:
        return ""
    noun = found["noun"]
    end = NOUN_END.search(noun, 1)
    return noun[: end.start()].removesuffix("的") if end else noun[:8]


def _context(prior: str) -> str:
    """Return what the clause before is about, if it says so in a few words."""
    core = _without_verbs(_without_links(prior))
    return core if 2 <= han(core) <= LONGEST_CONTEXT else ""


def _in_context(core: str, base: str, is_part: bool) -> str:
    """Return 专项检查发现问题 for 发现问题 behind 开展专项检查12次."""
    if not base or base in core:
        return core
    return f"{base}（{core}）" if is_part else base + core


def _short(core: str) -> str:
    while len(core) > LONGEST:
        cut = CUT.search(core, 1)
        if not cut or han(core[cut.end() :]) < SHORTEST:
            return core[-LONGEST:] if not cut else core
        core = core[cut.end() :]
    return core


def free_name(wording: Wording, unit: str, paragraph: int, taken: Container[str]) -> str:
    """Return a name nobody bears yet, fit to be a key and an argument."""
    core = _clean(wording.core) or f"第{paragraph}段{unit}数"
    if core not in taken:
        return core
    for suffix in (unit, *(f"{unit}，{ordinal}" for ordinal in ORDINALS)):
        name = f"{core}（{suffix}）"
        if name not in taken:
            return name
    return next(
        name for number in range(11, 10_000) if (name := f"{core}（{unit}，{number}）") not in taken
    )


def _clean(core: str) -> str:
    text = NOT_IN_NAMES.sub("", core)
    for opening, closing in ("《》", "“”", "（）"):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    text = text.strip("、·")
    return text if han(text) >= 1 or re.search("[A-Za-z]", text) else ""


def beginnings(around: Surroundings) -> list[int]:
    """Return where a wording of the place may begin, nearest first, back to the line's start."""
    own = len(around.before) - len(around.lead) if around.lead else len(around.before)
    earlier = [found.end() for found in CLAUSE_END.finditer(around.before) if found.end() < own]
    starts = [*([own] if around.lead else []), *reversed(earlier), 0]
    return list(dict.fromkeys(start for start in starts if start < len(around.before)))


def is_telling(label: str, noun: str, others: Iterable[Surroundings]) -> bool:
    """Return whether a wording is long enough and fits none of the other places."""
    before = label.removesuffix(noun) if noun else label
    return han(label) >= SHORTEST and not any(
        other.before.endswith(before) and other.after.startswith(noun) for other in others
    )
