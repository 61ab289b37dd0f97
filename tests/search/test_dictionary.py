"""What queries are rewritten with."""

from collections import Counter

import pytest

from macros.models.terms import Term, Terms
from macros.search.dictionary import synonyms, traditional
from macros.search.entries import Entry, Section
from macros.search.pinyin import exceptions, reading
from macros.search.words import frequent, title_phrases


def entry(title: str, text: str = "") -> Entry:
    """Return a page with one section."""
    return Entry("a.html", title, "", "", "手册", "", "", (Section("", title, "", text),))


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("三重一大", "san zhong yi da"),
        ("双重组织生活", "shuang chong zu zhi sheng huo"),
        ("差旅费", "chai lv fei"),
        ("出差", "chu chai"),
        ("会计核算", "kuai ji he suan"),
        ("林长制", "lin zhang zhi"),
        ("调查研究", "diao cha yan jiu"),
        ("银行", "yin hang"),
        ("行政处罚", "xing zheng chu fa"),
    ],
)
def test_readings(word: str, syllables: str):
    """Characters with several readings are read as the word asks."""
    assert syllables == " ".join(reading(word))


def test_exceptions_are_only_what_characters_do_not_say():
    """A word read as its characters are costs nothing."""
    assert {"差旅": "chai lv"} == exceptions(["差旅", "约谈"])


def test_traditional_characters_of_the_handbook():
    """Only characters are mapped whose simplified form is used here."""
    old, new = traditional({"约", "谈"})

    assert {"約": "约", "談": "谈"} == dict(zip(old, new, strict=True))


def test_synonyms_lead_only_to_names_in_use():
    """A name the handbook never uses is understood, but nothing is looked up by it."""
    names = {"词": "约谈", "释义": "谈话的一种", "同义": ("廉政谈话", "谈话")}
    terms = Terms(术语=(Term(**names),))

    assert [[["约谈", "廉政谈话", "谈话"], ["约谈"]]] == list(synonyms([entry("约谈办法")], terms))
    assert [] == list(synonyms([entry("请假")], terms))


def test_title_phrases():
    """Words of a title that stand together are phrases, ranked by how often they occur."""
    phrases = list(title_phrases([entry("党费收缴规定"), entry("党费收缴")]))

    assert {"党费", "党费收缴", "党费收缴规定"} <= set(phrases)
    assert 2 == phrases.count("党费收缴")
    assert "党费收缴规定" not in frequent(Counter(phrases), 3)
