"""报告里出现外单位、外地的称谓，要核对是不是从别处抄来的。

词表在 data/terms.yml 的 外单位词；确实要写的，写进容许词并说明理由。

依据：公开通报中查处过的套用外单位材料；2023年度报告写到“驻住建局”。

不通过：

    邀请县纪委监委驻住建局纪检监察组到会。

通过：

    邀请派驻本局的纪检监察组到会。
"""

import re
from collections.abc import Iterator

from macros.checks.prose import patterns
from macros.handbook import Handbook
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage

RULE = "TERM-02"
CODE = "foreign-word"
SEVERITIES = (Severity.WARNING,)


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a reminder for each word of another organization on a report page."""
    if not page.page.is_report:
        return
    handbook = page.handbook
    words = re.compile(patterns.any_of(handbook.terms.foreign_words))
    allowed = (*patterns.excused(handbook, page.page), *_own_names(handbook))
    for line in page.body.lines_with(words):
        text = line.plain
        spans = [found.span() for found in patterns.TITLE.finditer(text)]
        spans += patterns.occurrences(text, allowed)
        for start, end in patterns.occurrences(text, handbook.terms.foreign_words):
            if not patterns.covers(spans, start, end):
                word = text[start:end]
                fact = f"“{patterns.around(text, start, end, 8, 4)}”里有外单位的称谓“{word}”"
                hint = (
                    "核对这个单位是否真与本局有关；无关的改正，有关的写进 data/terms.yml 的容许词。"
                )
                yield Problem(line.where, CODE, fact, hint, Severity.WARNING)


def _own_names(handbook: Handbook) -> tuple[str, ...]:
    own = handbook.organization
    return tuple(filter(None, (own.name, own.short_name))) if own else ()
