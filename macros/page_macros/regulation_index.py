"""`制度一览`: all regulations by category, issuer, year or status; one row each."""

from collections.abc import Callable
from datetime import date
from typing import get_args

from macros.formatting import MISSING
from macros.handbook import Handbook
from macros.models.front_matter import RegulationFrontMatter
from macros.page_macros.html import NOTHING, cell_text, note, table, wide
from macros.page_macros.lookup import require
from macros.page_macros.versions import (
    needed,
    status_badge,
    version_label,
    version_link,
)
from macros.regulations.register import Regulation, Status, Version, current_version, regulations

CATEGORIES = get_args(get_args(RegulationFrontMatter.model_fields["category"].annotation)[0])
NONE = "未写明"
Group = Callable[[Regulation, Version, date], str]


def _category(regulation: Regulation, version: Version, day: date) -> str:
    return version.meta.category or NONE


def _issuer(regulation: Regulation, version: Version, day: date) -> str:
    return version.meta.issuer or (MISSING if version.is_own else NONE)


def _year(regulation: Regulation, version: Version, day: date) -> str:
    meta = version.meta
    first = meta.effective_on or meta.issued_on or meta.adopted_on
    return f"{first.year}年" if first else "没有日期"


def _status(regulation: Regulation, version: Version, day: date) -> str:
    return regulation.status(version, day).value


GROUPS: dict[str, Group] = {
    "类别": _category,
    "制定机关": _issuer,
    "年份": _year,
    "状态": _status,
}
FIRST = (*CATEGORIES, *(status.value for status in (Status.IN_FORCE, Status.NOT_YET)))
"""Groups that stand first, in this order; the others follow by their name."""


def show_regulations(handbook: Handbook, 按: str = "类别", 只列: str | None = None) -> str:
    """列出全部制度，按类别、制定机关、年份或状态分成几张表；一件一行，各版本列在同一行。

    名称带到现行有效的版本，没有现行有效的就带到最新一版。链接从 docs/regulations/ 算起，所以
    只放在那个文件夹直属的页面里。

    Args:
        按: 类别、制定机关、年份或状态；年份按施行日期。
        只列: 只列这一组，如 学习；不写就列全部。

    Example:
        {{ 制度一览(按="状态") }}
    """
    require(按, GROUPS, "分法")
    found: dict[str, list[tuple[Regulation, Version]]] = {}
    for regulation in regulations(handbook).values():
        version = current_version(regulation, handbook.day)
        group = GROUPS[按](regulation, version, handbook.day)
        found.setdefault(group, []).append((regulation, version))
    if 只列 is not None:
        require(只列, [*found, *(CATEGORIES if 按 == "类别" else ())], 按)
        found = {只列: found.get(只列, [])}
    if not found:
        return note("还没有制度。")
    groups = sorted(found, key=lambda name: (_rank(name), name))
    return "".join(_group_table(handbook, 按, name, found[name]) for name in groups)


def _rank(group: str) -> int:
    return FIRST.index(group) if group in FIRST else len(FIRST)


def _group_table(
    handbook: Handbook, by: str, group: str, rules: list[tuple[Regulation, Version]]
) -> str:
    columns = {
        "制度": lambda one, version: version_link(one, version, version.title),
        "状态": lambda one, version: status_badge(one, version, handbook.day),
        "类别": lambda one, version: cell_text(version.meta.category),
        "文号": lambda one, version: needed(version, version.meta.document_number),
        "制定机关": lambda one, version: needed(version, version.meta.issuer),
        "归口科室": lambda one, version: needed(version, version.meta.owner),
        "施行日期": lambda one, version: needed(version, version.meta.effective_on),
        "其他版本": lambda one, version: _others(handbook, one, version),
    }
    columns.pop(by, None)
    ordered = sorted(rules, key=lambda rule: (rule[1].title, rule[0].id))
    rows = [[show(*rule) for show in columns.values()] for rule in ordered]
    caption = f"{group}（{len(rows)}件）"
    return table(caption, list(columns), rows, f"{group}：还没有。", kinds=wide("制度"))


def _others(handbook: Handbook, regulation: Regulation, version: Version) -> str:
    others = [
        f"{version_link(regulation, one, version_label(one))} "
        f"{status_badge(regulation, one, handbook.day)}"
        for one in reversed(regulation.versions)
        if one is not version
    ]
    return "<br>".join(others) or NOTHING
