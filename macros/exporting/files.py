"""The files of an export by name, still in memory: a fault leaves what was there untouched."""

from collections import Counter
from collections.abc import Iterator, Mapping

from macros.exporting.contents import Scope, blank_ledgers, tables
from macros.exporting.csv_tables import csv_tables
from macros.exporting.json_data import as_json
from macros.exporting.workbook import workbook
from macros.figures import State, figures_of_year
from macros.formatting import MISSING, chinese_date
from macros.models.ledger_kinds import LEDGER_KINDS

WORKBOOK = "手册数据.xlsx"
BLANK = "空白台账.xlsx"
JSON = "handbook.json"

Facts = list[tuple[str, str]]


def data_files(scope: Scope, commit: str) -> Mapping[str, bytes]:
    """Return the workbook of a year, the blank ledgers, and the JSON and CSV files of all years.

    Args:
        scope: the year of the workbook, and whether restricted columns go into it and the JSON.
        commit: what the data were taken from, as it is to be printed; empty without git.
    """
    handbook = scope.handbook
    title = f"{scope.year}年手册数据"
    facts = [*origin(scope, commit), *_counts(scope), *USE]
    return {
        WORKBOOK: workbook(title, facts, tables(scope), handbook.day, scope.is_restricted),
        BLANK: workbook("空白台账", BLANK_USE, blank_ledgers(), handbook.day),
        JSON: as_json(handbook, commit, scope.is_restricted),
        **csv_tables(handbook),
    }


def origin(scope: Scope, commit: str) -> Facts:
    """Return whose data these are, of which year, up to which day and from which commit."""
    organization = scope.handbook.organization
    return [
        ("单位", (organization and organization.name) or MISSING),
        ("年度", f"{scope.year}年（{scope.data.state.state}）"),
        ("统计截至", chinese_date(scope.data.state.as_of)),
        ("导出依据", f"{chinese_date(scope.handbook.day)}的数据，提交 {commit or '—'}"),
    ]


def _counts(scope: Scope) -> Iterator[tuple[str, str]]:
    states = Counter(shown.state for shown in figures_of_year(scope.handbook, scope.year))
    told = "，".join(f"{state.value} {states[state]} 个" for state in State if states[state])
    yield "指标", told or "没有指标"
    absent = [kind.name for kind in LEDGER_KINDS if kind.name not in scope.data.ledgers]
    yield "尚未建立的台账", "、".join(absent) or "没有"


USE: Facts = [
    ("怎么看", "标黄的【待填】是还没有人填的；“出处”是填写的文件和行。"),
    (
        "怎么改台账",
        "在台账的表里改、在下面接着写，“校验”一列不要动；存盘后运行 "
        f"handbook import {WORKBOOK} --as ledger --year 年份。",
    ),
    ("改不了的", "删去的行不会从台账里删去；别的表要在 data/ 里改，这里改了不导入。"),
]
BLANK_USE: Facts = [
    ("怎么填", "一本台账一张表，一件事一行；光标放在列名上看怎么填；几样都是就用顿号隔开。"),
    ("编号", "写年份加序号，如 2023-001；不写就由程序接着编。"),
    ("怎么交", f"存盘后运行 handbook import {BLANK} --as ledger --year 年份。"),
    ("注意", "注明“内部，不公开”的列只写在那一列里，网站和印本都不会出现。"),
]
