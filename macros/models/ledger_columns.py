"""Columns that ledgers are made of, the ones several share by name."""

from macros.models.ledger import CellKind, Column


def text(name: str, description: str, required: bool = False) -> Column:
    """Return a column of words."""
    return Column(name, description, is_required=required)


def restricted(name: str, description: str) -> Column:
    """Return a column that is never printed."""
    return Column(name, description + "（内部，不公开）", is_restricted=True)


def count(name: str, description: str, required: bool = False) -> Column:
    """Return a column of whole numbers."""
    return Column(name, description, CellKind.COUNT, is_required=required)


def choice(name: str, description: str, *choices: str, required: bool = True) -> Column:
    """Return a column of words from a list."""
    return Column(name, description, CellKind.CHOICE, choices, required)


def day(name: str, description: str) -> Column:
    """Return a column of dates."""
    return Column(name, description, CellKind.DATE)


ID = text("编号", "年份加序号，如 2023-001；不重复，删掉的不再用。", required=True)
DATE = Column("日期", "发生的那一天，如 2023-03-05。", CellKind.DATE, is_required=True)
BRANCH = text("党组织", "哪个党组织，写法与 data/organization.yml 一致。", required=True)
HOST = text("主持", "主持人。")
EXPECTED = count("应到", "应到人数，只写数字。")
PRESENT = count("实到", "实到人数，只写数字。")
ABSENCE = text("缺席原因", "缺席人员的原因。")
RECORD = text("记录号", "会议记录或档案的编号。")
REMARK = text("备注", "其他要说明的。")

EVENT = (ID, DATE)
"""What every row begins with."""

FILED = (RECORD, REMARK)
"""What most rows end with."""
