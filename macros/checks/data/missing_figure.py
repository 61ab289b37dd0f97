"""每个定义过的数，每一年都要有值、有台账，或者写明不适用。

没有数的地方页面印【待填】：编制中是提醒，定稿发布时是错误，并写明由谁补、何时补。

依据：2023年度报告有多处数字空缺而没有任何标记。

不通过：

    data/2023/figures.yml：
    集体约谈:
      数值: null
      原因: 还没有填报

通过：

    data/2023/figures.yml：
    集体约谈:
      数值: 4
      来源: 2023年约谈记录
"""

from collections.abc import Iterator

from macros.figures import Figure, State, figures_of_year
from macros.formatting import chinese_date
from macros.models.ledger_kinds import LEDGER_KINDS
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedSite

RULE = "FIG-02"
CODE = "missing-figure"
SEVERITIES = (Severity.GAP,)


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a gap for each figure of each year that nobody has supplied."""
    for year in site.handbook.years:
        for figure in figures_of_year(site.handbook, year):
            if figure.state is State.MISSING:
                yield Problem(figure.where, CODE, _fact(figure), _hint(figure), Severity.GAP)


def _fact(figure: Figure) -> str:
    typed = figure.typed
    owner = f"责任科室：{typed.owner}" if typed and typed.owner else "责任科室未定"
    due = f"补报期限：{chinese_date(typed.due_on)}" if typed and typed.due_on else "补报期限未定"
    reason = f"，原因：{typed.reason}" if typed and typed.reason else ""
    return f"“{figure.key.name}”{figure.key.year}年没有数；{owner}，{due}{reason}"


def _hint(figure: Figure) -> str:
    if figure.counted.blanks:
        return "把台账里空着的格补上，数就算得出；空格所在的行另有提醒。"
    entry = "把 数值 写成阿拉伯数字，写上 来源"
    if figure.typed is None:
        entry = f"在这个文件里加一段“{figure.key.name}:”，写 数值 和 来源"
    ledger = _ledger_file(figure)
    rows = f"；有逐笔记录的记进 {ledger}，由台账数出" if ledger else ""
    return f"{entry}{rows}；这一年没有这项工作就写 不适用: 原因。不得推算。"


def _ledger_file(figure: Figure) -> str:
    counting = figure.definition.counting
    files = {kind.name: f"data/{figure.key.year}/ledgers/{kind.file}" for kind in LEDGER_KINDS}
    return files.get(counting.ledger, "") if counting else ""
