"""A made-up handbook of any size, for us and for the tools we are compared with.

The same words for all: pages of 40 short sections or articles, some 14 KB of Chinese each, with
tables, notes, footnotes, six figures and links, in ten parts. Every fifth page is a regulation.
"""

import csv
import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from macros.regulations.numbering import article_label
from tests.conftest import CACHES, MKDOCS, REPOSITORY

CHARACTERS = (
    "党员支部组织生活会议学习教育制度工作要点落实责任监督检查考核评价发展对象积极分子民主评议主题活动"
    "书记委员选举换届党费收缴管理办法规定例实施细则应当不得必须可以按照有关要求及时上报备案"
    "审批程序材料归档台账建设标准化规范流程年度季度月度安排部署推进开展专题研讨交流心得体会廉政风险防控"
)
FIGURES = [
    group + kind
    for group in ("党员", "支部", "活动", "经费", "培训")
    for kind in ("总数", "新增", "发展", "转入", "转出", "完成", "计划", "占比", "上年", "目标")
]
PARTS, SECTIONS = 10, 40
REGULATION_EVERY = 5
LEDGER_ROWS = 1000


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page before it is written for one tool; ``{figure:名称}`` stands for a figure."""

    part: str
    """Folder of two levels."""

    name: str
    title: str
    body: str
    regulation: str
    """Id of the regulation it is; empty for other pages."""


class Corpus:
    """The same pages for the same number, whoever reads them."""

    def __init__(
        self, count: int, every: int = REGULATION_EVERY, sections: int = SECTIONS
    ) -> None:
        self.random = random.Random(42)
        self.count, self.every, self.sections = count, every, sections
        self.pages = tuple(self._page(number) for number in range(count))

    def _page(self, number: int) -> MadePage:
        part = number * PARTS // self.count
        inside = number - -(-part * self.count // PARTS)
        size = max(1, round((self.count / PARTS) ** 0.5))
        is_regulation = number % self.every == 0
        sections = self._articles() if is_regulation else self._sections(number)
        body = "".join(f"{block}\n\n" for block in [self._sentence(), *sections])
        return MadePage(
            part=f"s{part:02d}/g{inside // size:02d}",
            name=f"p{number:04d}",
            title=regulation_title(number) if is_regulation else f"{self._words(8)}（{number}）",
            body=body,
            regulation=f"r{number:04d}" if is_regulation else "",
        )

    def _sections(self, number: int) -> Iterator[str]:
        for section in range(1, self.sections + 1):
            if section % 8 == 1:
                yield f"## {self._words(6)}{section}"
            figure = f"共{{figure:{self.random.choice(FIGURES)}}}。" if section % 8 == 3 else ""
            yield f"### {self._words(5)}{section}"
            yield self._sentence() + figure
            yield from self._extras(section)
        cited = number - number % self.every
        yield f"按照《{regulation_title(cited)}》{article_label(number % self.sections + 1)}办理。"

    def _articles(self) -> Iterator[str]:
        for number in range(1, self.sections + 1):
            if number % 8 == 1:
                yield f"## 第{article_label(number // 8 + 1)[1:-1]}章 {self._words(6)}"
            yield f"{article_label(number)} {self._sentence()}"
            if number % 3 == 0:
                yield self._sentence()

    def _extras(self, section: int) -> Iterator[str]:
        if section % 10 == 5:
            yield "\n".join(f"{item}. {self._sentence()}" for item in (1, 2, 3))
        if section % 16 == 7:
            yield f'!!! note "说明"\n\n    {self._sentence()}'
        if section % 20 == 9:
            rows = [f"| {self._words(8)} | {self._words(4)} |" for _ in range(6)]
            yield "\n".join(["| 事项 | 责任部门 |", "| --- | --- |", *rows])
        if section % 20 == 11:
            yield f"{self._sentence()}[^n{section}]"
            yield f"[^n{section}]: {self._sentence()}"

    def _sentence(self) -> str:
        count = self.random.randint(3, 6)
        return "，".join(self._words(self.random.randint(6, 18)) for _ in range(count)) + "。"

    def _words(self, count: int) -> str:
        return "".join(self.random.choice(CHARACTERS) for _ in range(count))


def regulation_title(number: int) -> str:
    """Return the title of a made-up regulation."""
    return f"机关事务第{number}号管理办法"


def write_handbook(corpus: Corpus, root: Path) -> None:
    """Write the pages as a project of ours, with figures and a ledger."""
    for name in ("macros", "overrides"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=CACHES)
    for page in corpus.pages:
        path = f"docs/{page.part}/{page.name}.md"
        front = ""
        if page.regulation:
            path = f"docs/regulations/{page.regulation}/2020-01-01.md"
            front = f"---\ntitle: {page.title}\n类别: 管理\n施行日期: 2020-01-01\n---\n\n"
        body = re.sub(r"\{figure:(.+?)\}", r'{{ 数("\1", 2023) }}', page.body)
        _write(root / path, f"{front}# {page.title}\n\n{body}")
    _write(root / "docs/index.md", "# 首页\n\n{{ 数(\"局党组会\", 2023) }}\n")
    _write(root / "docs/regulations/index.md", "# 制度一览\n\n{{ 制度一览() }}\n")
    nav = "nav:\n  - index.md\n"
    groups = sorted({page.part for page in corpus.pages if not page.regulation})
    for part, inside in groupby(groups, lambda group: group.partition("/")[0]):
        nav += f"  - 第{part[1:]}编:\n"
        nav += "".join(f"    - 第{group[5:]}组: {group}/\n" for group in inside)
    nav += "  - 制度: regulations/\n"
    _write(root / "mkdocs.yml", MKDOCS.partition("nav:\n  - ")[0] + nav)
    _write_data(root / "data")


def _write_data(data: Path) -> None:
    numbers = random.Random(7)
    counted = "  计算:\n    台账: 会议\n    条件:\n      类别: 局党组会\n"
    definitions = "".join(f"{name}:\n  单位: 项\n  口径: 当年数。\n" for name in FIGURES)
    _write(data / "figures.yml", f"{definitions}局党组会:\n  单位: 次\n  口径: 当年数。\n{counted}")
    values = (f"{name}:\n  数值: {numbers.randint(1, 9999)}\n  来源: 台账\n" for name in FIGURES)
    _write(data / "2023/figures.yml", "".join(values))
    _write(data / "2023/year.yml", "年份: 2023\n状态: 编制中\n截至: 2023-12-31\n")
    _write(data / "organization.yml", "名称: null\n")
    ledger = data / "2023/ledgers/meetings.csv"
    ledger.parent.mkdir(parents=True)
    with ledger.open("w", encoding="utf-8-sig", newline="") as table:
        writer = csv.writer(table)
        writer.writerow(["编号", "日期", "类别", "议题", "主持", "应到", "实到", "记录号"])
        for row in range(LEDGER_ROWS):
            day = f"2023-{row % 12 + 1:02d}-{row % 28 + 1:02d}"
            kind = ("局党组会", "局务会")[row % 2]
            number = f"2023-{row:06d}"
            writer.writerow([number, day, kind, "研究事项", "主持人", 12, 11, f"记{row}"])


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
