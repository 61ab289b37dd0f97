"""`概览`: the cards of the home page."""

from collections import Counter

from macros.figures import State, figures_of_year
from macros.formatting import MISSING, chinese_date
from macros.handbook import Handbook, YearData
from macros.models.ledger_kinds import LEDGER_KINDS
from macros.page_macros.html import escape, link, mark_missing
from macros.page_macros.lookup import known_year

CLOSED = "已销号"
FINISHED = "已完成"


def show_overview(handbook: Handbook, year: int) -> str:
    """在首页显示一年的情况：指标、待补、整改、工作要点、台账和截至日期，各带链接。

    链接从 docs/index.md 算起，所以只放在首页。

    Args:
        year: 年份。

    Example:
        {{ 概览(2023) }}
    """
    data = known_year(handbook, year)
    states = Counter(shown.state for shown in figures_of_year(handbook, year))
    missing, conflicts = states[State.MISSING], states[State.CONFLICT]
    excused = states[State.NOT_APPLICABLE]
    given = states.total() - missing - conflicts - excused
    rest = f"，不适用{excused}个" if excused else ""
    cards = (
        ("指标", "data/figures.md", f"已有{given}个，共{states.total()}个{rest}"),
        ("待补", "data/gaps.md", f"待填{missing}个，冲突{conflicts}个"),
        ("整改", f"evidence/{year}/rectifications.md", _rectifications(data)),
        ("工作要点", f"work-points/{year}.md", _work_points(data)),
        ("本年台账", f"evidence/{year}/index.md", _ledgers(data)),
        ("截至", "data/figures.md", chinese_date(data.state.as_of)),
    )
    shown = "".join(_card(handbook, title, page, text) for title, page, text in cards)
    return f'<div class="overview">{shown}</div>'


def _card(handbook: Handbook, title: str, page: str, text: str) -> str:
    """MkDocs leaves raw HTML alone, so the link names the built page."""
    target = page.removesuffix(".md") + ".html"
    head = link(target, title) if page in handbook.pages else escape(title)
    return (
        f'<div class="card"><p><strong>{head}</strong></p>'
        f"<p>{mark_missing(escape(text))}</p></div>"
    )


def _rectifications(data: YearData) -> str:
    if data.rectifications is None:
        return MISSING
    found = data.rectifications.problems
    closed = sum(one.status == CLOSED for one in found)
    return f"问题{len(found)}个，已销号{closed}个，未销号{len(found) - closed}个"


def _work_points(data: YearData) -> str:
    plan = data.work_points
    if plan is None:
        return MISSING
    done = sum(one.status == FINISHED for one in plan.points)
    unknown = sum(one.status is None for one in plan.points)
    rest = f"，状态{MISSING}{unknown}项" if unknown else ""
    return f"{len(plan.aspects)}个方面{len(plan.points)}项，已完成{done}项{rest}"


def _ledgers(data: YearData) -> str:
    kept = sum(len(ledger) > 0 for ledger in data.ledgers.values())
    return f"共{len(LEDGER_KINDS)}本，有记录的{kept}本"
