"""The data as other programs read them: figures with provenance, ledgers, plans, duties."""

from datetime import date
from decimal import Decimal

from pydantic import Field

from macros.models.compilation import Exported
from macros.models.organization import Organization
from macros.models.rectifications import Rectifications
from macros.models.responsibilities import Responsibilities
from macros.models.work_points import WorkPoints

FORMAT = "handbook/1"
"""Name and version of the format; the number grows when something is renamed or left out."""


class ExportedClaim(Exported):
    """One of the values that are claimed for a figure."""

    source: str = Field(alias="来源")
    """填报、台账，或另一来源的名称。"""

    value: int | Decimal = Field(alias="数值")
    """这一来源的数。"""


class ExportedRow(Exported):
    """A ledger row or list entry that a figure counts."""

    file: str = Field(alias="文件")
    """从项目文件夹算起的路径。"""

    line: int = Field(alias="行")
    """第几行，从 1 数起。"""


class ExportedFigure(Exported):
    """A figure of a year."""

    name: str = Field(alias="指标")
    """名称，定下后不改。"""

    year: int = Field(alias="年份")
    """哪一年。"""

    group: str = Field(alias="分组")
    """归在哪一组。"""

    value: int | Decimal | None = Field(alias="数值")
    """数，不四舍五入；待填、冲突、不适用时为 null。"""

    approximation: str | None = Field(alias="约数")
    """余、多，或 null。"""

    unit: str = Field(alias="单位")
    """计量单位。"""

    shown: str = Field(alias="印成")
    """页面上印的文字，如 30次、【待填】次。"""

    state: str = Field(alias="状态")
    """待填、手工填报、台账计算、已核实、不适用、冲突。"""

    meaning: str = Field(alias="口径")
    """计什么、不计什么。"""

    as_of: date | None = Field(alias="截至")
    """统计到哪一天。"""

    claims: list[ExportedClaim] = Field(alias="各方所报")
    """每个不同的数和它的来源；冲突时不止一个。"""

    source: str | None = Field(alias="来源")
    """手工填报的数抄自哪里。"""

    verified_by: str | None = Field(alias="核实人")
    """谁核实的。"""

    verified_on: date | None = Field(alias="核实日期")
    """哪天核实的。"""

    reason: str | None = Field(alias="原因")
    """没有数的原因，或者不适用的理由。"""

    owner: str | None = Field(alias="责任科室")
    """由谁补。"""

    due_on: date | None = Field(alias="补报期限")
    """补报的最后一天。"""

    ledger: str | None = Field(alias="台账")
    """从哪本台账数出来；null 是只能手工填报。"""

    rows: list[ExportedRow] = Field(alias="计入的行")
    """台账里计入的每一行。"""

    place: str = Field(alias="出处")
    """填写的地方，文件:行。"""


class ExportedLedger(Exported):
    """A ledger of a year."""

    name: str = Field(alias="台账")
    """名称。"""

    file: str = Field(alias="文件")
    """从项目文件夹算起的路径。"""

    columns: list[str] = Field(alias="列")
    """导出的列；不公开的列平时不在其中。"""

    rows: list[dict[str, str | int | date | list[str] | None]] = Field(alias="行")
    """一行一件事：各列的内容，几个类别为一列文字，另有“行号”。"""


class ExportedYear(Exported):
    """What was entered for a year; null for what has no file."""

    year: int = Field(alias="年份")
    """哪一年。"""

    state: str = Field(alias="状态")
    """编制中、已定稿。"""

    as_of: date | None = Field(alias="截至")
    """统计到哪一天。"""

    figures: list[ExportedFigure] = Field(alias="指标")
    """全部指标。"""

    ledgers: list[ExportedLedger] = Field(alias="台账")
    """建了的台账。"""

    work_points: WorkPoints | None = Field(alias="工作要点")
    """与 work-points.yml 相同。"""

    responsibilities: Responsibilities | None = Field(alias="责任")
    """与 responsibilities.yml 相同。"""

    rectifications: Rectifications | None = Field(alias="整改")
    """与 rectifications.yml 相同。"""


class HandbookData(Exported):
    """The whole file."""

    format: str = Field(alias="格式", examples=[FORMAT])
    """格式的名称和版本。"""

    day: date = Field(alias="日期")
    """导出所依据的那一天。"""

    commit: str | None = Field(alias="提交")
    """数据所在的提交，前十二位，另有改动的写明；没有用 git 为 null。"""

    is_restricted: bool = Field(alias="内部")
    """是否含有不公开的列。"""

    organization: Organization | None = Field(alias="单位")
    """与 organization.yml 相同。"""

    years: list[ExportedYear] = Field(alias="年度")
    """各年。"""
