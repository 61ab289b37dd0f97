"""`图`: a figure or ledger over the months, quarters or years, as a bar chart with its table."""

from collections.abc import Iterator
from datetime import date

from macros.figures import Figure, FigureKey, State, figure, number_text
from macros.figures.counting import LISTS
from macros.figures.grouping import PERIODS, count_by
from macros.figures.periods import spans
from macros.formatting import MISSING, chinese_date
from macros.handbook import Handbook
from macros.models.figure import Counting
from macros.models.ledger import Ledger
from macros.models.ledger_kinds import LEDGER_KINDS, ledger_kind
from macros.page_macros.drawing import Bar, bar_chart
from macros.page_macros.figures import figure_html
from macros.page_macros.html import cell_text, escape, mark_missing, note, numeric, table
from macros.page_macros.ledger_table import no_ledger
from macros.page_macros.lookup import figures_counted_from, known_year, require
from macros.page_macros.macro import MacroRefused

YEARS = "年份"
LONGEST = 12
"""Years shown at most: more would not be readable."""

ROWS = "行"
TO_COME = "未到"


def show_chart(handbook: Handbook, name: str, year: int, 按: str) -> str:
    """画出一个数或一本台账各月、各季度或各年的柱形图，图下附同样内容的表。

    没有数据的年份写“待填”，不画成零；没有台账的，只显示【待填】，不画空图。

    Args:
        name: 数的名称，或台账名称（画行数）。
        year: 年份；按年份画时是最后一年。
        按: 月份、季度或年份。

    Example:
        {{ 图("集体约谈", 2023, 按="季度") }}
    """
    known_year(handbook, year)
    require(按, [*PERIODS, YEARS], "分法")
    require(name, [*handbook.definitions, *(kind.name for kind in LEDGER_KINDS)], "数或台账")
    if 按 == YEARS:
        return _over_years(handbook, name, year)
    counting = _counting(handbook, name)
    ledger = handbook.years[year].ledgers.get(counting.ledger)
    if ledger is None:
        return no_ledger(ledger_kind(counting.ledger), year)
    if _is_figure(handbook, name):
        shown = figure(handbook, name, year)
        if shown.counted.value is None:
            column = counting.column or "、".join(counting.conditions)
            return note(f"{name}：台账“{counting.ledger}”的“{column}”没有填全：{MISSING}")
    return _over_periods(handbook, name, ledger, counting, 按)


def figures_of_chart(handbook: Handbook, name: str, year: int, 按: str) -> tuple[FigureKey, ...]:
    """Return the figures a chart shows; for a ledger, all that are counted from it."""
    years = [known for known in _years(handbook, year) if known in handbook.years]
    shown = years if 按 == YEARS else [year]
    if _is_figure(handbook, name):
        return tuple(FigureKey(name, one) for one in shown)
    return tuple(key for one in shown for key in figures_counted_from(handbook, name, one))


def _is_figure(handbook: Handbook, name: str) -> bool:
    return name in handbook.definitions


def _counting(handbook: Handbook, name: str) -> Counting:
    if not _is_figure(handbook, name):
        return Counting(台账=name)
    counting = handbook.definitions[name].counting
    hint = f"改成 按=\"{YEARS}\"，或用 指标表。"
    if counting is None:
        raise MacroRefused(f"“{name}”是手工填报的数，分不出月份和季度", hint)
    if counting.ledger in LISTS or ledger_kind(counting.ledger) is None:
        raise MacroRefused(f"“{name}”不是从有日期的台账计算的，分不出月份和季度", hint)
    return counting


def _over_periods(
    handbook: Handbook, name: str, ledger: Ledger, counting: Counting, by: str
) -> str:
    counts = count_by(counting, ledger, by)
    as_of = handbook.years[ledger.year].state.as_of
    starts = [span.start for span in spans(PERIODS[by], ledger.year)]
    bars = tuple(
        _period_bar(period, count, start, as_of)
        for (period, count), start in zip(counts.items(), starts, strict=True)
    )
    is_figure = _is_figure(handbook, name)
    unit = handbook.definitions[name].unit if is_figure else ROWS
    rows = [(escape(bar.name), _shown(bar)) for bar in bars]
    if counting.method != "去重":
        rows.append(("合计", str(sum(counts.values()))))
    what = name if is_figure else f"{name}台账"
    title = f"{ledger.year}年{what}，按{by}（单位：{unit}）"
    caption = f"{title}，截至{chinese_date(as_of)}"
    if is_figure:
        caption += _warning(figure(handbook, name, ledger.year))
    return _chart(title, caption, bars, _table(title, (by, unit), rows))


def _period_bar(name: str, count: int, start: date, as_of: date | None) -> Bar:
    """A period after the day the data are complete is still to come, not empty."""
    if not count and as_of is not None and start > as_of:
        return Bar(name, None, "", TO_COME)
    return Bar(name, count, str(count))


def _warning(shown: Figure) -> str:
    if shown.state is State.CONFLICT:
        return "。台账与填报的数冲突，图按台账画"
    return ""


def _over_years(handbook: Handbook, name: str, year: int) -> str:
    if _is_figure(handbook, name):
        unit, what = handbook.definitions[name].unit, name
        pairs = list(_figure_years(handbook, name, year))
    else:
        unit, what = ROWS, f"{name}台账"
        pairs = list(_ledger_years(handbook, name, year))
    bars = tuple(bar for bar, _ in pairs)
    title = f"{what}，{bars[0].name}至{bars[-1].name}（单位：{unit}）"
    if all(bar.height is None for bar in bars):
        return note(f"{title}：{MISSING}")
    data = _table(title, (YEARS, unit), [(bar.name, cell) for bar, cell in pairs])
    return _chart(title, title, bars, data)


def _years(handbook: Handbook, year: int) -> range:
    """All years up to the given one, those without a folder included: a hole must show."""
    return range(max(min(handbook.years), year - LONGEST + 1), year + 1)


def _figure_years(handbook: Handbook, name: str, year: int) -> Iterator[tuple[Bar, str]]:
    for one in _years(handbook, year):
        if one not in handbook.years:
            yield _missing_year(one)
            continue
        shown = figure(handbook, name, one)
        if shown.value is None:
            yield Bar(f"{one}年", None, "", shown.state.value), figure_html(shown)
        else:
            text = number_text(shown.definition, shown.value) + shown.approximation
            yield Bar(f"{one}年", float(shown.value), text), figure_html(shown)


def _ledger_years(handbook: Handbook, name: str, year: int) -> Iterator[tuple[Bar, str]]:
    for one in _years(handbook, year):
        data = handbook.years.get(one)
        ledger = data.ledgers.get(name) if data else None
        if ledger is None:
            yield _missing_year(one)
        else:
            yield Bar(f"{one}年", len(ledger), str(len(ledger))), str(len(ledger))


def _missing_year(year: int) -> tuple[Bar, str]:
    return Bar(f"{year}年", None, "", State.MISSING.value), cell_text(None)


def _shown(bar: Bar) -> str:
    return escape(bar.value or bar.remark)


def _table(title: str, header: tuple[str, str], rows: list) -> str:
    return table(title, header, rows, kinds=numeric(*header[1:]))


def _chart(title: str, caption: str, bars: tuple[Bar, ...], data: str) -> str:
    description = "；".join(f"{bar.name} {bar.value or bar.remark}" for bar in bars)
    return (
        f'<figure class="chart"><figcaption>{mark_missing(escape(caption))}</figcaption>'
        f"{bar_chart(title, description, bars)}{data}</figure>"
    )
