"""The bureau, its party organizations and its sections."""

from typing import ClassVar, Literal

from pydantic import Field

from macros.models.record import Many, OptionalText, Person, Record, Text


class PartyOrganization(Record):
    """One party organization of the bureau."""

    TOPIC: ClassVar[str] = "party-organization"

    id: str = Field(alias="代号", pattern="^[a-z][a-z0-9-]*$", examples=["party-group"])
    """英文小写代号，不改动。"""

    name: Text = Field(alias="名称")
    """名称，与台账“党组织”一栏的写法一致。"""

    kind: Literal["党组", "党委", "机关党委", "党总支", "党支部", "党小组", "学习组织"] = Field(
        alias="类型"
    )
    """组织类型。"""

    secretary: Person = Field(default=None, alias="书记")
    """书记或负责人。"""

    parent: OptionalText = Field(default=None, alias="上级")
    """上级党组织的代号。"""

    note: OptionalText = Field(default=None, alias="说明")
    """说明。"""


class Section(Record):
    """One section (科室、股室) of the bureau."""

    TOPIC: ClassVar[str] = "section"

    id: str = Field(alias="代号", pattern="^[a-z][a-z0-9-]*$", examples=["inspection-office"])
    """英文小写代号，不改动。"""

    name: Text = Field(alias="名称")
    """名称。"""

    duties: OptionalText = Field(default=None, alias="职责")
    """职责。"""

    head: Person = Field(default=None, alias="负责人")
    """负责人。"""


class Supervisor(Record):
    """An outside body that supervises the bureau."""

    TOPIC: ClassVar[str] = "supervisor"

    name: Text = Field(alias="名称")
    """名称。"""

    note: OptionalText = Field(default=None, alias="说明")
    """说明。"""


class Organization(Record):
    """The bureau; whatever the source does not give is null."""

    TOPIC: ClassVar[str] = "organization"

    name: OptionalText = Field(alias="名称")
    """单位全称。"""

    short_name: OptionalText = Field(default=None, alias="简称")
    """单位简称。"""

    county: OptionalText = Field(default=None, alias="所在县")
    """所在县。"""

    superiors: Many[Text] = Field(default=(), alias="上级")
    """上级机关。"""

    party_organizations: Many[PartyOrganization] = Field(default=(), alias="党组织")
    """党组织。"""

    sections: Many[Section] = Field(default=(), alias="科室")
    """内设机构。"""

    supervisors: Many[Supervisor] = Field(default=(), alias="监督单位")
    """监督单位。"""
