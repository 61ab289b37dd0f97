"""Front matter of pages and regulations."""

from typing import ClassVar, Literal

from pydantic import Field

from macros.models.record import Many, OneLine, OptionalDate, OptionalText, Record, Text

PageKind = Literal["报告", "要点", "手册", "制度", "台账", "数据", "说明"]


class FrontMatter(Record):
    """What a page says about itself."""

    TOPIC: ClassVar[str] = "page"

    title: OneLine | None = Field(default=None, alias="title")
    """导航里的标题；不写就用页面的一级标题。"""

    year: int | None = Field(default=None, alias="年份", ge=1949, le=2100)
    """页面讲的是哪一年；正文里别的年份会提醒核对。"""

    kind: PageKind | None = Field(default=None, alias="类型")
    """页面类型；报告里计量单位前的数必须来自数据。"""

    owner: OptionalText = Field(default=None, alias="归口科室")
    """由哪个科室维护。"""

    next_review_on: OptionalDate = Field(default=None, alias="下次复核")
    """最迟哪天复核。"""

    doubts: Many[Text] = Field(default=(), alias="存疑")
    """导入时拿不准、原样留下的文字；定稿前逐条处理后删去。"""


class RegulationFrontMatter(FrontMatter):
    """What a version of a regulation says about itself; status is derived from the dates."""

    TOPIC: ClassVar[str] = "regulation"

    category: Literal["学习", "管理", "服务", "法律法规"] | None = Field(default=None, alias="类别")
    """归入哪一类。"""

    nature: OptionalText = Field(default=None, alias="性质")
    """如 示范文本·待本局审定。"""

    version_note: OptionalText = Field(default=None, alias="版本说明")
    """如 第二稿。"""

    document_number: OptionalText = Field(default=None, alias="文号")
    """发文字号。"""

    issuer: OptionalText = Field(default=None, alias="制定机关")
    """制定机关。"""

    adopted_on: OptionalDate = Field(default=None, alias="通过日期")
    """通过日期。"""

    issued_on: OptionalDate = Field(default=None, alias="公布日期")
    """公布日期。"""

    effective_on: OptionalDate = Field(default=None, alias="施行日期")
    """施行日期；没有就是草案。"""

    repealed_on: OptionalDate = Field(default=None, alias="废止日期")
    """有效的最后一天，次日起为已废止。"""

    expires_on: OptionalDate = Field(default=None, alias="失效日期")
    """有效期的最后一天，次日起为已失效；没有有效期就不写。"""

    collected_on: OptionalDate = Field(default=None, alias="文本采集至")
    """导入的法规：文本采集到哪一天，以后的修改没有收入。"""

    history: Many[Text] = Field(default=(), alias="沿革")
    """通过、公布和历次修改，照原文题注。"""

    basis: Many[Text] = Field(default=(), alias="依据")
    """依据的上位规定。"""

    supersedes: OptionalText = Field(default=None, alias="代替")
    """代替哪一件。"""

    next_cleanup_on: OptionalDate = Field(default=None, alias="下次清理")
    """下次清理日期。"""
