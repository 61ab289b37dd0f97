"""Why a number before a measure word may not be a figure of the year: it is listed, not taken."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Context:
    """A number with what stands around it."""

    sentence: str
    """From the beginning of the sentence to the number, fixed wordings masked."""

    clause: str
    """From the last comma to the number."""

    heading: str
    """The heading above."""

    opening: str
    """The first words of the paragraph."""

    behind: str
    """What follows the measure word."""

    unit: str
    value: int | Decimal
    year: int


EVERY_TIME = re.compile(r"每(?:半年|季度|学期|[一两三四五六0-9]|[年月季周日天次场期])")
EVERY_ONE = re.compile(r"每(?:公顷|平方|[亩吨个名人户村支位所项组家篇份件台])")
LEAST = re.compile(
    r"(?:至少|不少于|不得少于|不低于|不超过|不得超过|不多于|最多|最少|原则上|控制在)[^，。；]{0,4}$"
)
PLANNED = re.compile(
    "(?:(?<![模虚])拟(?![定订稿])|预计|力争|争取(?=[实完新建全年在到])|目标[是为]"
    "|计划(?=[开召举组完新建培投实安争到在于]|$))[^，。；]*$"
)
FUTURE = re.compile(r"下一步|下步|明年|来年|下一年|下年度")
PLAN_HEADING = re.compile("(?:打算|计划|思路|安排|努力方向)$")
COMPARED = re.compile(
    r"(?:同比|环比|(?:(?<![评占对])比|较)(?:上|去|前|往|历|同|[0-9]{4}年|年初|上年|以往)[^，。；]{0,6}?)"
    r"(?:净)?(?:增|减|降|升|上|下|多|少|提|扩|缩|翻)[^，。；]*$"
)
CHANGED = re.compile(
    r"(?:由|从)[^，。；]*(?:增加|增|上升|升|提高|提升|扩大|下降|降低|降|减少|减|压缩|缩短|缩减)"
    r"(?:到|至|为)?$"
)
CHANGE_BEHIND = re.compile(
    r"[^，。；]{0,6}?(?:增加|增|上升|升|提高|提升|扩大|下降|降低|降|减少|减|压缩|缩短|缩减)(?:到|至|为)"
)
ROUGH = re.compile(r"以上|以下|以内|以外|左右|上下|不等|至[0-9]|到[0-9]|[—–\-~～][0-9]")
SIZE = re.compile(r"[宽高深厚长]$|直径$|长度$|宽度$|面积$")
RANK = re.compile(r"(?:前|排名|名列|位列|位居|列|居|全[国省市县区]|第)$")
PHASE = re.compile(r"工程|项目|建设|改造")
OTHER_TIME = re.compile(
    r"(?P<other>(?:19|20)[0-9]{2}年?[—–\-~～至到](?:19|20)?[0-9]{2}年|去年|上年|上一年度?|前年|往年|历年|"
    r"近年来|近[二两三四五0-9]+年|[三四五]年来|任期内|建[局院校司]以来)"
    r"|(?P<year>(?:19|20)[0-9]{2})年"
    r"|(?P<same>今年|本年|年内)"
)
FREQUENCY = "前面有“每”，像是频次要求或平均数"
FREQUENT = 4
"""Up to this number 每月…次 is taken for a frequency; 每周例会40次 is a count."""


def reasons(context: Context) -> Iterator[str]:
    """Yield why the number may be something else; nothing for a figure of the year."""
    for reason, applies in REASONS.items():
        if applies(context):
            yield reason
    other = _other_time(context)
    if other:
        yield f"前面说的是“{other}”，不像 {context.year} 年的数"


def _is_frequency(context: Context) -> bool:
    is_often = EVERY_TIME.search(context.clause) and context.value <= FREQUENT
    return bool(is_often or EVERY_ONE.search(context.clause))


def _is_ahead(context: Context) -> bool:
    return bool(
        PLANNED.search(context.clause)
        or FUTURE.search(f"{context.heading}，{context.opening}，{context.sentence}")
        or PLAN_HEADING.search(context.heading)
    )


def _is_changed(context: Context) -> bool:
    if CHANGED.search(context.clause):
        return True
    return bool(re.search("[由从]", context.clause[-6:]) and CHANGE_BEHIND.match(context.behind))


def _is_measure(context: Context) -> bool:
    return context.unit in ("米", "千米", "公里") and bool(SIZE.search(context.clause))


def _is_rank(context: Context) -> bool:
    return context.unit in ("名", "位") and bool(RANK.search(context.clause))


def _is_phase(context: Context) -> bool:
    return context.unit == "期" and bool(PHASE.match(context.behind))


REASONS: dict[str, Callable[[Context], bool]] = {
    FREQUENCY: _is_frequency,
    "像是要求，不是结果": lambda context: bool(LEAST.search(context.clause)),
    "像是计划数": _is_ahead,
    "是与别的时期比较的数": lambda context: bool(COMPARED.search(context.clause)),
    "说的是前后变化": _is_changed,
    "是范围，不是一个数": lambda context: bool(ROUGH.match(context.behind)),
    "像是尺寸": _is_measure,
    "像是名次": _is_rank,
    "像是第几期工程": _is_phase,
    "像是年份": lambda context: abs(context.value - context.year) <= 1,
}


def _other_time(context: Context) -> str:
    """Return the last time the sentence speaks of, if it is not the year of the report."""
    times = list(OTHER_TIME.finditer(context.sentence))
    if not times or times[-1]["same"] or times[-1]["year"] == str(context.year):
        return ""
    return times[-1].group()
