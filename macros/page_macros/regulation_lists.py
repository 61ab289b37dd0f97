"""`现行有效`, `废止清单`, `清理到期`: what is in force, what ended, what is due for a cleanup."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from macros.formatting import chinese_date
from macros.handbook import Handbook
from macros.page_macros.html import NOTHING, badge, cell_text, escape, optional_text, table, wide
from macros.page_macros.versions import (
    known_day,
    needed,
    status_badge,
    successors,
    version_label,
    version_link,
)
from macros.regulations.register import Regulation, Status, Version, current_version, regulations

SOON = timedelta(days=90)
"""How long before its day a cleanup is called due."""


def show_in_force(handbook: Handbook, day: str | None = None) -> str:
    """列出某一天现行有效的制度，一件一行；不写日期就是生成网站的那一天。

    废止日期是有效的最后一天：2023年6月30日废止的，6月30日还在表里，7月1日就不在了。
    链接从 docs/regulations/ 算起。

    Args:
        day: 年-月-日，加引号，如 "2023-06-30"。

    Example:
        {{ 现行有效("2023-06-30") }}
    """
    wanted = known_day(handbook, day)
    rows = [
        (
            version_link(regulation, version, version.title),
            escape(version_label(version)) + _newer(regulation, version),
            cell_text(version.meta.category),
            needed(version, version.meta.document_number),
            needed(version, version.meta.issuer),
            needed(version, version.meta.effective_on),
        )
        for regulation, version in _by_title(handbook, wanted)
        if regulation.status(version, wanted) is Status.IN_FORCE
    ]
    caption = f"{chinese_date(wanted)}现行有效的制度（{len(rows)}件）"
    header = ("制度", "版本", "类别", "文号", "制定机关", "施行日期")
    empty = f"{chinese_date(wanted)}没有现行有效的制度。"
    return table(caption, header, rows, empty, kinds=wide("制度"))


def _newer(regulation: Regulation, version: Version) -> str:
    newer = regulation.undated_after(version)
    if newer is None:
        return ""
    return f"；{version_link(regulation, newer, version_label(newer))}的版本施行日期不详"


def _by_title(handbook: Handbook, day: date) -> Iterable[tuple[Regulation, Version]]:
    found = ((one, current_version(one, day)) for one in regulations(handbook).values())
    return sorted(found, key=lambda rule: (rule[1].title, rule[0].id))


def show_repealed(handbook: Handbook) -> str:
    """列出已经废止、失效的制度，以及已经定了废止日期、还没有到的；修改过的不算。

    链接从 docs/regulations/ 算起。

    Example:
        {{ 废止清单() }}
    """
    rows = [
        (
            version_link(regulation, version, version.title),
            status_badge(regulation, version, handbook.day),
            optional_text(version.meta.document_number),
            optional_text(version.meta.effective_on),
            chinese_date(_last_day(version)),
            _followers(handbook, regulation),
        )
        for regulation, version in _ended(handbook)
    ]
    header = ("制度", "状态", "文号", "施行日期", "有效至", "由哪件代替")
    empty = "还没有废止、失效的制度。"
    return table("废止、失效的制度", header, rows, empty, kinds=wide("制度", "由哪件代替"))


def _ended(handbook: Handbook) -> Iterator[tuple[Regulation, Version]]:
    """Yield the regulations whose last version that took effect has a last day."""
    for regulation in regulations(handbook).values():
        last = [one for one in regulation.versions if one.meta.effective_on or _last_day(one)][-1:]
        if last and _last_day(last[0]):
            yield regulation, last[0]


def _last_day(version: Version) -> date | None:
    return version.meta.repealed_on or version.meta.expires_on


def _followers(handbook: Handbook, regulation: Regulation) -> str:
    found = successors(handbook, regulation)
    return "、".join(version_link(one, version, version.title) for one, version in found) or NOTHING


def show_due_cleanups(handbook: Handbook) -> str:
    """列出该清理的制度：已经过期的、90 天内到期的，以及现行有效而没有写下次清理日期的本局制度。

    链接从 docs/regulations/ 算起。

    Example:
        {{ 清理到期() }}
    """
    due = [
        (version.meta.next_cleanup_on or date.max, regulation, version)
        for regulation, version in _by_title(handbook, handbook.day)
        if _needs_cleanup(regulation, version, handbook.day)
    ]
    rows = [
        (
            version_link(regulation, version, version.title),
            status_badge(regulation, version, handbook.day),
            cell_text(version.meta.owner),
            cell_text(version.meta.next_cleanup_on),
            _urgency(version, handbook.day),
        )
        for _, regulation, version in sorted(due, key=lambda one: one[0])
    ]
    header = ("制度", "状态", "归口科室", "下次清理", "情况")
    caption = f"到期该清理的制度（{chinese_date(handbook.day)}）"
    return table(caption, header, rows, "90天内没有到期要清理的制度。", kinds=wide("制度"))


def _needs_cleanup(regulation: Regulation, version: Version, day: date) -> bool:
    due = version.meta.next_cleanup_on
    is_in_force = regulation.status(version, day) is Status.IN_FORCE
    if due is None:
        return is_in_force and version.is_own
    return due <= day + SOON and regulation.status(version, day) not in (
        Status.REPEALED, Status.EXPIRED,
    )  # fmt: skip


def _urgency(version: Version, day: date) -> str:
    due = version.meta.next_cleanup_on
    if due is None:
        return badge("没有写", "missing")
    if due < day:
        return badge(f"过期{(day - due).days}天", "conflict")
    return badge(f"还有{(due - day).days}天", "derived")
