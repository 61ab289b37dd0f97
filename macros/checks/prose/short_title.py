"""书名号里的简称，先写全称、写明“简称”，再用。

同一页里有全称、又用它末尾几个字作简称，却没有一处写明“简称《……》”的，提醒补上。

依据：《党政机关公文处理工作条例》第十九条（使用非规范化简称，应当先用全称并注明简称）。

不通过：

    制定《2023年机关党委党建工作要点》，按《要点》安排工作。

通过：

    制定《2023年机关党委党建工作要点》（简称《要点》），按《要点》安排工作。
"""

import re
from collections.abc import Iterator

from macros.checks.prose import patterns
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage

RULE = "REF-02"
CODE = "short-title"
SEVERITIES = (Severity.WARNING,)

TITLE = re.compile("《([^《》]+)》")
LONGEST = 4
"""A title of more characters may well be a full one."""


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a reminder for the first use of each short title that no page text explains."""
    whole = page.body.plain
    titles = set(TITLE.findall(whole))
    reported = set(re.findall("简称(?:为)?[：“]*《([^《》]+)》", whole))
    for line, found in patterns.matches(page, TITLE):
        short = found[1]
        full = [one for one in titles if one.endswith(short) and len(one) > len(short) + LONGEST]
        if full and len(short) <= LONGEST and short not in reported:
            reported.add(short)
            fact = f"用了简称“《{short}》”，没有写明是哪一件的简称"
            hint = f"第一次写全称时注明，如《{max(full, key=len)}》（以下简称《{short}》）。"
            yield Problem(line.where, CODE, fact, hint, Severity.WARNING)
