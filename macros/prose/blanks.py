"""Blanks: measure words before which a number is missing."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from macros.prose.habits import CONNECTED, Standing, must_have_number, standing
from macros.prose.text import clause_start, han
from macros.prose.vocabulary import Vocabulary
from macros.prose.words import word_list

SPACES = " \u3000\u00a0"
END = re.compile(r"(?=[，。；：、！？,;.!?（()）])|\s*$")
NUMBER_BEHIND = re.compile("[0-9]")
NOUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff》”’」）)]")
NUMBER = re.compile("[0-9０-９零〇一二三四五六七八九十百千万亿两几多半整余]|(?<![人户次件总个])数")
POINTERS = "各每这那哪某该些逐上下本此同前首末总按计以等到只另其有为不无的和及或"
"""Behind these a measure word speaks of the things themselves: 每次, 该项, 总人次."""

NO_REST = frozenset(word_list("款 票 部 门 头 面 根 口 节 对 组 队 则 本"))
"""余款, 余票 are words."""

REST_IN_WORDS = re.compile("(?:[其剩多富有残盈结宽空冗之节年]|(?<![就企毕失])业)$")
TALK = re.compile(
    "计算|统计|核算|提高|增加|增大|加大|减少|压减|压缩|降低|扩大|控制|规定|标准|平均|多少|确定|限定|不同"
)
"""Words that speak about numbers rather than stating one: 增加门诊人次."""

TALK_DISTANCE = 8
"""Characters before the measure word within which such words bear on it."""

UNSURE_REASON = "像是缺数，也可能是一个词"
VERB = re.compile(
    "(?:开展|召开|举办|组织|举行|进行|签订|发放|印发|下发|撰写|编发|查处|办理|化解|整改|排查|受理|审结|"
    "解决|完成)了?$"
)
VERB_REASON = "动词后面直接是计量单位，像是缺数"
EVENTS = frozenset(["次", "场次", "人次"])
PAIRED_UNITS = frozenset(word_list("件 起 户 次 场次 批次 家 例 宗 个方面 大类 人次"))
"""Behind these a second count may follow at once: 审结案件4件37人."""

PAIR_UNITS = frozenset(word_list("人 名 户 起 件 项 次 人次 场次 亩 元 万元 亿元"))
"""What such a second count may be in."""

BEHIND_VERB = EVENTS | frozenset(word_list("场 期 份 篇 件 起 名 个 项 条 家 户 处 台"))
NOT_BEFORE = {"个": "人体", "名": "师优特牌", "家": "园教具装电政畜", "期": "刊"}
SENTENCE = re.compile(
    "[，。；：、,;]|开展|召开|举办|组织|举行|签订|发放|印发|撰写|查处|办理|受理|投入|完成"
)
"""A line without any of these is a heading or the head of a table."""

COUNTED = re.compile(
    "个(?:方面|百分点|村|社区|科室|部门|单位|乡镇|项目|党?支部|党组织|问题|企业|行政村|自然村|班级|小组|"
    "重点)"
    "|家(?:企业|公司|子公司|单位|医院|商户|门店|合作社)"
    "|名(?:党员|干部|教师|学生|职工|群众|同志|队员|志愿者|代表|委员|医务|专家|人员)"
)
BEFORE_COUNTED = {"个": "真", "家": "国大专商独厂各", "名": "姓报提排署签命著知有实匿点冠联记挂"}
FILLER = re.compile(
    r"(?:[_＿]+|(?<![A-Za-z])[×xXＸ✕]+|\*{2,}|[○●]{2,}|□+|[?？]{2,}|…+"
    r"|（[\s\u3000]*）|\(\s*\)|【[\s\u3000]*】)[余多]?"
)


@dataclass(frozen=True, slots=True)
class Blank:
    """A measure word without its number."""

    start: int
    end: int
    unit: str
    approximation: str = ""
    doubt: str = ""


class BlankFinder:
    """Finds the blanks of one line."""

    def __init__(self, line: str, vocabulary: Vocabulary) -> None:
        self.line = line
        self.vocabulary = vocabulary
        self.is_sentence = SENTENCE.search(line) is not None

    def find(self, taken: Iterable[tuple[int, int]], figures: Mapping[int, str]) -> Iterator[Blank]:
        """Yield the blanks of a line outside the spans already taken.

        Args:
            figures: measure words of the figures, by where they end; a second measure word
                right behind one has lost its own number.
        """
        spans, behind = list(taken), set()
        for end, unit in figures.items():
            behind |= self._places_behind(end, unit)
        starts, position = _starts(self.vocabulary.units), 0
        while found := starts.search(self.line, position):
            position = found.start()
            is_free = not any(start <= position < end for start, end in spans)
            blank = self._at(position, position in behind) if is_free else None
            if blank:
                yield blank
                behind |= self._places_behind(blank.end, blank.unit)
            position = blank.end if blank else position + self._width(position)

    def _places_behind(self, end: int, unit: str) -> set[int]:
        """Return where a second measure word could stand: 案件4件人, 培训12期、人次."""
        if self.line.startswith("、", end):
            return {end + 1}
        return {end} if unit in PAIRED_UNITS else set()

    def _width(self, position: int) -> int:
        """Step over a whole measure word, so that 场次 is not looked at again as 次."""
        return len(self.vocabulary.unit_at(self.line, position)) or 1

    def _at(self, position: int, is_behind_figure: bool) -> Blank | None:
        line = self.line
        filler = FILLER.match(line, position)
        unit = self.vocabulary.unit_at(line, filler.end()) if filler else ""
        if unit and unit != "字" and line[position - 1 : position] != "第":
            reason = f"用“{filler.group()}”占位，像是缺数"
            return Blank(position, filler.end() + len(unit), unit, doubt=reason)
        if line[position] in "%％" and han(line[position - 1 : position]):
            return Blank(position, position + 1, "%", doubt="百分比缺数")
        if not self.is_sentence:
            return None
        unit = self.vocabulary.unit_at(line, position)
        if is_behind_figure and unit in PAIR_UNITS:
            return self._second(position, unit)
        if not _ends_with(NOUN, line[:position]):
            return None
        if line[position] == "余":
            return self._rest(position)
        if not unit or line[:position].endswith(f"一{unit}"):
            return None
        return self._within(position, unit) or self._closing(position, unit)

    def _second(self, position: int, unit: str) -> Blank | None:
        """A measure word right behind a figure: 案件4件人, or behind 、: 培训12期、人次."""
        end = position + len(unit)
        is_last = END.match(self.line, end) is not None
        if self.line[position - 1] == "、" and not is_last:
            return None
        return Blank(position, end, unit, doubt="" if is_last else UNSURE_REASON)

    def _rest(self, position: int) -> Blank | None:
        """余份, 余人: the number before 余 is missing."""
        unit = self.vocabulary.unit_at(self.line, position + 1)
        before = self.line[:position]
        if not unit or unit in NO_REST or REST_IN_WORDS.search(before):
            return None
        if _ends_with(NUMBER, before):
            return None
        return Blank(position, position + 1 + len(unit), unit, "余")

    def _within(self, position: int, unit: str) -> Blank | None:
        """Within a clause: 研究确定个方面重点课题, 对家子公司开展巡察, 开展次专项检查."""
        before, end = self.line[:position], position + len(unit)
        if _ends_with(NUMBER, before) or before[-1] in POINTERS:
            return None
        if COUNTED.match(self.line, position) and before[-1] not in BEFORE_COUNTED[unit[0]]:
            return Blank(position, end, unit)
        if unit not in BEHIND_VERB or not VERB.search(before[-3:]) or END.match(self.line, end):
            return None
        if self.line[end] in "数额目单" + NOT_BEFORE.get(unit, ""):
            return None
        return Blank(position, end, unit, doubt="" if unit in EVENTS else VERB_REASON)

    def _is_last(self, position: int, unit: str) -> bool:
        """Whether a clause ends here, or a second count follows at once: 案件件37人, 案例起人."""
        end = position + len(unit)
        if END.match(self.line, end):
            return True
        if unit not in PAIRED_UNITS:
            return False
        second = self.vocabulary.unit_at(self.line, end)
        has_second_blank = second in PAIR_UNITS and END.match(self.line, end + len(second))
        if has_second_blank and len(unit) > 1:
            return True
        is_followed = has_second_blank or NUMBER_BEHIND.match(self.line, end)
        return bool(is_followed and must_have_number(unit, self.line[:position]))

    def _closing(self, position: int, unit: str) -> Blank | None:
        """At the end of a clause: 开展专题培训场次."""
        before, end = self.line[:position], position + len(unit)
        clause = before[clause_start(before, position) :]
        if not self._is_last(position, unit):
            return None
        is_pointed = _ends_with(NUMBER, before) or before[-1] in POINTERS
        if (is_pointed or han(clause) < 2) and not CONNECTED.search(before):
            return None
        found = Standing.BLANK if before[-1] in SPACES else standing(unit, before)
        if found is Standing.WORD:
            return None
        is_sure = found is Standing.BLANK and not TALK.search(clause[-TALK_DISTANCE:])
        return Blank(position, end, unit, doubt="" if is_sure else UNSURE_REASON)


@lru_cache(maxsize=2)
def _starts(units: frozenset[str]) -> re.Pattern[str]:
    """Return what finds the next character that a blank could begin with."""
    firsts = "".join(sorted({unit[0] for unit in units}))
    return re.compile(f"[{re.escape(firsts)}万亿余%％_＿×xXＸ✕*○●□?？…（(【]")


def _ends_with(pattern: re.Pattern[str], before: str) -> bool:
    """Return whether a text, blanks at its end left out, ends with a character of a pattern."""
    before = before.rstrip(SPACES)
    return pattern.match(before, max(0, len(before) - 1)) is not None
