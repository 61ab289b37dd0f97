"""`概览`: the cards of the home page."""

from collections import Counter
from typing import NamedTuple

from macros.figures import State, figures_of_year
from macros.formatting import MISSING, chinese_date
from macros.handbook import Handbook, YearData
from macros.models.ledger_kinds import LEDGER_KINDS
from macros.page_macros.html import escape, link, mark_missing
from macros.page_macros.lookup import known_year
from macros.page_macros.progress import Parts, progress_bar
from macros.regulations.register import Status, current_version, regulations

CLOSED = "已销号"
FINISHED = "已完成"


class Content(NamedTuple):
    """What a card says."""

    text: str
    rest: str = ""
    parts: Parts = ()
    """How far it has come; nothing draws no bar."""


def show_overview(handbook: Handbook, year: int) -> str:
    """在首页显示一年的情况：制度、指标、待补、工作要点、整改和台账，各带链接。

    链接从 docs/index.md 算起，所以只放在首页。

    Args:
        year: 年份。

    Example:
        {{ 概览(2023) }}
    """
    data = known_year(handbook, year)
    cards = (
        ("制度", "regulations/by-status.md", _regulations(handbook)),
        (f"{year}年指标", "data/figures.md", _figures(handbook, year)),
        (f"{year}年待补", "data/gaps.md", _gaps(handbook, year)),
        (f"{year}年工作要点", f"work-points/{year}.md", _work_points(data)),
        (f"{year}年整改", f"evidence/{year}/rectifications.md", _rectifications(data)),
        (f"{year}年台账", f"evidence/{year}/index.md", _ledgers(data)),
    )
    shown = "".join(_card(handbook, *card) for card in cards)
    return f'<div class="overview">{shown}</div>'


def _figures(handbook: Handbook, year: int) -> Content:
    states = Counter(shown.state for shown in figures_of_year(handbook, year))
    missing, conflicts = states[State.MISSING], states[State.CONFLICT]
    excused = states[State.NOT_APPLICABLE]
    given = states.total() - missing - conflicts - excused
    text = f"已有{given}个，共{states.total()}个" + (f"，不适用{excused}个" if excused else "")
    as_of = f"截至{chinese_date(handbook.years[year].state.as_of)}"
    return Content(text, as_of, (given, conflicts, missing))


def _gaps(handbook: Handbook, year: int) -> Content:
    states = Counter(shown.state for shown in figures_of_year(handbook, year))
    text = f"待填{states[State.MISSING]}个，冲突{states[State.CONFLICT]}个"
    nearest = min((shown.typed.due_on for shown in figures_of_year(handbook, year)
                   if shown.state is State.MISSING and shown.typed and shown.typed.due_on),
                  default=None)  # fmt: skip
    return Content(text, f"最近的补报期限{chinese_date(nearest)}" if nearest else "")


def _card(handbook: Handbook, title: str, page: str, content: Content) -> str:
    """MkDocs leaves raw HTML alone, so the link names the built page."""
    target = page.removesuffix(".md") + ".html"
    head = link(target, title) if page in handbook.pages else escape(title)
    lines = filter(None, (content.text, content.rest))
    lines = "".join(f"<p>{mark_missing(escape(line))}</p>" for line in lines)
    words = f"{title}：{content.text}"
    bar = progress_bar(words, content.parts) if sum(content.parts) else ""
    return f'<div class="card"><p><strong>{head}</strong></p>{lines}{bar}</div>'


def _regulations(handbook: Handbook) -> Content:
    found = Counter(
        rule.status(current_version(rule, handbook.day), handbook.day)
        for rule in regulations(handbook).values()
    )
    others = "，".join(
        f"{status.value}{found[status]}件"
        for status in Status
        if found[status] and status is not Status.IN_FORCE
    )
    return Content(f"现行有效{found[Status.IN_FORCE]}件", others)


def _rectifications(data: YearData) -> Content:
    if data.rectifications is None:
        return Content(MISSING)
    found = data.rectifications.problems
    closed = sum(one.status == CLOSED for one in found)
    unknown = sum(one.status is None for one in found)
    text = f"问题{len(found)}个，已销号{closed}个，未销号{len(found) - closed}个"
    parts = closed, len(found) - closed - unknown, unknown
    return Content(text, _unknown(unknown), parts)


def _work_points(data: YearData) -> Content:
    plan = data.work_points
    if plan is None:
        return Content(MISSING)
    done = sum(one.status == FINISHED for one in plan.points)
    unknown = sum(one.status is None for one in plan.points)
    text = f"{len(plan.aspects)}个方面{len(plan.points)}项，已完成{done}项"
    parts = done, len(plan.points) - done - unknown, unknown
    return Content(text, _unknown(unknown), parts)


def _unknown(count: int) -> str:
    return f"状态{MISSING}{count}项" if count else ""


def _ledgers(data: YearData) -> Content:
    kept = sum(len(ledger) > 0 for ledger in data.ledgers.values())
    return Content(f"共{len(LEDGER_KINDS)}本，有记录的{kept}本")
