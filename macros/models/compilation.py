"""The compilation as other programs read it: regulations, versions, articles, 款, 项, 目."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

FORMAT = "regulations/1"
"""Name and version of the format; the number grows when something is renamed or left out."""


class Exported(BaseModel):
    """A part of the export; every key is always there, null where the source says nothing."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, use_attribute_docstrings=True
    )


class ExportedUnit(Exported):
    """A 项, or a 目 below it."""

    number: int = Field(alias="序号")
    """按写明的序号；写得不规范的为 0。"""

    anchor: str | None = Field(alias="锚点")
    """页面地址 # 后面的部分；序号重复、没有地址的为 null。"""

    text: str = Field(alias="文字")
    """照原文，带序号。"""

    items: list["ExportedUnit"] = Field(alias="目")
    """下面的目。"""


class ExportedParagraph(Exported):
    """A 款 with the 项 it introduces."""

    number: int = Field(alias="序号")
    """按自然段数，引出各项的一段和各项合为一款。"""

    anchor: str | None = Field(alias="锚点")
    """如 第十二条第二款。"""

    text: str = Field(alias="文字")
    """照原文；第一款不带“第几条”。"""

    subparagraphs: list[ExportedUnit] = Field(alias="项")
    """各项。"""


class ExportedArticle(Exported):
    """A 条."""

    label: str = Field(alias="条")
    """照原文，如 第十二条之一。"""

    anchor: str = Field(alias="锚点")
    """页面地址 # 后面的部分，如 第十二条。"""

    headings: list[str] = Field(alias="所在")
    """所在的编、章、节，从外到内，如 第一章 总则。"""

    annex: str | None = Field(alias="附件")
    """所在的附件；正文里的为 null。"""

    paragraphs: list[ExportedParagraph] = Field(alias="款")
    """各款。"""


class ExportedVersion(Exported):
    """One version of a regulation."""

    name: str = Field(alias="版本")
    """日期，草案为 draft、draft-1；与代号合起来不重复。"""

    title: str = Field(alias="标题")
    """全称。"""

    status: str = Field(alias="状态")
    """在“日期”那一天：草案、尚未生效、现行有效、已修改、已废止、已失效、施行日期不详。"""

    page: str = Field(alias="页面")
    """页面文件，从 docs 文件夹算起。"""

    category: str | None = Field(alias="类别")
    """学习、管理、服务、法律法规。"""

    nature: str | None = Field(alias="性质")
    """如 示范文本·待本局审定。"""

    version_note: str | None = Field(alias="版本说明")
    """如 第二稿。"""

    document_number: str | None = Field(alias="文号")
    """发文字号。"""

    issuer: str | None = Field(alias="制定机关")
    """制定机关。"""

    owner: str | None = Field(alias="归口科室")
    """由哪个科室维护。"""

    adopted_on: date | None = Field(alias="通过日期")
    """通过日期。"""

    issued_on: date | None = Field(alias="公布日期")
    """公布日期。"""

    effective_on: date | None = Field(alias="施行日期")
    """施行日期。"""

    repealed_on: date | None = Field(alias="废止日期")
    """有效的最后一天。"""

    expires_on: date | None = Field(alias="失效日期")
    """有效期的最后一天。"""

    collected_on: date | None = Field(alias="文本采集至")
    """以后的修改没有收入。"""

    history: list[str] = Field(alias="沿革")
    """通过、公布和历次修改。"""

    basis: list[str] = Field(alias="依据")
    """上位规定。"""

    supersedes: str | None = Field(alias="代替")
    """代替哪一件。"""

    next_cleanup_on: date | None = Field(alias="下次清理")
    """下次清理日期。"""

    articles: list[ExportedArticle] = Field(alias="条文")
    """各条，按原文顺序；附件里的条排在后面。"""

    other_lines: list[str] = Field(alias="条外文字")
    """不属于任何一款一项的文字，一段一条，按原文顺序：编章节标题、题注、表格、附件、没有条的全文。"""


class ExportedRegulation(Exported):
    """A regulation with all its versions."""

    id: str = Field(alias="代号")
    """文件夹名，不变、不重复。"""

    title: str = Field(alias="标题")
    """最新一版的全称。"""

    current: str | None = Field(alias="现行版本")
    """在“日期”那一天现行有效的版本；没有的为 null。"""

    versions: list[ExportedVersion] = Field(alias="版本")
    """从旧到新，草案在后。"""


class Compilation(Exported):
    """The whole file."""

    format: str = Field(alias="格式")
    """格式的名称和版本，现为 regulations/1。"""

    day: date = Field(alias="日期")
    """状态按这一天推算。"""

    regulations: list[ExportedRegulation] = Field(alias="制度")
    """按代号排列。"""
