"""The state of a year, and everything entered for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from pydantic import Field

from macros.models.edition import Edition, Erratum
from macros.models.figure import FigureValue
from macros.models.ledger import Ledger
from macros.models.record import OptionalDate, Record
from macros.models.rectifications import Rectifications
from macros.models.responsibilities import Responsibilities
from macros.models.work_points import WorkPoints


class YearState(Record):
    """State of a year's data."""

    TOPIC: ClassVar[str] = "year"

    year: int = Field(alias="年份", ge=1949, le=2100, examples=[2023])
    """与文件夹同名。"""

    state: Literal["编制中", "已定稿"] = Field(alias="状态")
    """定稿以后数字不再改动。"""

    as_of: OptionalDate = Field(alias="截至", examples=["2023-12-31"])
    """数据统计到哪一天。"""


@dataclass(frozen=True, slots=True)
class YearData:
    """Everything entered for one year."""

    state: YearState
    values: Mapping[str, FigureValue] = field(default_factory=dict)
    ledgers: Mapping[str, Ledger] = field(default_factory=dict)
    """By name; a ledger that has no file is absent, one without rows is present."""

    work_points: WorkPoints | None = None
    responsibilities: Responsibilities | None = None
    rectifications: Rectifications | None = None

    edition: Edition | None = None
    """What was issued, once the year is closed."""

    errata: tuple[Erratum, ...] = ()
