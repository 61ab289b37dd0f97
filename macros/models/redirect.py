"""Addresses that were given up, and where they lead now."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from macros.models.record import Record, Text

NAME = r"[^\s#?/.\\:][^\s#?/\\:]*"
ADDRESS = rf"^({NAME}/)*{NAME}\.[a-z0-9]+(#[^\s#]+)?$"
"""A file of the site, relative to its top, with or without an anchor."""


class Redirect(Record):
    """One address that leads on to another."""

    TOPIC: ClassVar[str] = "redirect"

    old: str = Field(alias="旧地址", pattern=ADDRESS, examples=["handbook/old-name.html#第三条"])
    """原来的网址，从网站首页所在的文件夹写起；标题或条的地址在 # 后面。"""

    new: str = Field(alias="新地址", pattern=ADDRESS, examples=["handbook/new-name.html"])
    """现在到哪里去看，写法相同，必须是现有的页面。"""

    reason: Text = Field(alias="原因", examples=["页面改名"])
    """为什么换地址。"""

    moved_on: date = Field(alias="日期")
    """哪天换的。"""

    @property
    def old_page(self) -> str:
        """The old address without its anchor."""
        return self.old.partition("#")[0]

    @property
    def old_anchor(self) -> str:
        """The anchor of the old address; empty if it has none."""
        return self.old.partition("#")[2]
