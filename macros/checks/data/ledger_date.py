"""台账的日期不能晚于这一年数据的截至日期。

截至 6 月 30 日的报告，不能数 7 月的会。要么截至日期没有跟着改，要么这一行记错了。

依据：本手册的要求；台账与报告的统计时间要一致。

不通过：

    data/2023/year.yml：
    年份: 2023
    状态: 编制中
    截至: 2023-06-30
    data/2023/ledgers/inspections.csv：
    编号,日期,方式
    2023-001,2023-07-05,重点抽查

通过：

    data/2023/year.yml：
    年份: 2023
    状态: 编制中
    截至: 2023-07-31
    data/2023/ledgers/inspections.csv：
    编号,日期,方式
    2023-001,2023-07-05,重点抽查
"""

from collections.abc import Iterator

from macros.formatting import chinese_date
from macros.problems import Problem, Severity, Where
from macros.rendering.site import RenderedSite

RULE = "TIME-03"
CODE = "ledger-date"
SEVERITIES = (Severity.ERROR, Severity.WARNING)


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each ledger row dated after the day the data are complete."""
    for year, data in site.handbook.years.items():
        as_of = data.state.as_of
        if as_of is None:
            continue
        for ledger in data.ledgers.values():
            for line, day in zip(ledger.lines, ledger.cells["日期"], strict=True):
                if day > as_of:
                    limit = f"{year}年数据的截至日期 {chinese_date(as_of)}"
                    fact = f"日期 {chinese_date(day)} 晚于{limit}"
                    hint = f"核对这一行的日期；没有错就改 data/{year}/year.yml 的 截至。"
                    where = Where(ledger.file, line, "日期")
                    yield Problem(where, CODE, fact, hint, Severity.ERROR)
