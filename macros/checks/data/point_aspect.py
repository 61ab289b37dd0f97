"""每项要点所属的方面，必须是列出的方面之一。

写错方面的序号，这项任务就归不到任何一个方面下，各方面的项数之和也对不上。

依据：要点项数等于各方面项数之和。

不通过：

    data/2023/work-points.yml：
    名称: 2023年工作要点
    方面:
      - 序号: 1
        标题: 政治建设
    要点:
      - 序号: 1
        方面: 5
        任务: 定期学习

通过：

    data/2023/work-points.yml：
    名称: 2023年工作要点
    方面:
      - 序号: 1
        标题: 政治建设
    要点:
      - 序号: 1
        方面: 1
        任务: 定期学习
"""

from collections.abc import Iterator

from macros.problems import Problem, Severity
from macros.rendering.site import RenderedSite

RULE = "FIG-04"
CODE = "point-aspect"
SEVERITIES = (Severity.ERROR,)


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each work point that names an aspect nobody listed."""
    for data in site.handbook.years.values():
        if data.work_points is None:
            continue
        numbers = [aspect.number for aspect in data.work_points.aspects]
        for point in data.work_points.points:
            if point.aspect is not None and point.aspect not in numbers:
                fact = f"第 {point.number} 项要点的方面写的是 {point.aspect}，没有这个方面"
                hint = f"已列的方面：{'、'.join(map(str, numbers))}；不知道写 null。"
                yield Problem(point.place("方面"), CODE, fact, hint, Severity.ERROR)
