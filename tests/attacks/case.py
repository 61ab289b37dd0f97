"""What an attack is: files written over the small project, and what must come of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from tests.conftest import SMALL_MKDOCS

Content = str | bytes | Path
"""Text, bytes as they are, or the target of a symbolic link."""

PAGE = "docs/case.md"
VALUES = "data/2023/figures.yml"
CONFIG = "mkdocs.yml"


@dataclass(frozen=True)
class Case:
    """One attack or accident."""

    id: str
    """As in the table of threats, with a letter where one threat has several cases."""

    threat: str
    files: Mapping[str, Content]
    expect: Literal["reject", "accept", "escape"] = "reject"
    at: str = ""
    """``file`` or ``file:line`` of the problem, as messages show it."""

    must_not: tuple[str, ...] = field(default=())
    """What the HTML of no page may hold."""

    must_show: tuple[str, ...] = field(default=())
    """What a reader must see on some page."""

    def __str__(self) -> str:
        return self.id


def value(id: str, threat: str, text: str, **more: object) -> Case:
    """Return a case whose number in the data is written as `text`, on line 2."""
    data = f"局党组会:\n  数值: {text}\n  来源: 局办公室会议登记簿\n"
    return Case(id, threat, {VALUES: data}, **{"at": f"{VALUES}:2", **more})


def data(id: str, threat: str, content: str | bytes, line: int | None = 2, **more: object) -> Case:
    """Return a case whose file of typed figures is `content`."""
    at = VALUES if line is None else f"{VALUES}:{line}"
    return Case(id, threat, {VALUES: content}, **{"at": at, **more})


def page(id: str, threat: str, body: str, line: int = 3, **more: object) -> Case:
    """Return a case whose page says `body` from line 3 on."""
    return whole_page(id, threat, f"# 学习情况\n\n{body}\n", line, **more)


def whole_page(
    id: str, threat: str, content: str | bytes, line: int | None = 3, **more: object
) -> Case:
    """Return a case whose page is `content`."""
    files = {PAGE: content, **more.pop("files", {})}
    at = PAGE if line is None else f"{PAGE}:{line}"
    return Case(id, threat, files, **{"at": at, **more})


def file(id: str, threat: str, name: str, content: Content = "内容\n", **more: object) -> Case:
    """Return a case of one more file that is at fault as a whole."""
    return Case(id, threat, {name: content, **more.pop("files", {})}, **{"at": name, **more})


def config(id: str, threat: str, old: str, new: str, **more: object) -> Case:
    """Return a case whose `mkdocs.yml` says `new` instead of `old`, at fault where they differ."""
    text = SMALL_MKDOCS.replace(old, new, 1)
    pairs = zip(SMALL_MKDOCS.split("\n"), text.split("\n"), strict=False)
    line = next(number for number, (one, other) in enumerate(pairs, 1) if one != other)
    at = f"{CONFIG}:{line}"
    return Case(id, threat, {CONFIG: text, **more.pop("files", {})}, **{"at": at, **more})
