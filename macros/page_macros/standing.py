"""`效力`: the head of a version of a regulation: its status, its data, its other versions."""

from collections.abc import Iterator
from datetime import date

from macros.formatting import chinese_date
from macros.handbook import Handbook
from macros.page_macros.html import cell_text, escape, link, table, wide
from macros.page_macros.versions import (
    comparison_pages,
    known_regulation,
    known_version,
    needed,
    status_badge,
    successors,
    version_label,
    version_link,
)
from macros.regulations.register import Regulation, Status, Version
from macros.regulations.wording import normal

TOP = "../"
"""From the page of a version to docs/regulations/."""

DRAFT = (
    "本文本尚未施行，不具有约束力，不得作为办事依据。"
    "供本局审定时采用；待填各处由本局决定后填写。"
)


def show_standing(handbook: Handbook, id: str, version: str) -> str:
    """放在制度每个版本的一级标题下面：状态、文号、制定机关、各个日期、其他版本和修订对照。

    状态按日期推算，以生成网站的那一天为准。不是现行有效的版本，先用提示框说明，并带到现行的
    版本。本局的制度没有填的显示【待填】；导入的法律法规显示“—”。

    Args:
        id: 制度代号，即文件夹名。
        version: 版本，即文件名，不带 .md。

    Example:
        {{ 效力("integrity-talks", "draft") }}
    """
    regulation = known_regulation(handbook, id)
    shown = known_version(regulation, version)
    rows = [*_data(regulation, shown, handbook.day), *_others(handbook, regulation, shown)]
    content = table("版本信息", ("项目", "内容"), rows, kinds=wide("内容"))
    return f'<div class="standing">{_banner(handbook, regulation, shown)}{content}</div>'


def _banner(handbook: Handbook, regulation: Regulation, version: Version) -> str:
    """Return what a reader must know first; nothing for a version in force."""
    lines = [line for line in _warnings(handbook, regulation, version) if line]
    if not lines:
        return ""
    title, *others = lines
    body = "".join(f"<p>{line}</p>" for line in others)
    return f'<div class="admonition warning"><p class="admonition-title">{title}</p>{body}</div>'


def _warnings(handbook: Handbook, regulation: Regulation, version: Version) -> Iterator[str]:
    meta, day = version.meta, handbook.day
    status = regulation.status(version, day)
    if status is Status.IN_FORCE:
        yield from _newer(regulation, version)
        return
    if status is Status.DRAFT:
        yield escape(meta.nature or "草案")
        yield DRAFT
    elif status is Status.NOT_YET:
        yield f"尚未生效：自{chinese_date(meta.effective_on)}起施行"
    elif status is Status.AMENDED:
        yield f"这是旧版本：{_amended_on(regulation, version, day)}起已由修改后的版本代替"
    elif status is Status.UNKNOWN:
        yield "施行日期不详：采集的文本没有写明，引用前须核对"
    elif status is Status.REPEALED:
        yield f"已废止：有效至{chinese_date(meta.repealed_on)}"
    else:
        yield f"已失效：有效至{chinese_date(meta.expires_on)}"
    yield _way_on(handbook, regulation, version)


def _newer(regulation: Regulation, version: Version) -> Iterator[str]:
    """Yield a warning if a later text is there, but not from when it is in force."""
    newer = regulation.undated_after(version)
    if newer:
        yield "有更新的版本，施行日期不详，引用前须核对"
        yield f"更新的版本：{_named(regulation, newer)}。"


def _amended_on(regulation: Regulation, version: Version, day: date) -> str:
    later = regulation.versions[regulation.versions.index(version) + 1 :]
    days = [one.meta.effective_on for one in later if one.meta.effective_on]
    return chinese_date(min(one for one in days if one <= day))


def _way_on(handbook: Handbook, regulation: Regulation, version: Version) -> str:
    """Return where to read on: the version in force, the one in its place, the latest draft."""
    current = regulation.in_force(handbook.day)
    if current:
        return f"现行有效的版本：{_named(regulation, current)}。"
    followers = [_named(*found) for found in successors(handbook, regulation)]
    if followers:
        return f"代替它的是：{'、'.join(followers)}。"
    latest = regulation.versions[-1]
    word = "最新一稿" if latest.is_own else "最新的版本"
    return f"{word}：{_named(regulation, latest)}。" if latest is not version else ""


def _named(regulation: Regulation, version: Version) -> str:
    text = f"《{version.title}》（{version_label(version)}）"
    return version_link(regulation, version, text, TOP)


def _data(
    regulation: Regulation, version: Version, day: date
) -> Iterator[tuple[str, str]]:
    """Yield the data of a version; 【待填】 only where the bureau itself has to fill it in."""
    meta = version.meta
    if meta.category:
        yield "类别", escape(meta.category)
    yield "状态", f"{status_badge(regulation, version, day)}（按{chinese_date(day)}）"
    yield "文号", needed(version, meta.document_number)
    yield "制定机关", needed(version, meta.issuer)
    if meta.owner or version.is_own:
        yield "归口科室", needed(version, meta.owner)
    yield "通过日期", needed(version, meta.adopted_on)
    yield "公布日期", needed(version, meta.issued_on)
    yield "施行日期", needed(version, meta.effective_on)
    if meta.history and not _is_told_below(version):
        yield "沿革", "<br>".join(escape(line) for line in meta.history)
    optional = {
        "废止日期": meta.repealed_on,
        "失效日期": meta.expires_on,
        "依据": meta.basis,
        "代替": meta.supersedes,
        "下次清理": meta.next_cleanup_on,
    }
    yield from ((name, cell_text(value)) for name, value in optional.items() if value)
    if meta.collected_on:
        yield "文本", f"文本采集至{chinese_date(meta.collected_on)}，以后的修改没有收入。"


def _is_told_below(version: Version) -> bool:
    """Return whether the text itself opens with its history, as laws taken over do."""
    body = version.page.file.body
    left = [line for line in version.meta.history if line not in body]
    if not left:
        return True
    body = normal(body)
    return all(normal(line) in body for line in left)


def _others(
    handbook: Handbook, regulation: Regulation, version: Version
) -> Iterator[tuple[str, str]]:
    others = [
        f"{version_link(regulation, one, version_label(one), TOP)} "
        f"{status_badge(regulation, one, handbook.day)}"
        for one in reversed(regulation.versions)
        if one is not version
    ]
    if others:
        yield "其他版本", "<br>".join(others)
    compared = [
        link(TOP + page, f"{version_label(old)}与{version_label(new)}")
        for page, old, new in comparison_pages(handbook, regulation)
        if version in (old, new)
    ]
    if compared:
        yield "修订对照", "<br>".join(compared)
