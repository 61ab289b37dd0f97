"""要合计的列不能有空格：少一格，合计就不成立。

台账里实到、参加人数、份数等空着的行，合计不按零算，页面印【待填】，直到补上。

依据：不知道不等于没有。

不通过：

    data/figures.yml：
    受教育人次:
      单位: 人次
      口径: 各次教育参加人数之和。
      计算:
        台账: 警示教育
        方式: 合计
        列: 参加人数
    data/2023/figures.yml：
    受教育人次:
      数值: 46
      来源: 培训签到册
    data/2023/ledgers/education.csv：
    编号,日期,类别,主题,参加人数
    2023-001,2023-05-10,专题培训,廉洁纪律,

通过：

    data/figures.yml：
    受教育人次:
      单位: 人次
      口径: 各次教育参加人数之和。
      计算:
        台账: 警示教育
        方式: 合计
        列: 参加人数
    data/2023/figures.yml：
    受教育人次:
      数值: 46
      来源: 培训签到册
    data/2023/ledgers/education.csv：
    编号,日期,类别,主题,参加人数
    2023-001,2023-05-10,专题培训,廉洁纪律,46
"""

from collections import defaultdict
from collections.abc import Iterator

from macros.figures import figures_of_year
from macros.problems import Problem, Severity, Where
from macros.rendering.site import RenderedSite

RULE = "FIG-02"
CODE = "ledger-blank"
SEVERITIES = (Severity.GAP,)
ROWS_SHOWN = 20


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a gap for each blank cell that a figure would add up."""
    for year in site.handbook.years:
        blanks: dict[tuple[str, str], dict[Where, None]] = defaultdict(dict)
        for figure in figures_of_year(site.handbook, year):
            for where in figure.counted.blanks:
                key = (where.file, figure.definition.counting.column)
                blanks[key][where] = None
        for (_, column), rows in blanks.items():
            yield from _gaps(column, sorted(rows))


def _gaps(column: str, rows: list[Where]) -> Iterator[Problem]:
    more = f"；这一列共有 {len(rows)} 行空着" if len(rows) > ROWS_SHOWN else ""
    for row in rows[:ROWS_SHOWN]:
        where = Where(row.file, row.line, column)
        hint = "查原始记录补上数字；确实没有人参加写 0，查不到就问经办人，不要估。"
        yield Problem(where, CODE, f"{column}空着，合计算不出{more}", hint, Severity.GAP)
