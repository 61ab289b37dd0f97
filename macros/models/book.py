"""The printed books and the pages they hold."""

from typing import ClassVar, Literal

from pydantic import Field

from macros.models.record import Many, Record, Text


class Book(Record):
    """One printed book."""

    TOPIC: ClassVar[str] = "book"

    id: str = Field(alias="代号", pattern="^[a-z][a-z0-9-]*$", examples=["party-handbook"])
    """英文小写代号，也是 PDF 的文件名。"""

    title: Text = Field(alias="标题")
    """书名。"""

    profile: Literal["公文", "书", "表单"] = Field(alias="版式")
    """公文按 GB/T 9704 排；书有封面、目录和页眉；表单供手填，没有页码和水印。"""

    depth: int = Field(default=2, alias="目录级数", ge=1, le=3)
    """目录列到几级标题，只管版式是“书”的；不写就是 2。"""

    lists_articles: bool = Field(default=False, alias="目录列条")
    """写 true，目录就列到制度的每一条；不写只列章节。PDF 书签总是列到条。"""

    pages: Many[Text] = Field(alias="页面")
    """按印刷顺序列出 docs 下的页面。"""
