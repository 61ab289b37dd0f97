"""What an import tells the person who started it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from macros.importing.files import PlannedFile
from macros.importing.report.decisions import Decider, Decision, Number
from macros.importing.report.source import Source
from macros.problems import Problem, Severity, Where


@dataclass(frozen=True, slots=True)
class ImportedFigure:
    """A figure of the report."""

    name: str
    unit: str
    value: Number | None
    """None for a gap."""

    where: Where
    """Its first place in the report."""

    is_new: bool
    """Whether the import has defined it."""

    is_filled: bool
    """Whether it fills a gap that the data had."""

    others: tuple[Number, ...]
    """Different numbers in the report or on file: a conflict to be settled by people."""


@dataclass(frozen=True, slots=True)
class DoubtfulPlace:
    """A place left as typed and listed under 存疑."""

    where: Where
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReportImport:
    """The outcome of an import, or of its rehearsal."""

    page: str
    """The page, relative to the project folder."""

    source: str
    figures: tuple[ImportedFigure, ...]
    doubts: tuple[DoubtfulPlace, ...]
    files: tuple[PlannedFile, ...] = field(repr=False)
    is_rehearsal: bool = False
    """Whether nothing was written."""

    @property
    def known(self) -> tuple[ImportedFigure, ...]:
        """Figures the data already defined."""
        return tuple(one for one in self.figures if not one.is_new)

    @property
    def new(self) -> tuple[ImportedFigure, ...]:
        """Figures defined by this import; what they count is to be confirmed."""
        return tuple(one for one in self.figures if one.is_new)

    @property
    def gaps(self) -> tuple[ImportedFigure, ...]:
        """Figures for which the report has a blank and the data no value."""
        return tuple(one for one in self.figures if one.value is None and not one.others)

    @property
    def conflicts(self) -> tuple[ImportedFigure, ...]:
        """Figures for which different numbers are given."""
        return tuple(one for one in self.figures if one.others)

    def summary(self) -> Iterator[str]:
        """Yield the lines to be printed."""
        given = len(self.figures) - len(self.gaps)
        done = "试导入，没有写文件：" if self.is_rehearsal else "已导入 "
        yield f"{done}{self.source} → {self.page}"
        origin = f"已有定义 {len(self.known)} 个，新定义 {len(self.new)} 个"
        content = f"有数 {given} 个，空缺 {len(self.gaps)} 个"
        yield f"认出 {len(self.figures)} 个数：{origin}；{content}。"
        yield from _listed("新定义（口径须由本单位确认）", map(_short, self.new))
        yield from _listed("空缺（页面显示【待填】）", map(_short, self.gaps))
        filled = [one for one in self.figures if one.is_filled]
        yield from _listed("补上了数据里的空缺", map(_short, filled))
        yield from _listed("冲突（两个数都留着，请核定）", map(_conflict, self.conflicts))
        doubts = (f"{one.where}: “{one.quote}” {one.reason}" for one in self.doubts)
        yield from _listed("拿不准，原样留在页面上", doubts)

    def problems(self) -> Iterator[Problem]:
        """Yield conflicts and doubtful places as reminders, for other formats of output."""
        for one in self.conflicts:
            hint = "核对原件，在 data 里删去错的一个数。"
            yield Problem(one.where, "import-conflict", _conflict(one), hint, Severity.WARNING)
        for doubt in self.doubts:
            fact = f"“{doubt.quote}”：{doubt.reason}"
            hint = "对照原件处理后，在页首“存疑”里删去这一行。"
            yield Problem(doubt.where, "import-doubt", fact, hint, Severity.WARNING)


def _listed(title: str, items: Iterable[str]) -> Iterator[str]:
    held = list(items)
    if held:
        yield f"{title} {len(held)} 处："
        yield from (f"  {item}" for item in held)


def _short(one: ImportedFigure) -> str:
    value = "" if one.value is None else f" {one.value}{one.unit}"
    return f"{one.where}: {one.name}{value}"


def _conflict(one: ImportedFigure) -> str:
    others = "、".join(f"{other}{one.unit}" for other in one.others)
    first = "不适用" if one.value is None else f"{one.value}{one.unit}"
    return f"{one.where}: {one.name} 一处是 {first}，另一处是 {others}"


def result_of(
    decider: Decider,
    source: Source,
    page: str,
    files: Iterable[PlannedFile],
    doubts: Iterable[DoubtfulPlace],
) -> ReportImport:
    """Return the outcome, figures in the order of the report."""
    figures = [_figure(one, decider, source) for one in decider.decisions.values()]
    figures.sort(key=lambda one: one.where)
    return ReportImport(page, source.name, tuple(figures), tuple(doubts), tuple(files))


def _figure(decision: Decision, decider: Decider, source: Source) -> ImportedFigure:
    data = decider.handbook.years.get(decider.year)
    entry = data.values.get(decision.name) if data else None
    is_filled = entry is not None and not decision.is_on_file and decision.value is not None
    reported = (value for value, _ in decision.others)
    others = tuple(dict.fromkeys([*decision.disputed, *reported]))
    where = source.where(decision.places[0].line)
    return ImportedFigure(
        decision.name, decision.unit, decision.value, where, decision.is_new, is_filled, others
    )
