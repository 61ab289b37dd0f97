"""同一个数，填报的和台账数出来的必须一致。

不一致时两个数都印出来，哪个都不悄悄胜出；查清以后才能定稿。另一份材料报了不同的数（另报）也一样。

依据：《党政机关公文处理工作条例》第二十条（数字准确）。

不通过：

    data/2023/ledgers/meetings.csv：
    编号,日期,类别
    2023-001,2023-03-06,局党组会
    data/2023/figures.yml：
    局党组会:
      数值: 2
      来源: 会议登记簿

通过：

    data/2023/ledgers/meetings.csv：
    编号,日期,类别
    2023-001,2023-03-06,局党组会
    data/2023/figures.yml：
    局党组会:
      数值: 1
      来源: 会议登记簿
"""

from collections.abc import Iterator

from macros.figures import Figure, State, figures_of_year
from macros.figures.writing import conflict_text
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedSite

RULE = "FIG-04"
CODE = "figure-conflict"
SEVERITIES = (Severity.ERROR,)
ROWS_NAMED = 3


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each figure with more than one claimed value."""
    for year in site.handbook.years:
        for figure in figures_of_year(site.handbook, year):
            if figure.state is State.CONFLICT:
                claims = f"{conflict_text(figure)}{_rows(figure)}"
                fact = f"“{figure.key.name}”{year}年的数不一致：{claims}"
                hint = (
                    "对照原件：填报错了就改 数值；台账漏记就补行，重复就删行；"
                    "另报查清后删去。两边一致才算完。"
                )
                yield Problem(figure.where, CODE, fact, hint, Severity.ERROR)


def _rows(figure: Figure) -> str:
    if figure.counted.value is None:
        return ""
    rows = figure.counted.rows
    named = "、".join(str(row) for row in rows[:ROWS_NAMED])
    more = "……" if len(rows) > ROWS_NAMED else ""
    return f"（台账数了 {len(rows)} 行{'：' if rows else ''}{named}{more}）"
