"""引号、括号、书名号要成对；不用直引号；省略号占两个字；起止用一字线或浪纹线。

年月日的起止用一字线：2021—2023年；数的起止用浪纹线：5～10次。一节之内成对，分段引用的除外。

依据：GB/T 15834 标点符号用法；《党政机关公文处理工作条例》第二十条（文字、标点准确）。

不通过：

    学习"三会一课"制度（试行，落实《党章。

不通过：

    docs/a.md：
    # 规划

    规划期为2021-2025年，内容包括耕地、林地...

通过：

    学习“三会一课”制度（试行），落实《党章》。

通过：

    docs/a.md：
    # 规划

    规划期为2021—2025年，内容包括耕地、林地……附件不大（不超过 65 KB）。
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from macros.checks.prose import patterns
from macros.problems import Problem, Severity
from macros.rendering.body import Line
from macros.rendering.site import RenderedPage

RULE = "PUN-04 REF-02"
CODE = "mark-form"
SEVERITIES = (Severity.WARNING,)

YEAR = "(?:19|20)[0-9]{2}"
QUOTE = re.compile(
    rf"\"(?:(?<=[{patterns.CHINESE}，。；：、！？（]\")|(?=[{patterns.CHINESE}]))"
)
ELLIPSIS = re.compile(
    rf"\.(?<=[{patterns.CHINESE}].)\.{{2,}}|。。+|{patterns.lone('…', '[…“（]')}(?![…”）])|………+"
)
SPAN_OF_YEARS = re.compile(
    rf"{YEAR}(?<![0-9]....)年?(?:[-–~～]|--|——){YEAR}年"
)
SPAN_OF_DAYS = re.compile("[0-9](?:月|日)(?:[-–~～]|--|——)[0-9]{1,2}[月日]")
PAIRS = {"“": "”", "《": "》", "（": "）", "〔": "〕", "【": "】"}
CLOSING = {close: start for start, close in PAIRS.items()}
SIGN = re.compile("[“”《》（）〔〕【】]")
LIST_MARK = re.compile(r"(?:^\s*|(?<=[，；。：、])\s*)[0-9a-zA-Z一二三四五六七八九十]{1,2}）")
NOT_PROSE = re.compile(r"^\s*(?:!!!|\?\?\?)|^\s*\[[^\]]*\]:|\]\([^)]*\)|\{:?[^}]*\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """One half of a pair, and where it stands."""

    sign: str
    line: Line
    text: str
    offset: int

    @property
    def begins_quotation(self) -> bool:
        """Whether it may belong to a quotation whose every paragraph begins with a mark."""
        return self.sign == "“" and not self.text[: self.offset].strip()


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a reminder for each mark without its other half, or of the wrong form."""
    yield from _forms(page)
    for _, lines in patterns.sections(page, SIGN):
        yield from _unpaired(page, lines)


@lru_cache(maxsize=2)
def _number_span(units: tuple[str, ...]) -> re.Pattern[str]:
    first, rest = patterns.lone("[0-9]", "[0-9A-Za-z.:/-]"), r"[0-9]*(?:\.[0-9]+)?"
    unit = patterns.any_of(units)
    return re.compile(rf"{first}{rest}(?:-|–|--)[0-9]{rest}(?={unit}|[%％])")


def _forms(page: RenderedPage) -> Iterator[Problem]:
    span = _number_span(patterns.measure_words(page.handbook))
    for pattern, fault, hint in (
        (QUOTE, "用了直引号", "改成“ ”。"),
        (ELLIPSIS, "省略号写法不对", "写成“……”。"),
        (SPAN_OF_YEARS, "时间的起止没有用一字线", "写成 2021—2023年、3月—5月。"),
        (SPAN_OF_DAYS, "时间的起止没有用一字线", "写成 2021—2023年、3月—5月。"),
        (span, "数的起止没有用浪纹线", "写成 5～10次。"),
    ):
        for line, found in patterns.matches(page, pattern):
            if not NOT_PROSE.match(line.typed) and '"' not in _title(line.typed, found.group()):
                context = patterns.around(line.plain, found.start(), found.end(), 6, 6)
                yield Problem(line.where, CODE, f"“{context}”{fault}", hint, Severity.WARNING)


def _title(typed: str, mark: str) -> str:
    """The titles of links, in which straight quotes belong, if `mark` is one."""
    return "".join(re.findall(r"\]\([^)]*\)", typed)) if mark == '"' else ""


def _unpaired(page: RenderedPage, lines: list[Line]) -> Iterator[Problem]:
    opened: list[Mark] = []
    for mark in _marks(page, lines):
        if mark.sign in PAIRS:
            opened.append(mark)
            continue
        partners = [one for one in opened if PAIRS[one.sign] == mark.sign]
        if not partners:
            yield _alone(mark)
            continue
        yield from map(_alone, opened[opened.index(partners[-1]) + 1 :])
        del opened[opened.index(partners[-1]) :]
    yield from (_alone(mark) for mark in opened if not mark.begins_quotation)


def _marks(page: RenderedPage, lines: list[Line]) -> Iterator[Mark]:
    excused = patterns.excused(page.handbook, page.page)
    for line in lines:
        text = LIST_MARK.sub(lambda found: " " * len(found.group()), line.plain)
        spans = patterns.occurrences(text, excused)
        for found in SIGN.finditer(text):
            if not patterns.covers(spans, *found.span()):
                yield Mark(found.group(), line, text, found.start())


def _alone(mark: Mark) -> Problem:
    context = patterns.around(mark.text, mark.offset, mark.offset + 1, 6, 8)
    other = PAIRS.get(mark.sign) or CLOSING[mark.sign]
    fact = f"“{context}”里的“{mark.sign}”没有配上“{other}”"
    return Problem(mark.line.where, CODE, fact, "补上另一半，或删去多余的一个。", Severity.WARNING)
