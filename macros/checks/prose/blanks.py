"""What gives away a measure word whose number is missing, told from words that end alike."""

import re
from collections.abc import Iterator

from macros.checks.prose.patterns import CHINESE, HAN_NUMERALS, any_of, measure_words
from macros.handbook import Handbook

NUMBER = f"0-9０-９{HAN_NUMERALS}几数多半余】"
POINTER = "各每这那哪某整该些逐上下本此同前首末总的和与及按计以等到或只少是有个"
"""Behind these a measure word speaks of the things themselves: 每次, 该项, 总人次."""

PARTS_OF_WORDS = {
    "次": (
        "场人名层档版批频轮届期位主席班车航户件印其依初历屡再渐序残梯级头目造语倒累次",
        "数要年日月序生品第级元于",
    ),
    "份": ("月年身股省县备成部辈过缘天充双份", "数额内量子"),
    "篇": ("长短名开新诗续中全通专单谋鸿篇", "数幅章目"),
    "册": ("手注名清造画分史簿图账另成在入登编装册", "数子页"),
    "项": ("事选立款分列专单强弱奖子义缺进销杂加减查测决险）项", "数目链"),
    "个": ("挨真", CHINESE),
    "条": ("面教枯线链纸信便油成词金头欠假法收借回发分在）条", "数号件例款文目约理"),
    "宗": ("卷祖教正大开归宗", "数教旨族地"),
    "亩": ("公市亩", "数产均"),
}
"""Measure words of one character that can be told from words: characters that join before, behind.

The others (人 家 户 期 处 件 场 名 起 元) end too many nouns: they need one of the `SIGNS`.
"""

END = r"(?=[，。；、：！？）)”》,.;:!?|\s]|$)"
BEHIND_WORD = rf"(?<=[{CHINESE}》”’）])(?<![{NUMBER}{POINTER}])"
PEOPLE = "(?:党员|干部|群众|职工|成员|人员|学员|同志)"
COUNTED = (
    "(?:单位|部门|科室|党?支部|党组织|乡镇|社区|项目|问题|方面|环节|领域|专题|课题|小组|地块|企业)"
)
VERB = "(?:^|(?<=[，。；：、了])|(?<=发展|吸收|培养|选派|表彰|处分|约谈|新增))"
SIGNS = (
    rf"(?<![{NUMBER}其剩业盈残结节冗富宽空])余UNIT(?![额件例款目])",
    rf"(?:共计|累计|合计|总计)UNIT{END}",
    r"(?:[_＿]{2,}|(?<![A-Za-z])[×xXＸ]+|[□○]+|（\s*）|\(\s*\)|【\s*】)\s*余?UNIT",
    rf"(?<=[{CHINESE}》”’])(?<![{NUMBER}])[ \u3000]+UNIT{END}",
    rf"{PEOPLE}[人名]{END}",
    rf"{VERB}名{PEOPLE}",
    rf"(?:案件|事故|纠纷|投诉|举报)起{END}",
    rf"(?<![{NUMBER}{POINTER}])个{COUNTED}",
    rf"(?<=[{CHINESE}])(?<![{NUMBER}])[%％]",
    rf"百分之(?![{NUMBER}【])",
)
"""Signs of a blank before any measure word (UNIT)."""

ABOUT_NUMBERS = re.compile("提高|增加|增大|减少|压减|降低|扩大|平均|统计|计算|核算|计量|多少")
"""A clause that speaks of a number rather than stating one: 减少会议场次."""


def find_blanks(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield each blank in a line; `pattern` comes from `blank_pattern`."""
    for found in pattern.finditer(text):
        clause = re.split("[，。；]", text[: found.start()])[-1]
        if not ABOUT_NUMBERS.search(clause):
            yield found


def blank_pattern(handbook: Handbook) -> re.Pattern[str]:
    """Return what finds a measure word of the handbook without its number."""
    units = measure_words(handbook)
    longer = [unit for unit in units if len(unit) > 1 and unit[-1] != "时"]
    scaled = any_of(unit for unit in longer if unit[0] in "万亿")
    plain = any_of(unit for unit in longer if unit[0] not in "万亿")
    options = [
        *_behind_known_figures(handbook),
        *(sign.replace("UNIT", any_of(units)) for sign in SIGNS),
        rf"{BEHIND_WORD}{plain}{END}",
        rf"{BEHIND_WORD}(?<![近上逾超过达约]){scaled}{END}",
        *(_single(unit) for unit in units if unit in PARTS_OF_WORDS),
    ]
    return re.compile("|".join(options))


def _behind_known_figures(handbook: Handbook) -> Iterator[str]:
    for name, definition in handbook.definitions.items():
        labels = any_of(sorted((name, *definition.aliases), key=len, reverse=True))
        end = END if len(definition.unit) == 1 else ""
        yield rf"{labels}\s*余?{re.escape(definition.unit)}{end}"


def _single(unit: str) -> str:
    before, behind = PARTS_OF_WORDS[unit]
    return rf"{BEHIND_WORD}(?<![{before}]){unit}(?:(?=[{CHINESE}])(?![{behind}])|{END})"
