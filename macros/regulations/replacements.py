"""Wording that a new version replaces throughout, so that it need not be listed row by row."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from macros.regulations.passages import Passage
from macros.regulations.word_marks import Run
from macros.regulations.wording import NUMERALS, normal, words

THROUGHOUT = 3
"""In this many articles, at least."""

BINDING = frozenset(
    ["应当", "可以", "必须", "不得", "禁止", "应", "可", "须", "或者", "或", "以及", "及", "和",
     "并", "并且", "以上", "以下", "以内", "之前", "之后"]
)  # fmt: skip
"""Words that change what is ordered: they are never folded into a note."""

NAME = r"[\u3400-\u9fffA-Za-z]+"


@dataclass(frozen=True, slots=True)
class Replacement:
    """Wording replaced throughout."""

    old: str
    new: str
    examples: tuple[tuple[str, str], ...]
    """Words it stands in, the most frequent first; empty if it is always the same."""

    count: int
    """Places."""

    articles: tuple[Passage, ...]
    """Of the new version."""

    core: tuple[str, str]
    """What all the places have in common."""


@dataclass(frozen=True, slots=True)
class _Place:
    """One place where wording was replaced."""

    article: Passage
    words: tuple[str, str]
    before: str
    after: str


def find_replacements(changed: Mapping[Passage, Sequence[Run]]) -> tuple[Replacement, ...]:
    """Return what is replaced throughout, the most frequent first.

    Args:
        changed: articles of the new version and their words.
    """
    found: dict[tuple[str, str], list[_Place]] = defaultdict(list)
    for article, runs in changed.items():
        for index, run in enumerate(runs):
            core = _core(run)
            if core:
                around = _word_before(runs[:index]), _word_after(runs[index + 1 :])
                found[core].append(_Place(article, _words(run), *around))
    replaced = [
        _replacement(core, places) for core, places in found.items() if _is_throughout(places)
    ]
    return tuple(sorted(replaced, key=lambda one: (-one.count, one.core)))


def _is_throughout(places: Sequence[_Place]) -> bool:
    articles = {place.article for place in places}
    has_word = any(min(map(len, place.words)) > 1 for place in places)
    return len(articles) >= THROUGHOUT and has_word


def is_covered(runs: Sequence[Run], replacements: Iterable[Replacement]) -> bool:
    """Return whether nothing changed but wording that is replaced throughout."""
    cores = {one.core for one in replacements}
    changed = [run for run in runs if not run.is_kept]
    return bool(changed) and all(_core(run) in cores for run in changed)


def _words(run: Run) -> tuple[str, str]:
    return normal(run.old), normal(run.new)


def _core(run: Run) -> tuple[str, str] | None:
    """Return what is replaced within the words: 帐簿 by 账簿 is 帐 by 账."""
    old, new = _words(run)
    if run.is_kept or not (_is_name(old) and _is_name(new)):
        return None
    start = _common_start(old, new)
    end = _common_start(old[start:][::-1], new[start:][::-1])
    core = old[start : len(old) - end], new[start : len(new) - end]
    return core if all(core) else (old, new)


def _common_start(one: str, other: str) -> int:
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in same)


def _is_name(text: str) -> bool:
    return bool(re.fullmatch(NAME, text)) and text not in BINDING and not NUMERALS.search(text)


def _word_before(runs: Sequence[Run]) -> str:
    some = words(runs[-1].old) if runs and runs[-1].is_kept else []
    return some[-1].key if some else ""


def _word_after(runs: Sequence[Run]) -> str:
    some = words(runs[0].old) if runs and runs[0].is_kept else []
    return some[0].key if some else ""


def _replacement(core: tuple[str, str], places: Sequence[_Place]) -> Replacement:
    counts = Counter(place.words for place in places)
    articles = tuple(dict.fromkeys(place.article for place in places))
    if len(counts) > 1:
        examples = tuple(sorted(counts, key=lambda one: (-counts[one], one)))
        return Replacement(*core, examples, len(places), articles, core)
    before = _common(place.before for place in places)
    after = _common(place.after for place in places)
    old, new = (before + one + after for one in places[0].words)
    return Replacement(old, new, (), len(places), articles, core)


def _common(texts: Iterable[str]) -> str:
    """Return the word that stands there everywhere, so that a title is given in full."""
    some = set(texts)
    word = some.pop()
    return word if not some and len(word) > 1 and _is_name(word) else ""
