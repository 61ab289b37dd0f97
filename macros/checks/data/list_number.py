"""清单的序号从 1 连续编，不重不漏。

方面、要点、责任清单和下一步都按序号引用；漏号、重号会让“第5项”指错。

依据：要点的方面数、项数由清单数出。

不通过：

    data/2023/rectifications.yml：
    下一步:
      - 序号: 1
        内容: 修订制度
      - 序号: 3
        内容: 加强督查

通过：

    data/2023/rectifications.yml：
    下一步:
      - 序号: 1
        内容: 修订制度
      - 序号: 2
        内容: 加强督查
"""

from collections.abc import Iterator, Sequence

from macros.handbook import YearData
from macros.models.record import Record
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedSite

RULE = "STR-07"
CODE = "list-number"
SEVERITIES = (Severity.ERROR,)


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each entry of a numbered list whose number is not its place."""
    for data in site.handbook.years.values():
        for name, entries in _lists(data):
            for expected, entry in enumerate(entries, 1):
                if entry.number != expected:
                    fact = f"{name}的序号写的是 {entry.number}，按顺序应为 {expected}"
                    hint = f"从 1 起连续编号；这一条写 序号: {expected}，后面的依次改。"
                    yield Problem(entry.place("序号"), CODE, fact, hint, Severity.ERROR)
                    break


def _lists(data: YearData) -> Iterator[tuple[str, Sequence[Record]]]:
    if data.work_points:
        yield "方面", data.work_points.aspects
        yield "要点", data.work_points.points
    if data.responsibilities:
        yield "责任清单", data.responsibilities.duty_list.duties
    if data.rectifications:
        yield "下一步", data.rectifications.next_steps
