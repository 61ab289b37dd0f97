"""Who answers for what: responsibility list, letter and pledge (责任清单、责任书、承诺书)."""

from typing import ClassVar

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


class Duty(Record):
    """One line of the responsibility list."""

    TOPIC: ClassVar[str] = "duty"

    number: Ordinal = Field(alias="序号")
    """序号。"""

    holder: OptionalText = Field(default=None, alias="责任主体")
    """班子、第一责任人、班子成员、机关党委或支部。"""

    matter: OptionalText = Field(default=None, alias="责任事项")
    """责任事项。"""

    task: OptionalText = Field(default=None, alias="具体任务")
    """具体任务。"""

    basis: OptionalText = Field(default=None, alias="依据")
    """依据的条款。"""

    frequency: OptionalText = Field(default=None, alias="频次")
    """频次或时限。"""

    evidence: OptionalText = Field(default=None, alias="佐证材料")
    """留下什么材料。"""

    person: Person = Field(default=None, alias="责任人")
    """责任人。"""

    unit: OptionalText = Field(default=None, alias="责任科室")
    """责任科室。"""

    progress: OptionalText = Field(default=None, alias="进展")
    """进展。"""

    done_on: OptionalDate = Field(default=None, alias="完成日期")
    """完成日期。"""


class DutyList(Record):
    """The list of main responsibilities (主体责任清单)."""

    TOPIC: ClassVar[str] = "duties"

    title: Text = Field(alias="名称")
    """文件全称。"""

    document_number: OptionalText = Field(default=None, alias="文号")
    """发文字号。"""

    adopted_on: OptionalDate = Field(default=None, alias="制定日期")
    """制定日期。"""

    duties: Many[Duty] = Field(default=(), alias="条目")
    """清单各条。"""


class Letter(Record):
    """The letter of responsibility (责任书)."""

    TOPIC: ClassVar[str] = "letter"

    title: Text = Field(alias="名称")
    """文件全称。"""

    signed_on: OptionalDate = Field(default=None, alias="签订日期")
    """签订日期。"""

    scope: OptionalText = Field(default=None, alias="签订范围")
    """由谁和谁签订。"""

    copies: int | None = Field(default=None, ge=0, alias="份数")
    """签订份数。"""


class Pledge(Record):
    """The pledge of integrity (承诺书)."""

    TOPIC: ClassVar[str] = "pledge"

    title: Text = Field(alias="名称")
    """文件全称。"""

    signed_on: OptionalDate = Field(default=None, alias="签订日期")
    """签订日期。"""

    text: OptionalText = Field(default=None, alias="文本")
    """承诺的内容。"""


class Responsibilities(Record):
    """Who answers for what this year."""

    TOPIC: ClassVar[str] = "responsibilities"

    duty_list: DutyList = Field(alias="责任清单")
    """主体责任清单。"""

    letter: Letter = Field(alias="责任书")
    """党风廉政建设责任书。"""

    pledge: Pledge = Field(alias="承诺书")
    """廉洁自律承诺书。"""
