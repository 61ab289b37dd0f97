"""分项之和等于合计：句子里的、算式里的、表格里“合计”一行的，都重新加一遍。

句子里只在各项明显分完了整体时核对：写了“合计”，或者各项是已完成、正在推进、其余这样的几种状态；
“其中”只举几项的不核对，但单独一项不能大过总数。引用数据的数一样核对；有【待填】的不算。

依据：公开的整改通报（697=688+4+5）；《党政机关公文处理工作条例》第二十条（数字准确）。

不通过：

    docs/a.md：
    # 整改

    反馈问题697个，已完成688个，正在推进4个，长期坚持4个。

不通过：

    docs/a.md：
    # 整改

    697=688+4+6

不通过：

    docs/a.md：
    # 整改

    | 类别 | 问题数 |
    |---|---|
    | 作风 | 3 |
    | 制度 | 4 |
    | 合计 | 8 |

通过：

    docs/a.md：
    # 整改

    反馈问题697个，已完成688个，正在推进4个，长期坚持5个。
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from macros.checks.prose import patterns
from macros.problems import Problem, Severity
from macros.rendering.body import Line
from macros.rendering.site import RenderedPage

RULE = "FIG-07"
CODE = "total"
SEVERITIES = (Severity.WARNING,)

PLAIN = r"[0-9]+(?:\.[0-9]+)?"
TERM = rf"{PLAIN}[{patterns.CHINESE}]{{0,2}}"
SUM = rf"(?P<terms>{TERM}(?:\s*[+＋]\s*{TERM})+)"
WHOLE = rf"(?P<whole>{PLAIN})[{patterns.CHINESE}]{{0,2}}"
EQUATIONS = tuple(
    rf"(?<![0-9.+＋×*/%-]){form}(?!\s*[+＋×*/%.0-9])"
    for form in (rf"{WHOLE}\s*[=＝]\s*{SUM}", rf"{SUM}\s*[=＝]\s*{WHOLE}")
)
BEHIND = re.compile("(?:合计|共计|总计|一共|总共)[为是达]?$")
STATE = re.compile("已|未|尚|正在|在办|待办|长期|剩余|其余|余下")
LAST_PART = re.compile("未|尚|正在|在办|待办|长期坚持|剩余|其余|余下")
COMPARED = re.compile("[比较]|上年|去年|同期|计划|目标|超额|连续")
EQUALS = re.compile("[=＝]")
TOTAL_ROW = ("合计", "总计", "共计")
PARTIAL_ROW = re.compile("小计|其中|合计|总计|占比")
SENTENCE = re.compile("[^。；！？]+")


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a reminder for each total that is not the sum of its parts."""
    units = patterns.measure_words(page.handbook)
    for line, sentence in _sentences(page.body.lines_with(EQUALS, "plain_shown")):
        yield from _in_equation(page, line, sentence)
    for line, sentence in _sentences(patterns.counting_lines(page, units, "plain_shown")):
        yield from _in_sentence(page, line, sentence, units)
    if any(word in page.body.shown for word in TOTAL_ROW):
        yield from _in_tables(page)


def _sentences(lines: Iterable[Line]) -> Iterator[tuple[Line, str]]:
    for line in lines:
        if not line.shown.lstrip().startswith("|"):
            for part in SENTENCE.finditer(line.plain_shown):
                yield line, part.group()


def _in_equation(page: RenderedPage, line: Line, sentence: str) -> Iterator[Problem]:
    for pattern in EQUATIONS:
        for found in re.finditer(pattern, sentence):
            terms = [Decimal(one) for one in re.findall(PLAIN, found["terms"])]
            yield from _wrong(page, line, found.group(), terms, Decimal(found["whole"]))


def _in_sentence(
    page: RenderedPage, line: Line, sentence: str, units: tuple[str, ...]
) -> Iterator[Problem]:
    by_unit: dict[str, list[re.Match[str]]] = {}
    for quantity in patterns.quantities(sentence, units):
        by_unit.setdefault(patterns.kin(quantity["unit"]), []).append(quantity)
    for found in by_unit.values():
        yield from _in_list(page, line, sentence, found)


def _in_list(
    page: RenderedPage, line: Line, sentence: str, found: list[re.Match[str]]
) -> Iterator[Problem]:
    values = [patterns.value_of(one["number"]) for one in found]
    if len(found) < 2 or None in values or any(one["approximation"] for one in found):
        return
    labels = [
        sentence[before.end() : behind.start()]
        for before, behind in pairwise(found)
    ]
    whole = sentence[found[0].start() : found[-1].end()]
    if "其中" in labels[0] and values[1] > values[0]:
        fact = f"“{whole}”里，其中一项 {found[1].group()} 大过总数 {found[0].group()}"
        yield from _problem(page, line, whole, fact)
    if len(found) < 3 or COMPARED.search(sentence):
        return
    if BEHIND.search(labels[-1]) and not any("其中" in one or "包括" in one for one in labels):
        yield from _wrong(page, line, whole, values[:-1], values[-1])
    is_divided = all(STATE.search(one) for one in labels) and LAST_PART.search(labels[-1])
    if is_divided and not any("其中" in one for one in labels[1:]):
        yield from _wrong(page, line, whole, values[1:], values[0])


def _in_tables(page: RenderedPage) -> Iterator[Problem]:
    for block in patterns.blocks(page.body.lines):
        rows = [
            [cell.strip(" *") for cell in line.shown.strip().strip("|").split("|")]
            for line in block
            if line.shown.lstrip().startswith("|")
        ]
        if len(rows) < 4 or len(rows) != len(block) or rows[-1][0] not in TOTAL_ROW:
            continue
        if not any(PARTIAL_ROW.search(row[0]) for row in rows[:-1]):
            yield from _in_columns(page, block[-1], rows)


def _in_columns(page: RenderedPage, line: Line, rows: list[list[str]]) -> Iterator[Problem]:
    for index, (name, cell) in enumerate(zip(rows[0], rows[-1], strict=False)):
        cells = [row[index] if index < len(row) else "" for row in rows[2:-1]]
        numbers = [re.match(rf"(?P<value>{PLAIN})[{patterns.CHINESE}]{{0,2}}$", one)
                   for one in (*cells, cell)]  # fmt: skip
        if index and all(numbers) and not re.search("占|率|序号|平均|人均|单价", name):
            *parts, whole = (Decimal(one["value"]) for one in numbers)
            yield from _wrong(page, line, f"{name}一列", parts, whole)


def _wrong(
    page: RenderedPage, line: Line, shown: str, parts: list[Decimal], whole: Decimal
) -> Iterator[Problem]:
    if sum(parts) != whole:
        terms = "+".join(f"{part}" for part in parts)
        fact = f"“{shown}”对不上：{terms}={sum(parts)}，写的是 {whole}"
        yield from _problem(page, line, shown, fact)


def _problem(page: RenderedPage, line: Line, shown: str, fact: str) -> Iterator[Problem]:
    if shown not in patterns.excused(page.handbook, page.page):
        hint = "对照原始数据，改正错的一个；有重复计入或没有列全的，在句子里写明。"
        yield Problem(line.where, CODE, fact, hint, Severity.WARNING)
