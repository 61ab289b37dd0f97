"""The examples in the docstrings of the checks, as projects.

An example is an indented block behind 不通过： or 通过：. A line `文件：` begins a file, a line
`链接 → 目标` is a link, ×500 repeats a line; text before the first is a paragraph of the report
of 2023. Settings in `mkdocs.yml：` stand in place of those of the same name.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from types import ModuleType

from macros.checks import CHECKS
from tests.conftest import SMALL_MKDOCS

BLOCK = re.compile(r"^(不通过|通过)：\n\n((?:    .*\n|\n)+)", re.MULTILINE)
FILE = re.compile(r"(?P<name>[^\s：]+(?: [^\s：]+)*\.[a-z]+)：")
REPEATED = re.compile(r"(?P<text>.+) ×(?P<times>[0-9]+)")
LINK = re.compile(r"(?P<name>\S+) → (?P<target>\S+)")
REPORT = "docs/reports/2023.md"
HEAD = "---\n年份: 2023\n类型: 报告\n---\n\n# 标题\n\n"

BASE = {
    "data/organization.yml": "名称: null\n",
    "data/figures.yml": (
        "局党组会:\n  单位: 次\n  口径: 当年召开的局党组会，按次计。\n"
        "  计算:\n    台账: 会议\n    条件:\n      类别: 局党组会\n"
        "集体约谈:\n  单位: 次\n  口径: 当年召开的集体约谈，按次计。\n"
    ),
    "data/terms.yml": (
        "计量单位: [次, 场次, 人次, 人, 份, 篇, 项, 个, 件, 个方面]\n"
        "固定词语: [三会一课, 三重一大]\n外单位词: [住建局]\n"
    ),
    "data/2023/year.yml": "年份: 2023\n状态: 编制中\n截至: 2023-12-31\n",
    "data/2023/figures.yml": (
        "局党组会:\n  数值: 30\n  来源: 会议登记簿\n集体约谈:\n  数值: 4\n  来源: 约谈登记簿\n"
    ),
    "docs/index.md": "# 首页\n\n正文。\n",
}
"""A project in which nothing is missing and nothing is wrong."""


@dataclass(frozen=True)
class Example:
    """One example of one check."""

    module: ModuleType
    passes: bool
    text: str

    def __str__(self) -> str:
        return f"{self.module.CODE}-{'通过' if self.passes else '不通过'}"

    def write(self, root: Path) -> None:
        """Write a project that holds the example."""
        for name, content in _files(self.text).items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, Path):
                path.symlink_to(content)
            else:
                path.write_text(content, encoding="utf-8")


def examples() -> list[Example]:
    """Return every example of every check."""
    return [
        Example(module, label == "通过", dedent(block).strip("\n"))
        for module in CHECKS
        for label, block in BLOCK.findall(module.__doc__)
    ]


def _files(text: str) -> dict[str, str | Path]:
    parts = _parts(text)
    base = {"mkdocs.yml": SMALL_MKDOCS, **BASE}
    if "data/figures.yml" in parts:  # other definitions leave no use for the values of the base
        base.pop("data/2023/figures.yml")
    elif "data/2023/figures.yml" in parts:
        names = re.findall(r"^(\S+):$", parts["data/2023/figures.yml"], re.MULTILINE)
        parts["data/2023/figures.yml"] += _other_values(names)
    if "mkdocs.yml" in parts:
        parts["mkdocs.yml"] = _merged(SMALL_MKDOCS, parts["mkdocs.yml"])
    return base | parts


def _other_values(names: list[str]) -> str:
    entries = re.findall(r"^\S+:\n(?:  .*\n)+", BASE["data/2023/figures.yml"], re.MULTILINE)
    return "".join(entry for entry in entries if entry.split(":")[0] not in names)


def _merged(settings: str, new: str) -> str:
    for key in re.findall(r"^(\w+):", new, re.MULTILINE):
        settings = re.sub(rf"^{key}:.*\n(?:[ #].*\n|\n)*", "", settings, flags=re.MULTILINE)
    return settings + new


def _parts(text: str) -> dict[str, str | Path]:
    parts: dict[str, str | Path] = {}
    name, lines = REPORT, []
    for line in [*text.split("\n"), None]:
        begins = line is None or FILE.fullmatch(line) or LINK.fullmatch(line)
        if begins and lines:
            head = HEAD if name == REPORT and lines[0] != "---" else ""
            parts[name] = head + "\n".join(lines) + "\n"
        if line is None:
            return parts
        if begins:
            name, lines = begins["name"], []
            if "target" in begins.groupdict():
                parts[name] = Path(begins["target"])
        else:
            repeated = REPEATED.fullmatch(line)
            lines.append(repeated["text"] * int(repeated["times"]) if repeated else line)
    return parts
