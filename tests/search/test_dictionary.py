"""What queries are rewritten with."""

import pytest
from opencc import OpenCC
from pypinyin.constants import PHRASES_DICT

from macros.models.terms import Term, Terms
from macros.search.dictionary import CJK, _simplified, dictionary, synonyms, traditional
from macros.search.pinyin import exceptions, may_be_exceptions, reading, special_phrases
from macros.sources.cache import NoCache
from tests.search.made_pages import made_entry, made_group


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


def test_every_exception_holds_a_special_phrase():
    """No word is passed over that is read otherwise than its characters."""
    words = list(PHRASES_DICT)[::10]
    asked = list(may_be_exceptions(words, special_phrases()))

    assert exceptions(words) == exceptions(asked)
    assert len(asked) < len(words) / 5


def test_traditional_characters_of_the_handbook():
    """Only characters are mapped whose simplified form is used here."""
    old, new = traditional({"约", "谈"}, NoCache())

    assert {"約": "约", "談": "谈"} == dict(zip(old, new, strict=True))


def test_synonyms_lead_only_to_names_in_use():
    """A name the handbook never uses is understood, but nothing is looked up by it."""
    names = {"词": "约谈", "释义": "谈话的一种", "同义": ("廉政谈话", "谈话")}
    terms = Terms(术语=(Term(**names),))

    assert [[["约谈", "廉政谈话", "谈话"], ["约谈"]]] == list(
        synonyms([made_group(made_entry("约谈办法"))], terms)
    )
    assert [] == list(synonyms([made_group(made_entry("请假"))], terms))


def test_all_traditional_characters_are_known():
    """What is read from the tables of the converter is what it converts."""
    known, simplified = _simplified()
    chars = "".join(map(chr, CJK))
    converted = OpenCC("t2s").convert("\n".join(chars)).split("\n")

    assert {old: new for old, new in zip(chars, converted, strict=True) if old != new} == dict(
        zip(known, simplified, strict=True)
    )


def test_words_of_titles_and_text():
    """What titles say is a phrase, and so are terms; what only the text says is a word."""
    groups = [made_group(made_entry("党费", "差旅费由财务审核。")), made_group(made_entry("党费"))]

    found = dictionary(groups, ["述职", "党费"], NoCache())

    assert ["党费", "述职"] == found["phrases"].split(" ")
    assert {"差旅费", "财务", "审核"} <= set(found["words"].split(" "))
    assert "chai lv fei" == found["exceptions"]["差旅费"]
    assert "费" in found["readings"]["fei"]
