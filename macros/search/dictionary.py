"""What queries are rewritten with: words, their readings, traditional forms and synonyms."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from macros.models.terms import Terms
from macros.search.groups import Group
from macros.search.pinyin import (
    characters_by_reading,
    common_characters,
    exceptions,
    may_be_exceptions,
    special_phrases,
)
from macros.sources.cache import NoCache

CJK = range(0x4E00, 0xA000)
MOST_PHRASES, MOST_WORDS = 8_000, 4_000


def dictionary(
    groups: Sequence[Group], terms: Sequence[str], cache: NoCache
) -> Mapping[str, object]:
    """Return what the browser needs to rewrite a query: a mapping ready for JSON.

    Args:
        terms: phrases that are known from elsewhere than from pages.
    """
    in_titles = _frequent(groups, 0, MOST_PHRASES, cache)
    phrases = list(dict.fromkeys([*in_titles, *terms]))
    known = set(phrases)
    others = [word for word in _frequent(groups, 1, MOST_WORDS, cache) if word not in known]
    chars = set("".join(group.facts["characters"] for group in groups))
    return {
        "phrases": " ".join(phrases),
        "words": " ".join(others),
        "readings": _readings(chars, cache),
        "exceptions": _exceptions([*phrases, *others], cache),
        "traditional": traditional(chars, cache),
    }


def _frequent(groups: Sequence[Group], kind: int, most: int, cache: NoCache) -> list[str]:
    """Return the most frequent phrases or words of all groups."""
    made_from = [str(kind), *(group.facts["words"][kind] for group in groups)]
    return cache.recall("frequent", made_from, partial(_most, groups, kind, most))


def _most(groups: Sequence[Group], kind: int, most: int) -> list[str]:
    from macros.search.words import summed  # numpy: an edit elsewhere needs none

    return summed([group.words[kind] for group in groups]).most_frequent(most)


def _readings(chars: set[str], cache: NoCache) -> Mapping[str, str]:
    """Return those of the characters, and of all that a typist may use by mistake."""
    known = "".join(sorted(chars))
    return cache.recall("readings", [known], partial(_readings_of_typed, known))


def _readings_of_typed(known: str) -> Mapping[str, str]:
    return characters_by_reading(sorted({*common_characters(), *known}))


def _exceptions(words: Sequence[str], cache: NoCache) -> Mapping[str, str]:
    """Return `exceptions` of the words."""
    make = partial(_exceptions_by_first, words, cache)
    return cache.recall("all exceptions", [" ".join(words)], make)


def _exceptions_by_first(words: Sequence[str], cache: NoCache) -> Mapping[str, str]:
    """Return the same, asked for words with one first character together."""
    special = cache.recall("special phrases", [], special_phrases)
    groups: dict[str, list[str]] = {}
    for word in may_be_exceptions(words, special):
        groups.setdefault(word[0], []).append(word)
    found: dict[str, str] = {}
    for group in groups.values():
        found |= cache.recall("exceptions", group, partial(exceptions, group))
    return {word: found[word] for word in words if word in found}


def traditional(chars: set[str], cache: NoCache) -> list[str]:
    """Return traditional characters and, in the same order, the simplified ones they stand for.

    Only those whose simplified form occurs, and which do not occur themselves.
    """
    pairs = [
        (old, new)
        for old, new in zip(*cache.recall("traditional", [], _simplified), strict=True)
        if new in chars and old not in chars
    ]
    return ["".join(old for old, _ in pairs), "".join(new for _, new in pairs)]


def _simplified() -> list[str]:
    """Return all traditional characters and, in the same order, the simplified ones."""
    from opencc import OpenCC

    # To convert each character of Unicode takes twenty times as long as to read the tables.
    tables = [table for *_, table in OpenCC("t2s").dict_cache.values()]
    known = {old: new.split()[0] for table in tables for old, new in table.items()}
    pairs = [(old, known[old]) for old in map(chr, CJK) if known.get(old, old) != old]
    return ["".join(old for old, _ in pairs), "".join(new for _, new in pairs)]


def synonyms(groups: Sequence[Group], terms: Terms) -> Iterator[list[list[str]]]:
    """Yield, for each term, all its names, and those of them the handbook uses."""
    named = [list(dict.fromkeys([term.word, *term.synonyms])) for term in terms.terms]
    asked = list(dict.fromkeys(name for names in named for name in names))
    used = {name for group in groups for name in group.used(asked)} if asked else set()
    for names in named:
        in_use = [name for name in names if name in used]
        if in_use and len(names) > 1:
            yield [names, in_use]
