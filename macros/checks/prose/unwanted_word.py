"""不再用的说法和不统一的用词，按本局的用词表提醒。

词表在 data/terms.yml 的“不用的词”，由本局维护，每个词写明改用什么、从哪天起。书名号里的照录；
单独加了引号、讲这个词本身的不算。讲的是那一天以前的年份的页面不提醒。

依据：公开通报中查处过的提法过时；同一件事在一份材料里用一个说法。

不通过：

    data/terms.yml：
    计量单位: [次]
    不用的词:
      - 词: 集中决策
        改用: 集体决策
        依据: 本局用词约定
    docs/a.md：
    # 决策

    “三重一大”事项由党组集中决策。

通过：

    data/terms.yml：
    计量单位: [次]
    不用的词:
      - 词: 集中决策
        改用: 集体决策
        依据: 本局用词约定
    docs/a.md：
    # 决策

    “三重一大”事项由党组集体决策。
"""

import re
from collections.abc import Iterator

from macros.checks.prose import patterns
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage

RULE = "TERM-01 TERM-03"
CODE = "unwanted-word"
SEVERITIES = (Severity.WARNING,)


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a reminder for each word that the office no longer uses, or writes otherwise."""
    excused = patterns.excused(page.handbook, page.page)
    year = patterns.year_of(page.page)
    for unwanted in page.handbook.terms.unwanted_words:
        if unwanted.since and year and year < unwanted.since.year:
            continue
        for line in page.body.lines_with(re.compile(re.escape(unwanted.word)), "typed"):
            text = line.plain
            said = (*excused, unwanted.replacement or "", f"“{unwanted.word}”")
            spans = [found.span() for found in patterns.TITLE.finditer(text)]
            spans += patterns.occurrences(text, said)
            for start, end in patterns.occurrences(text, [unwanted.word]):
                if not patterns.covers(spans, start, end):
                    context = patterns.around(text, start, end, 6, 6)
                    fact = f"“{context}”用了“{unwanted.word}”"
                    better = unwanted.replacement
                    hint = f"改用“{better}”" if better else "换一个说法"
                    hint += f"（{unwanted.basis}）；照录原话的写进 data/exceptions.yml。"
                    yield Problem(line.where, CODE, fact, hint, Severity.WARNING)
