"""An evidence pack: what it is about, the facts on its cover, and its tables."""

import difflib
import hashlib
import re
from dataclasses import dataclass

from macros.exporting.contents import Scope
from macros.exporting.evidence.figure import figure_facts, figure_tables
from macros.exporting.evidence.regulation import regulation_facts, regulation_tables
from macros.exporting.evidence.year import year_tables
from macros.exporting.files import origin
from macros.exporting.table import Table
from macros.exporting.workbook import workbook
from macros.figures import figure
from macros.models.ledger_kinds import LEDGER_KINDS
from macros.problems import Problem, ProblemsFound, Where
from macros.regulations.register import Regulation, regulations

UNSAFE = re.compile(r'[\\/:*?"<>|\s]+')
"""What a file name may not hold on Windows."""

WHOLE_YEAR = "全年"


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything of a pack but its form."""

    scope: Scope
    subject: str
    """What it is about: a figure, the title of a regulation, or the whole year."""

    facts: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]

    @property
    def title(self) -> str:
        """Title of cover and files."""
        return f"佐证材料：{self.subject}（{self.scope.year}年）"

    @property
    def file(self) -> str:
        """Name of its files, without ending."""
        about = UNSAFE.sub("-", self.subject)
        mark = "-内部" if self.scope.is_restricted else ""
        return f"佐证材料-{about}-{self.scope.year}{mark}"

    def as_workbook(self) -> bytes:
        """Return the pack as an Excel workbook."""
        day, is_restricted = self.scope.handbook.day, self.scope.is_restricted
        return workbook(self.title, self.facts, self.tables, day, is_restricted)


def make_pack(scope: Scope, name: str | None, commit: str) -> Pack:
    """Return the evidence for a figure, for a regulation (by id or title), or for the year.

    Args:
        scope: the year, and whether restricted columns are shown.
        name: None for the whole year.
        commit: what the data were taken from, as it is to be printed.

    Raises:
        ProblemsFound: if nothing has that name.
    """
    subject, about, tables = _contents(scope, name)
    facts = [*about, *origin(scope, commit)]
    digest = hashlib.sha256(repr((subject, facts, tables)).encode()).hexdigest()[:12]
    return Pack(scope, subject, (*facts, ("内容校验码", digest)), tables)


def _contents(
    scope: Scope, name: str | None
) -> tuple[str, list[tuple[str, str]], tuple[Table, ...]]:
    if name is None:
        absent = [one.name for one in LEDGER_KINDS if one.name not in scope.data.ledgers]
        facts = [("范围", "全部指标和台账"), ("尚未建立的台账", "、".join(absent) or "没有")]
        return WHOLE_YEAR, facts, tuple(year_tables(scope))
    if name in scope.handbook.definitions:
        shown = figure(scope.handbook, name, scope.year)
        return name, figure_facts(shown), tuple(figure_tables(scope, shown))
    regulation = _regulation(scope, name)
    title = regulation.title
    return title, regulation_facts(scope, regulation), tuple(regulation_tables(scope, regulation))


def _regulation(scope: Scope, name: str) -> Regulation:
    known = regulations(scope.handbook)
    wanted = name.strip("《》").removeprefix("regulations/")
    for regulation in known.values():
        if wanted in (regulation.id, *(version.title for version in regulation.versions)):
            return regulation
    titles = [one.title for one in known.values()]
    close = difflib.get_close_matches(wanted, [*scope.handbook.definitions, *known, *titles], n=1)
    guess = f"是不是想写“{close[0]}”？" if close else ""
    hint = f"{guess}写指标的名称（data/figures.yml）、制度的代号或标题；不写就是全年。"
    where = Where("data/figures.yml")
    raise ProblemsFound([Problem(where, "evidence-name", f"没有叫“{name}”的指标或制度", hint)])
