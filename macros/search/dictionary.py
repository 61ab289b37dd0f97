"""What queries are rewritten with: words, their readings, traditional forms and synonyms."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from opencc import OpenCC

from macros.models.terms import Terms
from macros.search.entries import Entry
from macros.search.pinyin import characters_by_reading, common_characters, exceptions
from macros.search.words import (
    HAN,
    MOST_PHRASES,
    MOST_WORDS,
    frequent,
    text_words,
    title_phrases,
)
from macros.sources.cache import NoCache

CJK = range(0x4E00, 0xA000)


def dictionary(
    entries: Sequence[Entry], terms: Terms, cache: NoCache
) -> Mapping[str, object]:
    """Return what the browser needs to rewrite a query: a mapping ready for JSON."""
    own_terms = [term.word for term in terms.terms if HAN.fullmatch(term.word)]
    counted, in_text = Counter(own_terms), Counter()
    for entry in entries:
        made = cache.recall("words", [repr(entry)], partial(_counted, entry))
        counted.update(made["phrases"])
        in_text.update(made["words"])
    phrases = frequent(counted, MOST_PHRASES)
    known = set(phrases)
    others = [word for word in frequent(in_text, MOST_WORDS) if word not in known]
    chars = characters(entries)
    typed = sorted({*common_characters(), *chars})
    return {
        "phrases": " ".join(phrases),
        "words": " ".join(others),
        "readings": cache.recall("readings", typed, lambda: characters_by_reading(typed)),
        "exceptions": _exceptions([*phrases, *others], cache),
        "traditional": cache.recall("traditional", sorted(chars), lambda: traditional(chars)),
    }


def _exceptions(words: Sequence[str], cache: NoCache) -> Mapping[str, str]:
    """Return `exceptions` of the words, asked for those with one first character together."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word)
    found: dict[str, str] = {}
    for group in groups.values():
        found |= cache.recall("exceptions", group, partial(exceptions, group))
    return {word: found[word] for word in words if word in found}


def _counted(entry: Entry) -> Mapping[str, Mapping[str, int]]:
    """Return how often a page uses each phrase of titles and each word of text."""
    return {"phrases": Counter(title_phrases([entry])), "words": Counter(text_words([entry]))}


def characters(entries: Iterable[Entry]) -> set[str]:
    """Return every Chinese character of the handbook."""
    found: set[str] = set()
    for entry in entries:
        found.update(entry.title)
        for section in entry.sections:
            found.update(section.heading, section.text)
    return {char for char in found if HAN.fullmatch(char)}


def traditional(chars: set[str]) -> list[str]:
    """Return traditional characters and, in the same order, the simplified ones they stand for.

    Only those whose simplified form occurs, and which do not occur themselves.
    """
    candidates = [chr(code) for code in CJK if chr(code) not in chars]
    simplified = OpenCC("t2s").convert("\n".join(candidates)).split("\n")
    pairs = [
        (old, new)
        for old, new in zip(candidates, simplified, strict=True)
        if old != new and new in chars
    ]
    return ["".join(old for old, _ in pairs), "".join(new for _, new in pairs)]


def synonyms(entries: Sequence[Entry], terms: Terms) -> Iterator[list[list[str]]]:
    """Yield, for each term, all its names, and those of them the handbook uses."""
    text = "\n".join(_texts(entries))
    for term in terms.terms:
        names = list(dict.fromkeys([term.word, *term.synonyms]))
        used = [name for name in names if name in text]
        if used and len(names) > 1:
            yield [names, used]


def _texts(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield entry.title
        for section in entry.sections:
            yield section.heading
            yield section.text
