"""百分数按句子里的数重新算一遍，对不上的提醒。

核对“688件……占98.71%”“完成率98.71%”和“由25次增加到30次，增长20%”：两个数都在同一句、单位相同才算。
小数留几位，就按几位四舍五入；写了“约”的，末位差1不算。

依据：公开的整改通报（697件完成688件，占98.71%）；《党政机关公文处理工作条例》第二十条（数字准确）。

不通过：

    docs/a.md：
    # 整改

    反馈问题697个，已整改688个，占98.17%。

不通过：

    docs/a.md：
    # 学习

    学习由25次增加到30次，增长25%。

通过：

    docs/a.md：
    # 整改

    反馈问题697个，已整改688个，占98.71%；学习由25次增加到30次，增长20%。
"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from macros.checks.prose import patterns
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage

RULE = "FIG-07"
CODE = "percentage"
SEVERITIES = (Severity.WARNING,)

SIGN = re.compile("[%％]")
SENTENCE = re.compile("[^。；！？]+")
PERCENT = r"(?P<about>[约近])?\s*(?P<percent>[0-9]+(?:\.(?P<decimals>[0-9]+))?)[%％]"
RATES = "(?:完成|整改|办结|销号|参会|参学|到会|出勤|合格|通过|签订|参训)率"
SHARE = re.compile(
    rf"(?:占比?|占(?:总数|全部|总量|总人数)的?|{RATES})(?:为|是|达到|达)?{PERCENT}"
)
UP, DOWN = "增加|增长|上升|提高|增至|升至|扩大", "减少|下降|降低|减至|降至|压减"


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a reminder for each percentage that the numbers of its sentence do not give."""
    units = patterns.measure_words(page.handbook)
    excused = patterns.excused(page.handbook, page.page)
    for line in page.body.lines_with(SIGN, "plain_shown"):
        text = line.plain_shown
        for part in SENTENCE.finditer(text):
            for found, shown, right in _faults(part.group(), units):
                if not patterns.covers(patterns.occurrences(text, excused), *found.span()):
                    fact = f"“{found.group()}”算不出来：{shown}={right}%"
                    hint = "对照原始数据，改正错的一个；分母不在这一句里的，写明占什么的比例。"
                    yield Problem(line.where, CODE, fact, hint, Severity.WARNING)


@lru_cache(maxsize=2)
def _growth(units: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    unit = patterns.any_of(units)

    def quantity(name: str) -> str:
        return rf"(?P<{name}>{patterns.NUMERAL})(?P<{name}_unit>{unit})"

    result = rf"[，、]?(?:同比|比上年|较上年|增幅|降幅)?(?:{UP}|{DOWN})?[了为达]?{PERCENT}"
    return (
        re.compile(
            rf"[由从][^，；0-9]{{0,10}}{quantity('old')}(?:{UP}|{DOWN})[到至为]?[^，；0-9]{{0,4}}"
            rf"{quantity('new')}{result}"
        ),
        re.compile(
            rf"{quantity('new')}，[比较](?:上年|去年|上一年|[0-9]{{4}}年)(?:同期)?的?{quantity('old')}"
            rf"(?:{UP}|{DOWN})[了为达]?{PERCENT}"
        ),
    )


def _faults(
    sentence: str, units: tuple[str, ...]
) -> Iterator[tuple[re.Match[str], str, Decimal]]:
    """Yield what is stated wrongly, how to work it out, and the result."""
    for pattern in _growth(units):
        for found in pattern.finditer(sentence):
            old, new = patterns.value_of(found["old"]), patterns.value_of(found["new"])
            if old and new is not None and found["old_unit"] == found["new_unit"]:
                share = abs(new - old) / old
                if not _agrees(found, share):
                    yield found, f"（{max(old, new)}-{min(old, new)}）÷{old}", _right(found, share)
    for found in SHARE.finditer(sentence):
        yield from _share(sentence, found, units)


def _share(
    sentence: str, found: re.Match[str], units: tuple[str, ...]
) -> Iterator[tuple[re.Match[str], str, Decimal]]:
    before = list(patterns.quantities(sentence[: found.start()], units))
    if not before:
        return
    kind = patterns.kin(before[-1]["unit"])
    values = [patterns.value_of(one["number"]) for one in before
              if patterns.kin(one["unit"]) == kind]  # fmt: skip
    known = [value for value in values if value]
    part = known[-1] if known else None
    wholes = [value for value in known[:-1] if part and value >= part]
    shares = [one / whole for one in known for whole in known if whole >= one]
    if wholes and not any(_agrees(found, share) for share in shares):
        yield found, f"{part}÷{wholes[0]}", _right(found, part / wholes[0])


def _right(found: re.Match[str], share: Decimal) -> Decimal:
    return (share * 100).quantize(_last_place(found), ROUND_HALF_UP)


def _agrees(found: re.Match[str], share: Decimal) -> bool:
    allowed = _last_place(found) if found["about"] else 0
    return abs(_right(found, share) - Decimal(found["percent"])) <= allowed


def _last_place(found: re.Match[str]) -> Decimal:
    return Decimal(1).scaleb(-len(found["decimals"] or ""))
