"""频次规定写的“制度”，汇编里要有这一件、这一条。

“制度”写文件夹名，可以加 # 和条；写错了，义务对照就找不到条文。

依据：一项频次要指得出哪一条。

不通过：

    docs/regulations/talks/draft.md：
    ---
    title: 党风廉政约谈办法
    ---
    # 党风廉政约谈办法

    第一条 每季度约谈。
    data/cadences.yml：
    - 编号: C1
      事项: 约谈
      依据: 本局做法
      制度: talk#第一条
      周期: 季度
      强度: 本单位
      已核验: true

通过：

    docs/regulations/talks/draft.md：
    ---
    title: 党风廉政约谈办法
    ---
    # 党风廉政约谈办法

    第一条 每季度约谈。
    data/cadences.yml：
    - 编号: C1
      事项: 约谈
      依据: 本局做法
      制度: talks#第一条
      周期: 季度
      强度: 本单位
      已核验: true
"""

import difflib
from collections.abc import Iterator

from macros.problems import Problem, Severity
from macros.regulations.register import current_version, regulations
from macros.rendering.site import RenderedSite

RULE = "CAL-01"
CODE = "cadence-regulation"
SEVERITIES = (Severity.ERROR,)


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield each frequency rule that names a regulation or an article there is not."""
    known = regulations(site.handbook)
    for cadence in site.handbook.cadences:
        name, _, article = (cadence.regulation or "").partition("#")
        if not name:
            continue
        if name not in known:
            close = difflib.get_close_matches(name, known, n=1)
            guess = f"是不是想写“{close[0]}”？" if close else ""
            hint = f"{guess}写 docs/regulations 下的文件夹名。"
            fact = f"{cadence.id}写的制度“{name}”汇编里没有"
            yield Problem(cadence.where, CODE, fact, hint, Severity.ERROR)
            continue
        version = current_version(known[name], site.handbook.day)
        if article and article not in {one.anchor for one in version.structure.articles}:
            fact = f"{cadence.id}写的“{article}”，《{version.title}》里没有"
            hint = f"对照 {version.page.name} 改正条号。"
            yield Problem(cadence.where, CODE, fact, hint, Severity.ERROR)
