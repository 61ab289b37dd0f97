"""How often something must be done, by which rule, how strictly, and whether that was verified."""

from typing import ClassVar, Literal

from pydantic import Field

from macros.models.record import Many, OptionalDate, OptionalText, Record, Text

Period = Literal["周", "月", "季度", "半年", "年", "不定期", "即时"]
Strength = Literal["应当", "一般", "原则上", "本单位"]


class Proof(Record):
    """Which ledger rows show that it was done."""

    TOPIC: ClassVar[str] = "proof"

    ledger: Text = Field(alias="台账", examples=["三会一课"])
    """台账的名称。"""

    conditions: dict[str, Text | Many[Text]] = Field(
        default_factory=dict, alias="条件", examples=[{"类别": "支部党员大会"}]
    )
    """列名和内容；各项都符合的行才算。"""


class Cadence(Record):
    """One frequency rule (频次)."""

    TOPIC: ClassVar[str] = "cadence"

    id: str = Field(alias="编号", pattern="^[A-Z][0-9]+[a-z]?$", examples=["C1"])
    """编号，不重用。"""

    matter: Text = Field(alias="事项")
    """要做的事。"""

    scope: OptionalText = Field(default=None, alias="适用")
    """适用于哪类组织或人。"""

    rule: OptionalText = Field(alias="依据")
    """依据的文件全称。"""

    article: OptionalText = Field(default=None, alias="条款")
    """条款。"""

    regulation: str | None = Field(
        default=None,
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(#第[^#\s]+条(之[^#\s]+)?)?$",
        alias="制度",
        examples=["branch-life#第十一条"],
    )
    """汇编里哪一件制度也这样要求：文件夹名，可以加 # 和条。"""

    requirement: OptionalText = Field(default=None, alias="要求")
    """要求，用自己的话写一句。"""

    period: Period = Field(alias="周期")
    """多长时间算一期。"""

    times: int | None = Field(default=1, ge=1, le=100, alias="次数")
    """一期至少几次；没有定数写 null。"""

    strength: Strength = Field(alias="强度")
    """规定的语气；只有“应当”且已核验的才会报缺，其余只提醒。"""

    is_verified: bool = Field(alias="已核验")
    """文字和条款是否对照过正式文本。"""

    verification_note: OptionalText = Field(default=None, alias="核验说明")
    """怎样核验的，或还缺什么。"""

    effective_on: OptionalDate = Field(default=None, alias="施行日期")
    """依据的施行日期。"""

    proof: Proof | None = Field(default=None, alias="计算")
    """哪本台账的哪些行能证明；不写就不对照。"""

    note: OptionalText = Field(default=None, alias="备注")
    """备注。"""
