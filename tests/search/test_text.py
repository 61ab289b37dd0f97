"""How text is cut for the index."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.search.text import arabic, plain, shard_of, tokens, units, units_as_characters


@pytest.mark.parametrize(
    ("numeral", "digits"),
    [
        ("三", "3"),
        ("十", "10"),
        ("十五", "15"),
        ("三百", "300"),
        ("一千二百零三", "1203"),
        ("五十万", "500000"),
        ("两万三千", "23000"),
        ("一亿", "100000000"),
        ("二〇二三", "2023"),
    ],
)
def test_numerals(numeral: str, digits: str):
    """Chinese numerals are the numbers they name, years digit by digit."""
    assert digits == arabic(numeral)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("三百元", "300元"),
        ("五十万元以上", "50万元以上"),
        ("一点五万元以上".replace("一点五", "1.5"), "15000元以上"),
        ("百分之五十九点八", "59.8%"),
        ("第十二条", "第12条"),
        ("１２３４", "1234"),
        ("1,000元", "1000元"),
        ("Party", "party"),
    ],
)
def test_same_words_in_two_forms(one: str, other: str):
    """What means the same is the same."""
    assert plain(one) == plain(other)


@given(st.text(st.characters(exclude_characters="零〇一二三四五六七八九十百千万亿两,点％%分")))
def test_plain_forms(text):
    """Every letter is in its plain form, accents and full-width letters included."""
    folded = unicodedata.normalize("NFKC", text)
    has_numerals = set(folded) & set("零〇一二三四五六七八九十百千万亿两,%")

    assert has_numerals or folded.lower() == plain(text)


def test_units_as_characters():
    """Neighbors are neighboring characters, whatever is longer has one for itself."""
    texts, units = units_as_characters(["发〔2023〕12号，Party", "12\ua000号"])

    assert ["发\ua000\ua001号,\ua002", "\ua001 号"] == texts
    assert ["2023", "12", "party"] == units


def test_punctuation_parts_and_brackets_do_not():
    """A document number is one run, two sentences are two."""
    assert [["发", "2023", "12", "号"]] == units("发〔2023〕12号")
    assert [["甲", "乙"], ["丙"]] == units("甲乙，丙。")


def test_tokens():
    """Pairs of neighbors, numbers by themselves, and a character only if it stands alone."""
    assert ["约谈", "谈3", "3", "3次"] == list(tokens("约谈3次"))
    assert ["2023", "2023\x0112", "12"] == list(tokens("〔2023〕12"))
    assert ["会"] == list(tokens("会"))
    assert [] == list(tokens("，。"))


def test_number_of_an_article_is_no_number():
    """Who looks for 2 does not mean 第二条."""
    assert ["第2", "2条"] == list(tokens("第二条"))


def test_shards_spread_tokens():
    """Tokens go to all files, always to the same."""
    chars = [chr(code) for code in range(0x4E00, 0x5200)]
    used = {shard_of(char, 8) for char in chars}

    assert set(range(8)) == used
    assert shard_of("约谈", 8) == shard_of("约谈", 8)
