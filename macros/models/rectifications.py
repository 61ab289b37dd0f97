"""Problems found, how they are put right, and the next steps (整改、下一步)."""

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


class Rectification(Record):
    """One problem found and how it is put right (整改)."""

    TOPIC: ClassVar[str] = "rectification"

    id: Text = Field(alias="编号", examples=["2023-01"])
    """年份加序号，不重用。"""

    source: Text = Field(alias="来源")
    """谁发现的、写在哪里。"""

    problem: Text = Field(alias="问题")
    """问题。"""

    signs: Many[Text] = Field(default=(), alias="表现")
    """具体表现。"""

    measures: Many[Text] = Field(default=(), alias="措施")
    """整改措施。"""

    leader: Person = Field(default=None, alias="责任领导")
    """责任领导。"""

    unit: OptionalText = Field(default=None, alias="责任科室")
    """责任科室。"""

    due_on: OptionalDate = Field(default=None, alias="时限")
    """整改时限。"""

    progress: OptionalText = Field(default=None, alias="进展")
    """进展。"""

    status: Literal["待派", "已派", "处置中", "待核验", "已销号"] | None = Field(
        default=None, alias="状态"
    )
    """整改到哪一步。"""

    closing_evidence: OptionalText = Field(default=None, alias="销号依据")
    """凭什么销号。"""

    closed_on: OptionalDate = Field(default=None, alias="销号日期")
    """销号日期。"""


class NextStep(Record):
    """One thing the report says will be done next."""

    TOPIC: ClassVar[str] = "next-step"

    number: Ordinal = Field(alias="序号")
    """序号。"""

    content: Text = Field(alias="内容")
    """打算做什么。"""

    measures: OptionalText = Field(default=None, alias="措施")
    """具体措施。"""

    unit: OptionalText = Field(default=None, alias="责任科室")
    """责任科室。"""

    due_on: OptionalDate = Field(default=None, alias="时限")
    """时限。"""


class Rectifications(Record):
    """The year's problems and next steps."""

    TOPIC: ClassVar[str] = "rectifications"

    problems: Many[Rectification] = Field(default=(), alias="问题")
    """问题清单。"""

    next_steps: Many[NextStep] = Field(default=(), alias="下一步")
    """下一步打算。"""
