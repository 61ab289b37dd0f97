"""制度的日期要前后合理，状态才推算得对。

施行不早于通过、公布，废止、失效不早于施行；同一天只有一个版本有效：旧版本的废止日期是它有效的
最后一天，要在新版本施行以前。版本的文件名是日期，草案是 draft、draft-1、draft-2。“代替”的制度
汇编里要有，只作提醒；下次清理过了期的，提醒归口科室。导入的法律法规只作提醒，请对照原文核实。

依据：规章制定程序条例关于公布、施行的规定；制度状态由日期推算，不手写。

不通过：

    docs/regulations/talks/2023-03-01.md：
    ---
    title: 党风廉政约谈办法
    公布日期: 2023-05-01
    施行日期: 2023-03-01
    ---
    # 党风廉政约谈办法

    第一条 每季度约谈。

通过：

    docs/regulations/talks/2023-06-01.md：
    ---
    title: 党风廉政约谈办法
    公布日期: 2023-05-01
    施行日期: 2023-06-01
    ---
    # 党风廉政约谈办法

    第一条 每季度约谈。
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from macros.formatting import chinese_date, text_or_missing
from macros.handbook import Handbook
from macros.problems import Problem, Severity, Where
from macros.regulations.register import Regulation, Status, Version, regulations
from macros.regulations.targets import normalized
from macros.rendering.site import RenderedSite

RULE = "REG-01"
CODE = "regulation-dates"
SEVERITIES = (Severity.ERROR, Severity.WARNING)

DRAFT = re.compile(r"draft(?:-[1-9][0-9]?)?")
ORDER = (
    ("施行日期", "通过日期"), ("施行日期", "公布日期"), ("公布日期", "通过日期"),
    ("废止日期", "施行日期"), ("失效日期", "施行日期"),
)  # fmt: skip
"""The first may not be before the second."""

FIELDS = {
    "通过日期": "adopted_on",
    "公布日期": "issued_on",
    "施行日期": "effective_on",
    "废止日期": "repealed_on",
    "失效日期": "expires_on",
}


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield what is wrong with the dates of every regulation."""
    known = regulations(site.handbook)
    titles = {normalized(version.title) for one in known.values() for version in one.versions}
    for regulation in known.values():
        for version in regulation.versions:
            yield from _name(version)
            yield from _order(version)
            yield from _superseded(version, titles | set(known))
            yield from _cleanup(site.handbook, regulation, version)
        yield from _overlaps(regulation)


def _name(version: Version) -> Iterator[Problem]:
    if DRAFT.fullmatch(version.name) or _is_date(version.name):
        return
    fact = f"版本的文件名“{version.name}”不是日期，也不是草案"
    hint = "改成 年-月-日.md，如 2023-06-01.md；草案写 draft.md，前一稿写 draft-1.md。"
    yield Problem(Where(version.page.name), CODE, fact, hint, Severity.ERROR)


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _order(version: Version) -> Iterator[Problem]:
    for later, earlier in ORDER:
        after, before = _day(version, later), _day(version, earlier)
        if after and before and after < before:
            fact = f"{later}是{chinese_date(after)}，早于{earlier}{chinese_date(before)}"
            hint = "对照正式文本改正这两个日期。"
            yield Problem(_where(version, later), CODE, fact, hint, _severity(version))


def _severity(version: Version) -> Severity:
    return Severity.ERROR if version.is_own else Severity.WARNING


def _day(version: Version, key: str) -> date | None:
    return getattr(version.meta, FIELDS[key])


def _where(version: Version, key: str) -> Where:
    """Return the line of a key of the front matter."""
    return version.page.file.front_matter.where(key)


def _superseded(version: Version, known: set[str]) -> Iterator[Problem]:
    named = version.meta.supersedes
    if named is None or not version.is_own or {named, normalized(named.strip("《》"))} & known:
        return
    fact = f"代替的“{named}”汇编里没有"
    hint = "写全称或者文件夹名；被代替的制度也要录入，填废止日期，正文不删。"
    yield Problem(_where(version, "代替"), CODE, fact, hint, Severity.WARNING)


def _overlaps(regulation: Regulation) -> Iterator[Problem]:
    """Yield each pair of versions of which one day would have both in force."""
    dated = [version for version in regulation.versions if version.meta.effective_on]
    for old, new in pairwise(dated):
        start = new.meta.effective_on
        if old.meta.effective_on == start:
            fact = f"施行日期是{chinese_date(start)}，与“{old.name}”同一天，两个版本同时有效"
            hint = "对照正式文本改正其中一个的施行日期。"
            yield Problem(_where(new, "施行日期"), CODE, fact, hint, _severity(new))
        for key in ("废止日期", "失效日期"):
            end = _day(old, key)
            if end and end >= start:
                fact = (
                    f"{key}是{chinese_date(end)}，而“{new.name}”{chinese_date(start)}已经施行，"
                    "两个版本同时有效"
                )
                eve = (start - timedelta(days=1)).isoformat()
                hint = f"{key}是有效的最后一天，改成 {key}: {eve}。"
                yield Problem(_where(old, key), CODE, fact, hint, _severity(old))


def _cleanup(handbook: Handbook, regulation: Regulation, version: Version) -> Iterator[Problem]:
    due = version.meta.next_cleanup_on
    if due is None or due >= handbook.day:
        return
    if regulation.status(version, handbook.day) is not Status.IN_FORCE:
        return
    owner = text_or_missing(version.meta.owner)
    fact = f"该在{chinese_date(due)}前清理，已经过期；归口科室：{owner}"
    hint = "提出继续有效、修改或者废止的意见，办结后更新 下次清理。"
    yield Problem(_where(version, "下次清理"), CODE, fact, hint, Severity.WARNING)
