"""What queries are rewritten with: words, their readings, traditional forms and synonyms."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

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

CJK = range(0x4E00, 0xA000)


def dictionary(entries: Sequence[Entry], terms: Terms) -> Mapping[str, object]:
    """Return what the browser needs to rewrite a query: a mapping ready for JSON."""
    own_terms = [term.word for term in terms.terms if HAN.fullmatch(term.word)]
    phrases = frequent([*own_terms, *title_phrases(entries)], MOST_PHRASES)
    known = set(phrases)
    others = [word for word in frequent(text_words(entries), MOST_WORDS) if word not in known]
    chars = characters(entries)
    return {
        "phrases": " ".join(phrases),
        "words": " ".join(others),
        "readings": characters_by_reading(sorted({*common_characters(), *chars})),
        "exceptions": exceptions([*phrases, *others]),
        "traditional": traditional(chars),
    }


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
