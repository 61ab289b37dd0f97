"""计量单位前面不能空着：少了一个数的句子不能发布。

“开展专题培训场次”“集体约谈次”读起来顺口，最容易漏过。查报告、工作要点和台账页上读者看到的文字；
导入时拿不准、列入页首“存疑”的原文除外。

依据：2023年度报告有多处这样的空缺。

不通过：

    开展党纪宣讲场次，受教育党员干部人次。

通过：

    召开局党组会{{ 数("局党组会", 2023) }}。
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from macros.checks.prose import patterns
from macros.formatting import MISSING
from macros.handbook import Handbook
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage

RULE = "FIG-03"
CODE = "blank-figure"
SEVERITIES = (Severity.FAULT,)

PERCENT = (
    r"(?<=[\u4e00-\u9fff])(?<![零一二三四五六七八九十百千万亿几数])[%％]"
    "|百分之(?![0-9零一二三四五六七八九十百几])"
)
END = r"(?=[，。；、：！？）)”》,.;:!?|\s]|$)"


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a problem for each measure word without a number on a page of a year."""
    if not patterns.is_of_year(page.page):
        return
    known = _behind_known_figures(page.handbook)
    excused = patterns.excused(page.handbook, page.page)
    for line in page.body.lines:
        text = line.plain_shown.replace(MISSING, "0" * len(MISSING))
        spans = patterns.occurrences(text, excused)
        for start, end in sorted({*_blanks(page.handbook, text), *_spans(known, text)}):
            if patterns.covers(spans, start, end):
                continue
            fact = f"“{patterns.around(text, end, end, 12, 2)}”少了一个数"
            hint = (
                '连单位一起改成数的引用，如 {{ 数("集体约谈", 2023) }}；'
                "还没有数也这样写，页面会显示【待填】；本来就不缺数的换个说法，"
                "或把这几个字写进 data/terms.yml 的容许词。"
            )
            yield Problem(line.where, CODE, fact, hint)


def _blanks(handbook: Handbook, text: str) -> Iterator[tuple[int, int]]:
    """Yield the blanks that leave no doubt, and those that something else stands for."""
    # All their patterns together take 30 ms to compile; most builds read no page of a year.
    from macros.prose.blanks import FILLER
    from macros.prose.places import LineReader
    from macros.prose.vocabulary import vocabulary_of

    vocabulary = vocabulary_of(handbook)
    places, _ = LineReader(vocabulary, 0, 0, text).read()
    for place in places:
        if place.numeral is None and not place.doubt:
            yield place.start, place.end
    for filler in FILLER.finditer(text):
        unit = vocabulary.unit_at(text, filler.end())
        if unit and text[filler.start() - 1 : filler.start()] != "第":
            yield filler.start(), filler.end() + len(unit)
    yield from (found.span() for found in re.finditer(PERCENT, text))


@lru_cache(maxsize=2)
def _behind_known_figures(handbook: Handbook) -> re.Pattern[str]:
    """Return what finds the name of a figure with its unit right behind it."""
    options = []
    for name, definition in handbook.definitions.items():
        labels = patterns.any_of(sorted((name, *definition.aliases), key=len, reverse=True))
        end = END if len(definition.unit) == 1 else ""
        unit = rf"(?P<unit{len(options)}>余?{re.escape(definition.unit)})"
        options.append(rf"{labels}\s*{unit}{end}")
    return re.compile("|".join(options) or "(?!)")


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for found in pattern.finditer(text):
        yield found.span(found.lastgroup or 0)
