"""The year's work points (年度党建工作要点)."""

from typing import ClassVar, Literal

from pydantic import Field

from macros.models.record import (
    Many,
    OptionalDate,
    OptionalText,
    Ordinal,
    Person,
    Record,
    Text,
)


class Aspect(Record):
    """One aspect of the year's work points."""

    TOPIC: ClassVar[str] = "aspect"

    number: Ordinal = Field(alias="序号")
    """第几个方面。"""

    title: OptionalText = Field(alias="标题")
    """方面的名称。"""


class WorkPoint(Record):
    """One item of the year's work points."""

    TOPIC: ClassVar[str] = "work-point"

    number: Ordinal = Field(alias="序号")
    """全部要点连续编号。"""

    aspect: Ordinal | None = Field(default=None, alias="方面")
    """属于第几个方面。"""

    task: OptionalText = Field(alias="任务")
    """要做什么。"""

    measures: OptionalText = Field(default=None, alias="措施")
    """怎么做。"""

    lead_unit: OptionalText = Field(default=None, alias="牵头科室")
    """由谁牵头。"""

    supporting_units: Many[Text] = Field(default=(), alias="配合科室")
    """由谁配合。"""

    person: Person = Field(default=None, alias="责任人")
    """责任人。"""

    due_on: OptionalDate = Field(default=None, alias="完成时限")
    """最迟哪天完成。"""

    progress: OptionalText = Field(default=None, alias="进展")
    """做到哪一步。"""

    status: Literal["未开始", "进行中", "已完成", "已逾期", "长期坚持"] | None = Field(
        default=None, alias="状态"
    )
    """完成情况。"""

    evidence: OptionalText = Field(default=None, alias="佐证")
    """凭什么说完成了，写记录号或页面。"""


class WorkPoints(Record):
    """The year's work points (年度党建工作要点)."""

    TOPIC: ClassVar[str] = "work-points"

    title: Text = Field(alias="名称")
    """文件全称。"""

    document_number: OptionalText = Field(default=None, alias="文号")
    """发文字号。"""

    issued_on: OptionalDate = Field(default=None, alias="印发日期")
    """印发日期。"""

    requirement: OptionalText = Field(default=None, alias="总体要求")
    """总体要求。"""

    aspects: Many[Aspect] = Field(alias="方面")
    """各个方面。"""

    points: Many[WorkPoint] = Field(alias="要点")
    """各项要点。"""
