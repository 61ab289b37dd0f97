"""Words: measure words, fixed phrases with numerals, allowed words, terms and synonyms."""

from typing import ClassVar

from pydantic import Field

from macros.models.record import Many, OptionalDate, OptionalText, Record, Text


class AllowedWord(Record):
    """A wording a check would report but which is right here."""

    TOPIC: ClassVar[str] = "allowed-word"

    word: Text = Field(alias="词")
    """允许的写法。"""

    reason: Text = Field(alias="理由")
    """为什么允许。"""

    allowed_on: OptionalDate = Field(default=None, alias="日期")
    """哪天定的。"""


class UnwantedWord(Record):
    """A wording the office no longer uses, or writes in another way."""

    TOPIC: ClassVar[str] = "unwanted-word"

    word: Text = Field(alias="词")
    """不再用的说法。"""

    replacement: OptionalText = Field(default=None, alias="改用")
    """改用什么；不知道写 null。"""

    since: OptionalDate = Field(default=None, alias="自")
    """从哪天起不用；一直不用就不写。"""

    basis: Text = Field(alias="依据")
    """凭什么；如机构改革方案、本局用词约定。"""


class Term(Record):
    """A term with its meaning and synonyms."""

    TOPIC: ClassVar[str] = "term"

    word: Text = Field(alias="词")
    """术语。"""

    meaning: Text = Field(alias="释义")
    """释义。"""

    synonyms: Many[Text] = Field(default=(), alias="同义")
    """同义词和简称。"""


class Terms(Record):
    """The words the handbook knows."""

    TOPIC: ClassVar[str] = "terms"

    measure_words: Many[Text] = Field(default=(), alias="计量单位")
    """数后面的单位；报告里这些单位前的数必须来自数据。"""

    fixed_phrases: Many[Text] = Field(default=(), alias="固定词语")
    """带数字的固定说法，其中的数字不是指标。"""

    allowed_words: Many[AllowedWord] = Field(default=(), alias="容许词")
    """检查会报、但确实没有错的写法。"""

    foreign_words: Many[Text] = Field(default=(), alias="外单位词")
    """出现就要核对的外单位名称。"""

    unwanted_words: Many[UnwantedWord] = Field(default=(), alias="不用的词")
    """过时的提法和不统一的用词。"""

    terms: Many[Term] = Field(default=(), alias="术语")
    """术语、释义和同义词。"""
