"""The findings that `data/exceptions.yml` lets stand, and what is wrong with that list."""

import difflib
from collections.abc import Iterator, Sequence

from macros.models.exception import CheckException
from macros.problems import Problem, Severity

CODE = "exception"

NEVER = frozenset({"figure-conflict"})
"""Two numbers for one figure are settled in the data, or both stay printed."""

QUIETED = (Severity.ERROR, Severity.WARNING)
"""A fault keeps a page from being read or safe; a gap is filled by whoever knows the number."""


def excepted(
    problems: Sequence[Problem], exceptions: Sequence[CheckException], codes: Sequence[str]
) -> list[Problem]:
    """Return the problems that stay, and one for each exception that is wrong or out of use."""
    kept = list(problems)
    found = []
    for exception in exceptions:
        matched = [one for one in problems if _matches(exception, one)]
        quieted = [one for one in matched if may_be_excepted(one)]
        kept = [one for one in kept if one not in quieted]
        found += _faults(exception, matched, quieted, codes)
    return [*kept, *found]


def may_be_excepted(problem: Problem) -> bool:
    """Return whether an exception can let a problem stand."""
    return problem.severity in QUIETED and problem.code not in NEVER


def _matches(exception: CheckException, problem: Problem) -> bool:
    return (
        problem.code == exception.check
        and problem.where.file == exception.position.file
        and exception.position.quote in problem.fact
    )


def _faults(
    exception: CheckException,
    matched: Sequence[Problem],
    quieted: Sequence[Problem],
    codes: Sequence[str],
) -> Iterator[Problem]:
    if not matched and exception.check not in codes:
        close = difflib.get_close_matches(exception.check, codes, n=1)
        guess = f"是不是想写“{close[0]}”？" if close else ""
        hint = f"{guess}照抄提示末尾方括号里的代号；代号见“检查项一览”。"
        fact = f"没有叫“{exception.check}”的检查"
        yield Problem(exception.place("检查"), CODE, fact, hint, Severity.ERROR)
    elif not matched:
        position = exception.position
        fact = f"{position.file} 里没有“{exception.check}”对“{position.quote}”的提示"
        hint = "改好了就删去这一条；文件改名、原文改字的，照现在的提示改。"
        yield Problem(exception.where, CODE, fact, hint, Severity.WARNING)
    elif not quieted:
        fact = f"“{exception.check}”的这一处不能例外"
        hint = "读不出、不安全、链接断、数没有填或两边不一致的，只能改好；删去这一条。"
        yield Problem(exception.where, CODE, fact, hint, Severity.ERROR)
