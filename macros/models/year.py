"""The state of a year."""

from typing import ClassVar, Literal

from pydantic import Field

from macros.models.record import OptionalDate, Record


class YearState(Record):
    """State of a year's data."""

    TOPIC: ClassVar[str] = "year"

    year: int = Field(alias="年份", ge=1949, le=2100, examples=[2023])
    """与文件夹同名。"""

    state: Literal["编制中", "已定稿"] = Field(alias="状态")
    """定稿以后数字不再改动。"""

    as_of: OptionalDate = Field(alias="截至", examples=["2023-12-31"])
    """数据统计到哪一天。"""
