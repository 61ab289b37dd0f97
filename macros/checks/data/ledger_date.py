"""台账的日期不能晚于截至日期和今天；会议、学习、约谈落在周末的要核对。

截至 6 月 30 日的报告，不能数 7 月的会。要么截至日期没有跟着改，要么这一行记错了。
落在星期六、星期日的会议、学习、约谈、三重一大，一本台账提醒一次；备注写了调休、加班、周末的不算。

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

不通过：

    data/2023/ledgers/studies.csv：
    编号,日期,类别,备注
    2023-001,2023-04-01,集中学习,

通过：

    data/2023/ledgers/studies.csv：
    编号,日期,类别,备注
    2023-001,2023-04-23,集中学习,调休上班
"""

import re
from collections.abc import Iterator
from datetime import date

from macros.formatting import chinese_date
from macros.models.ledger import Ledger
from macros.problems import Problem, Severity, Where
from macros.rendering.site import RenderedSite

RULE = "TIME-03"
CODE = "ledger-date"
SEVERITIES = (Severity.ERROR, Severity.WARNING)

IN_OFFICE = ("会议", "学习", "约谈", "三重一大")
"""Ledgers of what is done on workdays; inspections and party days are not."""

EXPLAINED = re.compile("调休|加班|周末|周[六日]|休息日|节假日")
ROWS_NAMED = 10


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield what is odd about the days of each ledger."""
    for year, data in site.handbook.years.items():
        for ledger in data.ledgers.values():
            yield from _late(ledger, year, data.state.as_of, site.handbook.day)
            if ledger.kind.name in IN_OFFICE:
                yield from _weekends(ledger)


def _late(ledger: Ledger, year: int, as_of: date | None, today: date) -> Iterator[Problem]:
    last = min(as_of or today, today)
    for line, day in zip(ledger.lines, ledger.cells["日期"], strict=True):
        if day <= last:
            continue
        where = Where(ledger.file, line, "日期")
        if as_of and day > as_of:
            limit = f"{year}年数据的截至日期 {chinese_date(as_of)}"
            hint = f"核对这一行的日期；没有错就改 data/{year}/year.yml 的 截至。"
        else:
            limit = f"今天 {chinese_date(today)}"
            hint = "核对这一行的日期；还没有办的事不记台账。"
        fact = f"日期 {chinese_date(day)} 晚于{limit}"
        yield Problem(where, CODE, fact, hint, Severity.ERROR)


def _weekends(ledger: Ledger) -> Iterator[Problem]:
    remarks = ledger.cells["备注"]
    rows = [
        line
        for line, day, remark in zip(ledger.lines, ledger.cells["日期"], remarks, strict=True)
        if day.weekday() >= 5 and not EXPLAINED.search(remark or "")
    ]
    if rows:
        named = "、".join(map(str, rows[:ROWS_NAMED]))
        more = f"等{len(rows)}行" if len(rows) > ROWS_NAMED else "行"
        fact = f"第 {named} {more}的日期是星期六或星期日"
        hint = "对照原始记录核对；确在休息日或调休日办的，在备注写明，如 调休。"
        yield Problem(Where(ledger.file, rows[0], "日期"), CODE, fact, hint, Severity.WARNING)
