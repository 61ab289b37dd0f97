"""Findings that people have looked into and let stand, one place each."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from macros.models.record import OptionalText, Record, Text

Quote = Annotated[str, Field(min_length=2, max_length=200)]


class ExceptionPlace(Record):
    """Where a finding is: a file, and words its message quotes; no line, for lines move."""

    TOPIC: ClassVar[str] = "exception-place"

    file: Text = Field(alias="文件", examples=["docs/reports/2023.md"])
    """提示开头的文件名，照抄。"""

    quote: Quote = Field(alias="原文", examples=["驻住建局"])
    """提示里引用的原文，照抄两个字以上；不写行号，行号会变。"""


class CheckException(Record):
    """One finding that is not to be reported."""

    TOPIC: ClassVar[str] = "exception"

    check: Text = Field(alias="检查", examples=["foreign-word"])
    """提示末尾方括号里的代号。"""

    position: ExceptionPlace = Field(alias="位置")
    """哪个文件、哪几个字。"""

    reason: Text = Field(alias="原因", examples=["综合派驻，一个组监督几个局"])
    """为什么不改。"""

    decided_on: date = Field(alias="日期", examples=["2024-01-10"])
    """哪天定的。"""

    approved_by: OptionalText = Field(default=None, alias="批准人")
    """谁同意的；不知道写 null。"""
