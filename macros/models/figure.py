"""Figures: what each one means, and what was typed for a year."""

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from macros.models.record import (
    Contradiction,
    Many,
    OptionalDate,
    OptionalText,
    Person,
    Record,
    Text,
)

Number = Annotated[int, Field(ge=0, le=10**12)] | Annotated[Decimal, Field(ge=0, le=10**12)]


class Counting(Record):
    """How a figure is counted from a ledger or list."""

    TOPIC: ClassVar[str] = "counting"

    ledger: Text = Field(alias="台账", examples=["会议"])
    """台账或清单的名称。"""

    method: Literal["计次", "合计", "去重"] = Field(default="计次", alias="方式")
    """计次数行数，合计把一列的数相加，去重数一列里不同的内容。"""

    column: OptionalText = Field(default=None, alias="列", examples=["实到"])
    """合计、去重所用的列。"""

    conditions: dict[str, Text | Many[Text]] = Field(
        default_factory=dict, alias="条件", examples=[{"类别": "局党组会"}]
    )
    """列名和内容；各项都符合的行才算，一项可以列出几个内容。"""

    @model_validator(mode="after")
    def column_fits_method(self) -> "Counting":
        if (self.method == "计次") == bool(self.column):
            fact = f"方式是“{self.method}”，" + ("又写了“列”" if self.column else "没有写“列”")
            raise Contradiction(fact, "“合计”“去重”要写“列”，如 列: 实到；“计次”不写“列”。")
        return self


class FigureDefinition(Record):
    """One figure: what it counts and how it is written, for all years."""

    TOPIC: ClassVar[str] = "figure"

    group: Text = Field(default="其他", alias="分组", examples=["组织领导"])
    """归在哪一组，指标表按它分组。"""

    unit: Text = Field(alias="单位", examples=["次"])
    """计量单位，印在数的后面。"""

    meaning: Text = Field(alias="口径", examples=["当年召开并登记的局党组会，按次计。"])
    """计什么、不计什么，一句话。"""

    style: Literal["阿拉伯", "汉字", "千分位"] = Field(default="阿拉伯", alias="样式")
    """数的写法：30、三十，或 1,200。"""

    places: int = Field(default=0, ge=0, le=4, alias="小数位")
    """印几位小数，四舍五入。"""

    aliases: Many[Text] = Field(default=(), alias="又名")
    """文中紧挨在数前面、表示这个数的其他说法；导入报告时用来认出它。"""

    counting: Counting | None = Field(default=None, alias="计算")
    """怎样从台账计算；不写就只能手工填报。"""

    maximum: Number = Field(default=1_000_000, alias="上限", examples=[1000])
    """超过就要核对的数。"""

    jump: int | None = Field(default=None, ge=2, le=1000, alias="变动倍数", examples=[3])
    """一次改动增减超过几倍就要在影响报告里提醒；不写就是 2。"""

    note: OptionalText = Field(default=None, alias="说明")
    """与其他数的关系等。"""


class OtherReport(Record):
    """A number another source gives for the same figure."""

    TOPIC: ClassVar[str] = "figure"

    value: Number = Field(alias="数值", examples=[31])
    """另一来源所报的数。"""

    source: Text = Field(alias="来源", examples=["导入自 report.txt"])
    """另一来源是什么。"""


class FigureValue(Record):
    """What people entered for one figure and year."""

    TOPIC: ClassVar[str] = "figure"

    value: Number | None = Field(alias="数值", examples=[30])
    """数；还没有就写 null，页面显示【待填】。"""

    approximation: bool | Literal["多"] = Field(default=False, alias="约数")
    """true 在数后印“余”；写 多 则印“多”。"""

    source: OptionalText = Field(default=None, alias="来源", examples=["2023年度报告第二部分"])
    """这个数抄自哪里。"""

    verified_by: Person = Field(default=None, alias="核实人")
    """谁对照原件核实过。"""

    verified_on: OptionalDate = Field(default=None, alias="核实日期")
    """哪天核实的。"""

    reason: OptionalText = Field(default=None, alias="原因", examples=["报告原文此处空缺"])
    """为什么还没有数。"""

    owner: OptionalText = Field(default=None, alias="责任科室")
    """由哪个科室补。"""

    due_on: OptionalDate = Field(default=None, alias="补报期限")
    """补报的最后一天。"""

    not_applicable: OptionalText = Field(default=None, alias="不适用")
    """这一年不适用的理由；写了它，数值就写 null。"""

    other_reports: Many[OtherReport] = Field(default=(), alias="另报")
    """别的来源报了不同的数时记在这里，两边都显示，直到查清。"""

    remark: OptionalText = Field(default=None, alias="备注")
    """给编辑看的话，不印出来。"""

    @model_validator(mode="after")
    def consistent(self) -> "FigureValue":
        if self.not_applicable and self.value is not None:
            hint = "有数就删去“不适用”；确实不适用就把数值写成 null。"
            raise Contradiction("写了“不适用”，又写了数值", hint)
        if (self.verified_by is None) != (self.verified_on is None):
            hint = "两项一起写，如 核实人: 甲、核实日期: 2024-01-08；没有核实就都写 null。"
            raise Contradiction("“核实人”和“核实日期”只写了一项", hint)
        if self.verified_by and self.value is None and not self.not_applicable:
            hint = "先填数值，再写核实人；没有数就把核实人和核实日期写成 null。"
            raise Contradiction("没有数值，却写了核实人", hint)
        return self
