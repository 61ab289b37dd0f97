"""台账的行要说得通：实到不多于应到，没有除编号外完全相同的两行，编号不是别的年份的。

复制上一行、上一年的行再改，最容易留下这样的痕迹。列席人员不计入实到；一本台账一种情况提醒一次。

依据：公开通报中查处过的照搬往年记录；支部工作条例关于应到、实到人数的要求。

不通过：

    data/2023/ledgers/studies.csv：
    编号,日期,类别,主题,应到,实到
    2023-001,2023-03-06,集中学习,党章,28,30

不通过：

    data/2023/ledgers/studies.csv：
    编号,日期,类别,主题,应到,实到
    2023-001,2023-03-06,集中学习,党章,30,28
    2023-002,2023-03-06,集中学习,党章,30,28

不通过：

    data/2023/ledgers/studies.csv：
    编号,日期,类别,主题,应到,实到
    2022-001,2023-03-06,集中学习,党章,30,28

通过：

    data/2023/ledgers/studies.csv：
    编号,日期,类别,主题,应到,实到
    2023-001,2023-03-06,集中学习,党章,30,28
    2023-002,2023-03-13,集中学习,党章,30,28
"""

import re
from collections.abc import Iterator

from macros.models.ledger import Ledger
from macros.problems import Problem, Severity, Where
from macros.rendering.site import RenderedSite

RULE = "REC-02"
CODE = "ledger-row"
SEVERITIES = (Severity.WARNING,)

YEAR_OF_ID = re.compile("(?:19|20)[0-9]{2}(?=-)")
ROWS_NAMED = 10
MEANT = 3


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a reminder for each way in which rows of a ledger are odd."""
    for year, data in site.handbook.years.items():
        for ledger in data.ledgers.values():
            yield from _reminder(
                ledger, _overfull(ledger), "实到", "实到多于应到",
                "对照签到表核对；列席的不计入实到。",
            )  # fmt: skip
            yield from _reminder(
                ledger, _repeated(ledger), "编号", "除编号外与前面某一行完全相同",
                "同一件事只记一行，删去多记的；确是两件事的，在备注写明不同。",
            )  # fmt: skip
            yield from _reminder(
                ledger, _of_other_year(ledger, year), "编号", f"编号不是{year}年的",
                f"编号写年份加序号，如 {year}-001；从往年台账复制来的行，核对内容。",
            )  # fmt: skip


def _overfull(ledger: Ledger) -> list[int]:
    counts = zip(
        ledger.lines, ledger.cells.get("应到", ()), ledger.cells.get("实到", ()), strict=False
    )
    return [line for line, due, present in counts if due and present and present > due]


def _repeated(ledger: Ledger) -> list[int]:
    columns = [cells for name, cells in ledger.cells.items() if name != "编号"]
    seen: set[tuple] = set()
    lines = []
    for line, row in zip(ledger.lines, zip(*columns, strict=True), strict=True):
        # Rows that say little more than day and kind may well be different events.
        if row in seen and sum(map(bool, row)) > MEANT:
            lines.append(line)
        seen.add(row)
    return lines


def _of_other_year(ledger: Ledger, year: int) -> list[int]:
    found = zip(ledger.lines, map(YEAR_OF_ID.match, ledger.cells["编号"]), strict=True)
    return [line for line, one in found if one and int(one.group()) != year]


def _reminder(
    ledger: Ledger, lines: list[int], column: str, fault: str, hint: str
) -> Iterator[Problem]:
    if lines:
        named = "、".join(map(str, lines[:ROWS_NAMED]))
        more = f"等{len(lines)}行" if len(lines) > ROWS_NAMED else "行"
        where = Where(ledger.file, lines[0], column)
        yield Problem(where, CODE, f"第 {named} {more}{fault}", hint, Severity.WARNING)
