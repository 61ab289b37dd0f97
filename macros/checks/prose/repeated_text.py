"""与上一年同类页面基本相同的段落，逐段列出来核对。

只改年份和数字的旧段落，公开通报中查处过。本检查只列出哪一段像哪一段，不打分；数字、年份、标点不同
不算不同。四十个字以下的段落不比。

依据：公开通报中查处过的照抄上一年报告（两年总结大部分雷同）。

不通过：

    docs/reports/2022.md：
    ---
    年份: 2022
    类型: 报告
    ---

    # 上一年

    局领导班子坚持带头学习、带头调研、带头落实，定期到分管股室和单位督促检查，推动各项任务落到实处，取得明显成效。
    docs/reports/2023.md：
    ---
    年份: 2023
    类型: 报告
    ---

    # 这一年

    局领导班子坚持带头学习、带头调研、带头落实，定期到分管股室和单位督促检查，推动各项任务落到实处，取得较好成效。

通过：

    docs/reports/2022.md：
    ---
    年份: 2022
    类型: 报告
    ---

    # 上一年

    局领导班子坚持带头学习、带头调研、带头落实，定期到分管股室和单位督促检查，推动各项任务落到实处，取得明显成效。
    docs/reports/2023.md：
    ---
    年份: 2023
    类型: 报告
    ---

    # 这一年

    班子成员全年分片联系乡镇自然资源所，现场办理用地审批和不动产登记中的难题，把学习成果用到服务群众和项目上。
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from macros.checks.prose import patterns
from macros.problems import Problem, Severity, Where
from macros.rendering.site import RenderedPage, RenderedSite

RULE = "TIME-05"
CODE = "repeated-text"
SEVERITIES = (Severity.WARNING,)

KINDS = ("报告", "要点")
SHORTEST = 40
GRAM = 4
ALIKE = 0.8
"""Share of four-character pieces that two paragraphs have in common."""

DROPPED = rf"[^{patterns.CHINESE}]|[{patterns.HAN_NUMERALS}]+(?=[年月日次个项人件])"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, and the pieces it is made of."""

    where: Where
    begins: str
    grams: frozenset[str]


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a reminder for each paragraph that nearly repeats one of the year before."""
    pages: dict[tuple[str, int], list[RenderedPage]] = {}
    for page in site.own_pages:
        year = patterns.year_of(page.page)
        kind = "报告" if page.page.is_report else page.page.meta.kind
        if year and kind in KINDS:
            pages.setdefault((kind, year), []).append(page)
    for (kind, year), ours in pages.items():
        before = [one for page in pages.get((kind, year - 1), ()) for one in _paragraphs(page)]
        for page in ours if before else ():
            yield from _check_page(page, before)


def _check_page(page: RenderedPage, before: list[Paragraph]) -> Iterator[Problem]:
    where_used: dict[str, list[int]] = {}
    for index, one in enumerate(before):
        for gram in one.grams:
            where_used.setdefault(gram, []).append(index)
    for paragraph in _paragraphs(page):
        shared = Counter(
            index for gram in paragraph.grams for index in where_used.get(gram, ())
        )
        for index, count in shared.most_common(1):
            old = before[index]
            if 2 * count >= ALIKE * (len(paragraph.grams) + len(old.grams)):
                fact = f"“{paragraph.begins}……”这一段与 {old.where} 基本相同"
                hint = "写这一年的实际情况；确实没有变化的保留，在 data/exceptions.yml 写明原因。"
                yield Problem(paragraph.where, CODE, fact, hint, Severity.WARNING)


def _paragraphs(page: RenderedPage) -> Iterator[Paragraph]:
    for block in patterns.blocks(page.body.lines):
        text = "".join(line.plain_shown for line in block)
        bare = re.sub(DROPPED, "", text)
        if len(bare) >= SHORTEST:
            grams = frozenset(bare[at : at + GRAM] for at in range(len(bare) - GRAM + 1))
            yield Paragraph(block[0].where, text.strip()[:16], grams)
