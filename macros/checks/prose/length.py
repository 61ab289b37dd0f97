"""报告不超过5000字，工作要点不超过4000字。

标题、表格、提示框都算，空格不算。2024年8月起施行的减负规定只管以后的文件，以前年份的页面不查；
规定说的是“一般”，所以只提醒。

依据：整治形式主义为基层减负的规定：部署全局工作的文件一般不超过5000字，专项的一般不超过4000字。

不通过：

    data/2024/year.yml：
    年份: 2024
    状态: 编制中
    截至: 2024-12-31
    data/2024/figures.yml：
    局党组会:
      数值: null
      不适用: 只作样例
    集体约谈:
      数值: null
      不适用: 只作样例
    docs/work-points/2024.md：
    ---
    年份: 2024
    类型: 要点
    ---

    # 工作要点

    每段写得短些。 ×600

通过：

    docs/work-points/2023.md：
    ---
    年份: 2023
    类型: 要点
    ---

    # 工作要点

    每段写得短些。 ×600
"""

from collections.abc import Iterator

from macros.checks.prose import patterns
from macros.problems import Problem, Severity, Where
from macros.rendering.site import RenderedPage

RULE = "LEN-01"
CODE = "length"
SEVERITIES = (Severity.WARNING,)

SINCE = 2024
MOST = {"报告": 5000, "要点": 4000}
"""Characters by kind of page."""


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a reminder for a report or list of work points that is too long."""
    most = MOST.get("报告" if page.page.is_report else page.page.meta.kind or "")
    if most is None or (patterns.year_of(page.page) or 0) < SINCE:
        return
    size = len("".join(page.body.plain_shown.split()))
    if size > most:
        fact = f"正文约{size}字，超过{most}字"
        hint = "压缩：删去套话和背景，明细放附件或台账页。"
        where = Where(page.page.name, page.page.file.body_line)
        yield Problem(where, CODE, fact, hint, Severity.WARNING)
