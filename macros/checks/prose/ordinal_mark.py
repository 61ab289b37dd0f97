"""序号后面的标点：一、用顿号，1.用下脚点，（一）（1）后面不加，第一，用逗号。

只看段落开头和标题开头的序号。

依据：GB/T 15834 标点符号用法附录；《党政机关公文格式》（GB/T 9704）7.3.3。

不通过：

    （一）、压实责任。（二）加强督查。

通过：

    （一）压实责任。（二）加强督查。
"""

import re
from collections.abc import Iterator

from macros.checks.prose import patterns
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage

RULE = "PUN-03"
CODE = "ordinal-mark"
SEVERITIES = (Severity.WARNING,)

HAN = "[一二三四五六七八九十]{1,3}"
TEXT = rf"(?=[{patterns.CHINESE}《“])"
FORMS = (
    (rf"^({HAN})[，．.,:：] ?{TEXT}", "{}、"),
    (rf"^[（(]({HAN})[）)][、，．.] ?{TEXT}", "（{}）"),
    (rf"^([0-9]{{1,2}})、{TEXT}", "{}."),
    (rf"^[（(]([0-9]{{1,2}})[）)][、，．.] ?{TEXT}", "（{}）"),
    (rf"^(第{HAN})、(?!第?{HAN}){TEXT}", "{}，"),
)
ANY = re.compile(rf"^[（(第]?(?:{HAN}|[0-9]{{1,2}})[）)]?[，．.,:：、]", re.MULTILINE)
"""What each of the forms begins with."""


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a reminder for each ordinal at the start of a line with the wrong mark behind it."""
    if not ANY.search(page.body.plain):
        return
    for pattern, form in FORMS:
        for line, found in patterns.matches(page, re.compile(pattern, re.MULTILINE)):
            right = form.format(found[1])
            fact = f"序号写的是“{found.group().strip()}”"
            yield Problem(line.where, CODE, fact, f"写成“{right}”。", Severity.WARNING)
