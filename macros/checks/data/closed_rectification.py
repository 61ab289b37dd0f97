"""整改写“已销号”的，要有销号依据和销号日期。

没有依据的销号等于没有整改；日期不能空，也不能没有销号先写日期。

依据：整改销号凭证据。

不通过：

    data/2023/rectifications.yml：
    问题:
      - 编号: 2023-01
        来源: 巡察反馈
        问题: 台账不齐
        状态: 已销号
        销号依据: null

通过：

    data/2023/rectifications.yml：
    问题:
      - 编号: 2023-01
        来源: 巡察反馈
        问题: 台账不齐
        状态: 已销号
        销号依据: 2023年第3号核验单
        销号日期: 2023-11-20
"""

from collections.abc import Iterator

from macros.models.rectifications import Rectification
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedSite

RULE = "REC-01"
CODE = "closed-rectification"
SEVERITIES = (Severity.ERROR,)


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each rectification closed without evidence, or evidence without that."""
    for data in site.handbook.years.values():
        for entry in data.rectifications.problems if data.rectifications else ():
            fact = _fault(entry)
            if fact:
                hint = (
                    "销了号就写 状态: 已销号、销号依据（记录号或文件名称）和 销号日期；"
                    "没有销号，后两项写 null。"
                )
                yield Problem(
                    entry.place("状态"), CODE, f"整改 {entry.id} {fact}", hint, Severity.ERROR
                )


def _fault(entry: Rectification) -> str:
    if entry.status == "已销号":
        missing = [
            name
            for name, value in (("销号依据", entry.closing_evidence), ("销号日期", entry.closed_on))
            if not value
        ]
        return f"状态是已销号，没有{'和'.join(missing)}" if missing else ""
    return f"写了销号日期，状态却是{entry.status or '空的'}" if entry.closed_on else ""
