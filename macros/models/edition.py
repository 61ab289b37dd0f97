"""What was issued for a year, and what was corrected afterwards."""

import hashlib
import json
from datetime import date
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from macros.models.figure import Number
from macros.models.record import (
    Contradiction,
    Many,
    OptionalDate,
    OptionalText,
    Person,
    Record,
    Text,
)


class IssuedFigure(Record):
    """One figure as it was issued."""

    TOPIC: ClassVar[str] = "edition"

    name: Text = Field(alias="名称")
    """指标名称。"""

    text: Text = Field(alias="印发", examples=["30次"])
    """定稿时印出的文字，以后照此印。"""

    value: Number | None = Field(alias="数值")
    """数；不适用的写 null。"""

    approximation: bool | Literal["多"] = Field(default=False, alias="约数")
    """印了“余”或“多”的。"""

    state: Literal["手工填报", "台账计算", "已核实", "不适用"] = Field(alias="状态")
    """定稿时的状态。"""


class LedgerDigest(Record):
    """A ledger as it was on the day of issue."""

    TOPIC: ClassVar[str] = "edition"

    file: Text = Field(alias="文件", examples=["meetings.csv"])
    """台账文件。"""

    digest: Text = Field(alias="校验码")
    """内容的 SHA-256，换行和编码标记不算。"""


class Edition(Record):
    """The figures of a closed year; written by a command, never by hand."""

    TOPIC: ClassVar[str] = "edition"

    year: int = Field(alias="年份", ge=1949, le=2100)
    """与文件夹同名。"""

    issued_on: date = Field(alias="定稿日期")
    """哪天定稿。"""

    as_of: date = Field(alias="截至")
    """定稿时数据统计到哪一天。"""

    figures: Many[IssuedFigure] = Field(alias="指标")
    """定稿的数。"""

    ledgers: Many[LedgerDigest] = Field(default=(), alias="台账")
    """定稿时的台账。"""

    seal: Text = Field(alias="校验码")
    """以上内容的 SHA-256；对不上，就是有人改过。"""

    def digest(self) -> str:
        """Return the SHA-256 of everything but the seal."""
        content = self.model_dump(mode="json", by_alias=True, exclude={"seal"})
        text = json.dumps(content, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


class Erratum(Record):
    """A correction of an issued figure; it counts once somebody has approved it."""

    TOPIC: ClassVar[str] = "erratum"

    name: Text = Field(alias="指标", examples=["局党组会"])
    """指标名称。"""

    issued: Number | None = Field(alias="原数", examples=[30])
    """更正前印发的数。"""

    corrected: Number = Field(alias="更正为", examples=[31])
    """应当是多少。"""

    reason: OptionalText = Field(default=None, alias="原因", examples=["台账漏记一次会议"])
    """为什么更正。"""

    corrected_on: OptionalDate = Field(default=None, alias="日期")
    """哪天批准更正。"""

    approved_by: Person = Field(default=None, alias="批准人")
    """谁批准的；没有批准写 null，页面照印原数。"""

    @model_validator(mode="after")
    def approved_in_full(self) -> "Erratum":
        if self.approved_by and not (self.reason and self.corrected_on):
            hint = "批准的勘误三项都要写：原因、日期、批准人；还没有批准，批准人写 null。"
            raise Contradiction("写了批准人，没有写原因或日期", hint)
        return self

    @property
    def is_approved(self) -> bool:
        """Whether pages print the corrected number."""
        return self.approved_by is not None
