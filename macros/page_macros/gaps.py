"""`待补清单`: everything nobody has supplied yet, who should, and where to write it."""

from collections.abc import Iterable, Iterator

from macros.figures import Figure, FigureKey, State, figures_of_year
from macros.handbook import Handbook, YearData
from macros.models.ledger_kinds import LEDGER_KINDS
from macros.models.record import Record
from macros.page_macros.figures import figure_html
from macros.page_macros.html import cell_text, escape, numeric, table
from macros.page_macros.lookup import known_year

Gap = tuple[str, int, str]
"""What is missing, how often, and the file to write it in."""

OPEN = (State.MISSING, State.CONFLICT)


def show_gaps(handbook: Handbook, year: int) -> str:
    """列出一年里待填和冲突的数、原因、责任科室、补报期限和填写的地方，以及其他空缺有几处。

    Args:
        year: 年份。

    Example:
        {{ 待补清单(2023) }}
    """
    data = known_year(handbook, year)
    rows = [_figure_row(shown) for shown in open_figures(handbook, year)]
    header = ("指标", "数", "原因", "责任科室", "补报期限", "填在哪里")
    figures = table(
        f"{year}年待填和冲突的数（{len(rows)}个）", header, rows, f"{year}年没有待填或冲突的数。"
    )
    others = [
        (escape(what), str(count), escape(file))
        for what, count, file in other_gaps(handbook, data, year)
        if count
    ]
    header = ("内容", "空缺几处", "填在哪里")
    empty = "没有其他空缺。"
    return figures + table("其他空缺", header, others, empty, kinds=numeric("空缺几处"))


def figures_of_gaps(handbook: Handbook, year: int) -> tuple[FigureKey, ...]:
    """Return the figures that `待补清单` shows."""
    return tuple(shown.key for shown in open_figures(handbook, year))


def open_figures(handbook: Handbook, year: int) -> Iterator[Figure]:
    """Yield the figures of a year that are missing or in conflict."""
    return (shown for shown in figures_of_year(handbook, year) if shown.state in OPEN)


def _figure_row(shown: Figure) -> tuple[str, ...]:
    typed = shown.typed
    is_gap = shown.state is State.MISSING
    reason = typed.reason if typed and is_gap else "几处的数不一致，由本局核定以哪个为准"
    return (
        escape(shown.key.name),
        figure_html(shown),
        cell_text(None if is_gap and not typed else reason),
        cell_text(typed and typed.owner),
        cell_text(typed and typed.due_on),
        escape(str(shown.where) if typed else f"{shown.where.file}（还没有这一条）"),
    )


def other_gaps(handbook: Handbook, data: YearData, year: int) -> Iterator[Gap]:
    """Yield what else is missing; a count of 0 where nothing is."""
    folder = f"data/{year}"
    yield "统计截至日期", int(data.state.as_of is None), f"{folder}/year.yml"
    absent = [kind for kind in LEDGER_KINDS if kind.name not in data.ledgers]
    yield "尚未建立的台账（本）", len(absent), f"{folder}/ledgers/"
    yield from _work_point_gaps(data, f"{folder}/work-points.yml")
    yield from _responsibility_gaps(data, f"{folder}/responsibilities.yml")
    yield from _rectification_gaps(data, f"{folder}/rectifications.yml")
    yield from _organization_gaps(handbook, "data/organization.yml")


def _work_point_gaps(data: YearData, file: str) -> Iterator[Gap]:
    plan = data.work_points
    if plan is None:
        yield "工作要点", 1, file
        return
    yield "工作要点的文号、印发日期、总体要求", _nulls(
        [plan], "document_number", "issued_on", "requirement"
    ), file
    yield "工作要点各方面的标题", _nulls(plan.aspects, "title"), file
    yield "工作要点的任务", _nulls(plan.points, "task"), file
    yield "工作要点的任务属于哪个方面", _nulls(plan.points, "aspect"), file
    yield "工作要点的牵头科室", _nulls(plan.points, "lead_unit"), file
    yield "工作要点的完成时限", _nulls(plan.points, "due_on"), file
    yield "工作要点的状态", _nulls(plan.points, "status"), file


def _responsibility_gaps(data: YearData, file: str) -> Iterator[Gap]:
    duties = data.responsibilities
    if duties is None:
        yield "责任清单、责任书、承诺书", 1, file
        return
    listed = duties.duty_list
    yield "责任清单的条目", int(not listed.duties), file
    yield "责任清单条目的责任人、责任科室", _nulls(listed.duties, "person", "unit"), file
    yield "责任清单的文号、制定日期", _nulls([listed], "document_number", "adopted_on"), file
    yield "责任书的签订日期、范围、份数", _nulls(
        [duties.letter], "signed_on", "scope", "copies"
    ), file
    yield "承诺书的签订日期、文本", _nulls([duties.pledge], "signed_on", "text"), file


def _rectification_gaps(data: YearData, file: str) -> Iterator[Gap]:
    records = data.rectifications
    if records is None:
        yield "问题整改和下一步打算", 1, file
        return
    found = records.problems
    yield "没有整改措施的问题", _nulls(found, "measures"), file
    yield "整改的责任领导、责任科室", _nulls(found, "leader", "unit"), file
    yield "整改的时限", _nulls(found, "due_on"), file
    yield "整改的状态", _nulls(found, "status"), file
    yield "下一步的措施", _nulls(records.next_steps, "measures"), file
    yield "下一步的责任科室、时限", _nulls(records.next_steps, "unit", "due_on"), file


def _organization_gaps(handbook: Handbook, file: str) -> Iterator[Gap]:
    bureau = handbook.organization
    if bureau is None:
        yield "单位和党组织", 1, file
        return
    yield "单位的名称、简称、所在县", _nulls([bureau], "name", "short_name", "county"), file
    yield "党组织的书记", _nulls(bureau.party_organizations, "secretary"), file
    yield "科室的职责", _nulls(bureau.sections, "duties"), file
    yield "科室的负责人", _nulls(bureau.sections, "head"), file


def _nulls(records: Iterable[Record], *names: str) -> int:
    """Return how many of the named values nobody has supplied."""
    return sum(
        getattr(record, name) in (None, ()) for record in records for name in names
    )
