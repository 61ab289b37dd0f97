"""`义务对照`: what a regulation asks for at fixed times, beside what the ledgers show."""

import re
from collections.abc import Iterator
from datetime import date

from macros.figures.windows import Window, windows
from macros.formatting import chinese_date
from macros.handbook import Handbook
from macros.models.cadence import Cadence
from macros.page_macros.cadence import BUREAU, period_name, record_places, state_badge
from macros.page_macros.html import badge, escape, link, note, table, wide
from macros.page_macros.lookup import known_year
from macros.page_macros.versions import known_regulation, version_link
from macros.regulations.register import Regulation, Status, Version, current_version

ARTICLE = re.compile("第[^、，第]+条(?:之[一二三四五六七八九十]+)?")


def show_obligations(handbook: Handbook, id: str, year: int) -> str:
    """把一件制度定有频次的条文，和一年里各期的台账记录逐个党组织对照。

    每期写明已办（记录在台账哪一行）、未到期、本期未见记录；施行日期以前的，写不适用。只说台账里
    有没有记录，不等于没有开展。哪些频次属于这件制度，看 data/cadences.yml 的“依据”和“制度”。
    链接从 docs/regulations/ 算起。

    Args:
        id: 制度代号，即文件夹名。
        year: 年份。

    Example:
        {{ 义务对照("integrity-talks", 2023) }}
    """
    regulation = known_regulation(handbook, id)
    as_of = known_year(handbook, year).state.as_of
    version = current_version(regulation, as_of or handbook.day)
    found = [one for one in handbook.cadences if is_required_by(one, regulation)]
    if not found:
        return note(f"《{version.title}》没有登记频次规定。")
    rows = [row for one in found for row in _rows(handbook, one, regulation, version, year)]
    caption = f"{year}年义务对照：{version.title}（截至{chinese_date(as_of)}）"
    header = ("条", "事项", "党组织", "期", "情况", "台账记录")
    return _remark(regulation, version, as_of or handbook.day) + table(
        caption, header, rows, kinds=wide("台账记录")
    )


def is_required_by(cadence: Cadence, regulation: Regulation) -> bool:
    """Return whether a frequency rule belongs to a regulation: by its id or by its title."""
    titles = {version.title for version in regulation.versions}
    return _named_id(cadence) == regulation.id or cadence.rule in titles


def _named_id(cadence: Cadence) -> str:
    return (cadence.regulation or "").partition("#")[0]


def _remark(regulation: Regulation, version: Version, day: date) -> str:
    status = regulation.status(version, day)
    if status is Status.IN_FORCE:
        return ""
    linked = version_link(regulation, version, f"《{version.title}》")
    asks = "还没有施行，不产生义务；下表只供对照。" if status is Status.DRAFT else "下表只供对照。"
    return f"<p>{linked}的状态是{badge(status.value)}，{asks}</p>"


def _rows(
    handbook: Handbook, cadence: Cadence, regulation: Regulation, version: Version, year: int
) -> Iterator[tuple[str, ...]]:
    article = _article(cadence, regulation, version)
    some = list(windows(handbook, cadence, year))
    if not some:
        yield article, escape(cadence.matter), "—", "—", "不分期或没有台账，须由人核对", "—"
    since = cadence.effective_on or version.meta.effective_on
    for window in some:
        yield (
            article,
            escape(cadence.matter),
            escape(window.organization or BUREAU),
            escape(period_name(window)),
            _state(window, since),
            record_places(window),
        )


def _state(window: Window, since: date | None) -> str:
    if since and window.span.end < since:
        return badge("不适用", "not-applicable") + f" {chinese_date(since)}起施行"
    return state_badge(window)


def _article(cadence: Cadence, regulation: Regulation, version: Version) -> str:
    """Return the article as a link, if it is said and the version has it."""
    if _named_id(cadence) == regulation.id:
        anchor = cadence.regulation.partition("#")[2]
    else:
        named = ARTICLE.match(cadence.article or "")
        anchor = named[0] if named else ""
    if any(article.anchor == anchor for article in version.structure.articles):
        return link(f"{regulation.id}/{version.name}.html#{anchor}", anchor)
    return escape(anchor or "—")
