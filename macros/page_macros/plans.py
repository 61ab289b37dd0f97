"""`要点表`, `责任清单表`, `整改表`, `下一步表`: what is planned and by whom."""

from collections.abc import Iterable, Sequence

from macros.formatting import MISSING
from macros.handbook import Handbook
from macros.models.record import Record
from macros.models.responsibilities import Responsibilities
from macros.models.work_points import WorkPoint, WorkPoints
from macros.page_macros.html import NOTHING, cell_text, escape, note, optional_text, table, wide
from macros.page_macros.lookup import known_year

POINT_FIELDS = (
    ("task", "任务"),
    ("measures", "措施"),
    ("lead_unit", "牵头科室"),
    ("supporting_units", "配合科室"),
    ("person", "责任人"),
    ("due_on", "完成时限"),
    ("progress", "进展"),
    ("status", "状态"),
    ("evidence", "佐证"),
)
DUTY_FIELDS = (
    ("number", "序号"),
    ("holder", "责任主体"),
    ("matter", "责任事项"),
    ("task", "具体任务"),
    ("basis", "依据"),
    ("frequency", "频次"),
    ("evidence", "佐证材料"),
    ("person", "责任人"),
    ("unit", "责任科室"),
    ("progress", "进展"),
    ("done_on", "完成日期"),
)
RECTIFICATION_FIELDS = (
    ("id", "编号"),
    ("problem", "问题"),
    ("signs", "表现"),
    ("measures", "措施"),
    ("leader", "责任领导"),
    ("unit", "责任科室"),
    ("due_on", "时限"),
    ("progress", "进展"),
    ("status", "状态"),
    ("closing_evidence", "销号依据"),
    ("closed_on", "销号日期"),
)
STEP_FIELDS = (
    ("number", "序号"),
    ("content", "内容"),
    ("measures", "措施"),
    ("unit", "责任科室"),
    ("due_on", "时限"),
)
LONG = ("标题", "任务", "措施", "具体任务", "责任事项", "问题", "表现", "内容", "进展")
OPTIONAL = ("supporting_units", "signs", "closing_evidence", "closed_on", "done_on")
"""Fields that rightly stay empty: — instead of 【待填】."""

SENTENCES = ("signs", "measures")
"""Lists of sentences, not of words."""


def show_work_points(handbook: Handbook, year: int) -> str:
    """列出一年的党建工作要点：各方面、各项任务、分工、时限和进展。

    Args:
        year: 年份。

    Example:
        {{ 要点表(2023) }}
    """
    points = known_year(handbook, year).work_points
    if points is None:
        return note(f"{year}年工作要点还没有录入：{MISSING}")
    aspects = [(str(one.number), cell_text(one.title)) for one in points.aspects]
    rows = [
        (str(one.number), _aspect(points, one), *_cells(one, POINT_FIELDS))
        for one in points.points
    ]
    header = ("序号", "方面", *(head for _, head in POINT_FIELDS))
    return (
        _document_facts(points)
        + table("各个方面", ("序号", "标题"), aspects, kinds=wide(*LONG))
        + table(points.title, header, rows, kinds=wide(*LONG))
    )


def _document_facts(points: WorkPoints) -> str:
    row = (
        escape(points.title),
        cell_text(points.document_number),
        cell_text(points.issued_on),
        cell_text(points.requirement),
    )
    return table("文件", ("名称", "文号", "印发日期", "总体要求"), [row], kinds=wide("总体要求"))


def _aspect(points: WorkPoints, point: WorkPoint) -> str:
    titles = {one.number: one.title for one in points.aspects}
    if point.aspect is None:
        return cell_text(None)
    return f"{point.aspect}　{cell_text(titles.get(point.aspect))}"


def show_duties(handbook: Handbook, year: int) -> str:
    """列出一年的责任清单条目，以及责任清单、责任书、承诺书三份文件的情况。

    Args:
        year: 年份。

    Example:
        {{ 责任清单表(2023) }}
    """
    duties = known_year(handbook, year).responsibilities
    if duties is None:
        return note(f"{year}年责任清单还没有录入：{MISSING}")
    title = duties.duty_list.title
    empty = f"{title}的条目还没有录入：{MISSING}"
    return _documents(duties) + _record_table(title, duties.duty_list.duties, DUTY_FIELDS, empty)


def _documents(duties: Responsibilities) -> str:
    first, letter, pledge = duties.duty_list, duties.letter, duties.pledge
    rows = [
        (first.title, cell_text(first.document_number), cell_text(first.adopted_on), NOTHING,
         NOTHING),
        (letter.title, NOTHING, cell_text(letter.signed_on), cell_text(letter.scope),
         cell_text(letter.copies)),
        (pledge.title, NOTHING, cell_text(pledge.signed_on), NOTHING, NOTHING),
    ]  # fmt: skip
    header = ("文件", "文号", "制定或签订日期", "签订范围", "份数")
    return table("责任文件", header, [(escape(title), *rest) for title, *rest in rows])


def show_rectifications(handbook: Handbook, year: int) -> str:
    """列出一年查出的问题和整改情况，直到销号。

    Args:
        year: 年份。

    Example:
        {{ 整改表(2023) }}
    """
    records = known_year(handbook, year).rectifications
    if records is None:
        return note(f"{year}年整改情况还没有录入：{MISSING}")
    empty = f"{year}年没有登记的问题。"
    return _record_table(f"{year}年问题整改", records.problems, RECTIFICATION_FIELDS, empty)


def show_next_steps(handbook: Handbook, year: int) -> str:
    """列出一年报告里的下一步打算，以及措施、责任科室和时限。

    Args:
        year: 年份。

    Example:
        {{ 下一步表(2023) }}
    """
    records = known_year(handbook, year).rectifications
    if records is None:
        return note(f"{year}年下一步打算还没有录入：{MISSING}")
    empty = f"{year}年没有登记下一步打算。"
    return _record_table(f"{year}年下一步打算", records.next_steps, STEP_FIELDS, empty)


def _record_table(
    caption: str, records: Iterable[Record], fields: Sequence[tuple[str, str]], empty: str
) -> str:
    rows = [_cells(record, fields) for record in records]
    return table(caption, [head for _, head in fields], rows, empty, kinds=wide(*LONG))


def _cells(record: Record, fields: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(_cell(name, getattr(record, name)) for name, _ in fields)


def _cell(name: str, value: object) -> str:
    if name in SENTENCES and isinstance(value, tuple):
        value = "；".join(value)
    return optional_text(value) if name in OPTIONAL else cell_text(value)
