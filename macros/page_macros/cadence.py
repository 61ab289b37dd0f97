"""`频次表` and `履行情况`: how often things must be done, and what the ledgers show."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import groupby

from macros.figures.windows import Window, WindowState, windows
from macros.formatting import MISSING, chinese_date
from macros.handbook import Handbook
from macros.models.cadence import Cadence
from macros.page_macros.html import badge, cell_text, escape, mark_missing, note, table, wide
from macros.page_macros.lookup import known_year, require

BUREAU = "全局"
KINDS = {
    WindowState.DONE: "verified",
    WindowState.UNJUDGED: "missing",
    WindowState.NO_LEDGER: "missing",
}
"""Colors of states; what has no record is called 缺 or 提醒 by the strength of its rule."""


def show_cadences(handbook: Handbook, matter: str | None = None) -> str:
    """列出频次规定：事项、要求、强度、核验过没有、依据哪部规定哪一条、适用于谁。

    Args:
        matter: 只列这一事项；不写就列全部。

    Example:
        {{ 频次表("支部党员大会") }}
    """
    rows = [_cadence_row(cadence) for cadence in _chosen(handbook, matter)]
    header = ("编号", "事项", "要求", "强度", "核验", "依据", "适用")
    caption = f"频次规定：{matter}" if matter else "频次规定"
    return table(caption, header, rows, "还没有频次规定。", kinds=wide("要求"))


def _chosen(handbook: Handbook, matter: str | None) -> list[Cadence]:
    if matter is not None:
        require(matter, [cadence.matter for cadence in handbook.cadences], "频次事项")
    return [one for one in handbook.cadences if matter in (None, one.matter)]


def _cadence_row(cadence: Cadence) -> tuple[str, ...]:
    state = badge("已核验", "verified") if cadence.is_verified else badge("待核验", "missing")
    reason = f" {escape(cadence.verification_note)}" if cadence.verification_note else ""
    return (
        escape(cadence.id),
        escape(cadence.matter),
        cell_text(cadence.requirement),
        escape(cadence.strength),
        state + reason,
        _basis(cadence),
        cell_text(cadence.scope),
    )


def _basis(cadence: Cadence) -> str:
    """Return rule and article; a rule of the bureau's own practice has no article to supply."""
    if cadence.article is None and cadence.strength == "本单位":
        return cell_text(cadence.rule)
    return f"{cell_text(cadence.rule)} {cell_text(cadence.article)}"


def show_windows(handbook: Handbook, year: int, matter: str | None = None) -> str:
    """按频次规定逐期对照台账：已办、未到期，还是本期未见记录。

    只说台账里有没有记录，不等于没有开展；“一般”“原则上”的规定只提醒，不算缺。
    写明事项时逐期列出，并列出记录在台账的哪一行；不写就每项规定、每个党组织一行。

    Args:
        year: 年份。
        matter: 只看这一事项；不写就看全部能对照台账的规定。

    Example:
        {{ 履行情况(2023, "支部党员大会") }}
    """
    as_of = known_year(handbook, year).state.as_of
    chosen = _chosen(handbook, matter)
    found = [window for one in chosen for window in windows(handbook, one, year)]
    if not found:
        return note(f"{matter or '频次规定'}：没有写明用哪本台账对照，或不分期，须由人核对。")
    until = chinese_date(as_of)
    if matter is None:
        return _summary(found, f"{year}年履行情况（截至{until}）")
    caption = f"{year}年履行情况：{matter}（截至{until}）"
    header = ("编号", "党组织", "期", "情况", "台账记录")
    rows = [_window_row(window) for window in found]
    return table(caption, header, rows, kinds=wide("台账记录"))


def _window_row(window: Window) -> tuple[str, ...]:
    return (
        escape(window.cadence.id),
        escape(window.organization or BUREAU),
        escape(period_name(window)),
        state_badge(window),
        record_places(window),
    )


def period_name(window: Window) -> str:
    """Return the name of a period; a number does not tell which week it was, its days do."""
    span = window.span
    if window.cadence.period != "周":
        return span.name
    days = (f"{day.month}月{day.day}日" for day in (span.start, span.end))
    return f"{span.name}（{'至'.join(days)}）"


def state_badge(window: Window) -> str:
    """Return what the ledger shows for a window, as a short word in a frame."""
    count = len(window.rows)
    word = window.state.value
    if window.state is WindowState.DONE:
        word = f"已办（{count}次）"
    elif count:
        word = f"{word}（已有{count}次，要求{window.cadence.times}次）"
    return badge(word, KINDS.get(window.state, "")) + _weight(window)


def _weight(window: Window) -> str:
    if window.is_lacking:
        return " " + badge("缺", "conflict")
    return " 提醒" if window.state in (WindowState.UNSEEN, WindowState.SHORT) else ""


def record_places(window: Window) -> str:
    """Return the ledger rows that show it was done: file and lines."""
    if window.state is WindowState.NO_LEDGER:
        return mark_missing(f"台账“{escape(window.cadence.proof.ledger)}”尚未建立：{MISSING}")
    parts = []
    for file, rows in groupby(window.rows, key=lambda where: where.file):
        parts.append(f"{file}:{'、'.join(str(where.line) for where in rows)}")
    return escape("；".join(parts)) or "—"


def _summary(found: Iterable[Window], caption: str) -> str:
    rows = []
    for (_, organization), group in groupby(found, key=_series):
        some = list(group)
        cadence = some[0].cadence
        rows.append((
            escape(cadence.id),
            escape(cadence.matter),
            escape(organization or BUREAU),
            cell_text(cadence.requirement),
            escape(cadence.strength),
            _tally(some),
        ))  # fmt: skip
    header = ("编号", "事项", "党组织", "要求", "强度", "情况")
    return table(caption, header, rows, kinds=wide("要求", "情况"))


def _series(window: Window) -> tuple[str, str | None]:
    return window.cadence.id, window.organization


def _tally(some: list[Window]) -> str:
    """Return one phrase per state that occurs, naming the periods without enough records."""
    phrases = []
    for state in WindowState:
        same = [window for window in some if window.state is state]
        if not same:
            continue
        if state is WindowState.DONE:
            times = sum(len(window.rows) for window in same)
            phrases.append(f"已办{len(same)}期（{times}次）")
        elif state is WindowState.NO_LEDGER:
            phrases.append(f"无台账：{MISSING}")
        else:
            word = "缺，" + state.value if same[0].is_lacking else state.value
            phrases.append(f"{word}{len(same)}期：{'、'.join(_runs(same))}")
    return mark_missing(escape("；".join(phrases)))


def _runs(some: list[Window]) -> Iterator[str]:
    """Yield the names of periods, those that follow each other as one: 1月至3月."""
    run: list[Window] = []
    for window in [*some, None]:
        if run and (window is None or window.span.start - run[-1].span.end > timedelta(days=1)):
            first, last = run[0].span.name, run[-1].span.name
            yield first if first == last else f"{first}至{last}"
            run = []
        run.append(window)
