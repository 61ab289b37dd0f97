"""按规定的频次该办的事，台账里要看得到。

只在有台账、写了截至日期时核对，已经到期的才算。规定说“一般”“原则上”的、本单位自定的、
条款还没有核验的，只提醒；“应当”且已核验的是错误。没有记录不等于没有开展，不得补造记录。

依据：data/cadences.yml 所列各规定的条款和强度。

不通过：

    data/cadences.yml：
    - 编号: C1
      事项: 党课
      适用: 党支部
      依据: 某条例
      条款: 第十六条
      要求: 每年至少1次
      周期: 年
      次数: 1
      强度: 应当
      已核验: true
      计算:
        台账: 三会一课
        条件:
          类别: 党课
    data/2023/ledgers/branch-life.csv：
    编号,日期,党组织,类别
    2023-001,2023-02-10,第一支部,支部党员大会

通过：

    data/cadences.yml：
    - 编号: C1
      事项: 党课
      适用: 党支部
      依据: 某条例
      条款: 第十六条
      要求: 每年至少1次
      周期: 年
      次数: 1
      强度: 应当
      已核验: true
      计算:
        台账: 三会一课
        条件:
          类别: 党课
    data/2023/ledgers/branch-life.csv：
    编号,日期,党组织,类别
    2023-001,2023-02-10,第一支部,党课
"""

from collections.abc import Iterator
from itertools import groupby

from macros.figures.windows import Window, WindowState, windows
from macros.handbook import Handbook
from macros.models.cadence import Cadence
from macros.problems import Problem, Severity, Where
from macros.rendering.site import RenderedSite

RULE = "CAL-01"
CODE = "cadence-record"
SEVERITIES = (Severity.ERROR, Severity.WARNING)
PERIODS_NAMED = 6


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield one problem per rule, year and organization whose ledger lacks rows."""
    handbook = site.handbook
    for year in handbook.years:
        for cadence in handbook.cadences:
            found = [one for one in windows(handbook, cadence, year) if _is_unmet(one)]
            for organization, group in groupby(found, key=lambda window: window.organization):
                yield _problem(handbook, cadence, year, organization, list(group))


def _is_unmet(window: Window) -> bool:
    return window.state in (WindowState.UNSEEN, WindowState.SHORT)


def _problem(
    handbook: Handbook, cadence: Cadence, year: int, organization: str | None, group: list[Window]
) -> Problem:
    ledger = handbook.years[year].ledgers[cadence.proof.ledger]
    whose = f"{organization}的" if organization else ""
    names = "、".join(window.span.name for window in group[:PERIODS_NAMED])
    more = f"等{len(group)}期" if len(group) > PERIODS_NAMED else ""
    rule = cadence.requirement or f"每{cadence.period}{cadence.times}次"
    source = "".join([f"《{cadence.rule}》" if cadence.rule else "", cadence.article or ""])
    verified = "" if cadence.is_verified else "，未核验"
    fact = (
        f"{whose}“{cadence.matter}”{year}年{names}{more}台账未见记录或次数不足"
        f"（{cadence.strength}：{rule}；{source or '没有写依据'}{verified}）"
    )
    hint = "查原始记录：开过的补登台账并写记录号；没有开的照实说明，不得补造记录。"
    is_lacking = any(window.is_lacking for window in group)
    severity = Severity.ERROR if is_lacking else Severity.WARNING
    return Problem(Where(ledger.file), CODE, fact, hint, severity)
