"""`handbook import … --as report`: a plain-text report becomes a page and its figures data.

Everything is planned in memory, proved against the report, and only then written, all at once.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from macros import paths
from macros.handbook import Handbook, load_handbook
from macros.importing.files import PlannedFile, write_all
from macros.importing.report import page as pages
from macros.importing.report.decisions import Decider
from macros.importing.report.entries import Entries
from macros.importing.report.proof import as_page, first_difference, shown_text, with_data
from macros.importing.report.result import DoubtfulPlace, ReportImport, result_of
from macros.importing.report.source import Source, read_source
from macros.problems import Problem, ProblemsFound, Where
from macros.prose.places import Doubt, Place, read_places
from macros.prose.surroundings import surroundings
from macros.prose.text import wording_around
from macros.prose.vocabulary import vocabulary_of
from macros.rendering.plain import imported_title

PAGE_NAME = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")


def import_report(
    root: Path, source: Path, year: int, name: str | None = None, dry_run: bool = False
) -> ReportImport:
    """Bring a report in; return what was recognized, what is missing and what is doubtful.

    Args:
        root: the project folder.
        source: the report, plain text in UTF-8 or GB18030.
        year: the year it reports on.
        name: of the page, ASCII; by default that of the file.
        dry_run: plan and prove everything, write nothing.

    Raises:
        ProblemsFound: with file and line, if it cannot be done; then nothing has changed.
    """
    report = read_source(source, paths.shown(root, source))
    page_name = _page_name(root, source, year, name)
    plan = _Plan(load_handbook(root), report, year, page_name)
    files = plan.files()
    result = result_of(plan.decider, report, page_name, files, plan.doubtful)
    if dry_run:
        return replace(result, is_rehearsal=True)
    write_all(root, files)
    return result


def _page_name(root: Path, source: Path, year: int, name: str | None) -> str:
    if name is not None and not PAGE_NAME.fullmatch(name):
        hint = "只用小写字母、数字和连字符，如 report-2023。"
        raise ProblemsFound([Problem(Where(name), "page-name", f"页名“{name}”不能用", hint)])
    stem = source.stem if source.stem.isascii() else ""
    slug = "-".join(re.findall("[a-z0-9]+", stem.lower()))
    chosen = f"{paths.REPORTS}/{name or slug or f'report-{year}'}.md"
    if (root / chosen).exists():
        hint = "把报告文件改个名（如 report-2023-2.txt）再导入；原来的页面不要了，就先删去它。"
        raise ProblemsFound([Problem(Where(chosen), "page-exists", "这个页面已经有了", hint)])
    return chosen


class _Plan:
    """The import as it will be; rebuilt until every place reads as in the report."""

    def __init__(self, handbook: Handbook, source: Source, year: int, page_name: str) -> None:
        self.handbook = handbook
        self.source = source
        self.year = year
        self.page_name = page_name
        self.lines = source.lines
        self.title = pages.title_line(self.lines)
        self.found, self.doubts = self._read()
        self.doubtful: list[DoubtfulPlace] = []
        _refuse_unreadable(handbook, year)

    def _read(self) -> tuple[list[list[Place]], list[Doubt]]:
        vocabulary = vocabulary_of(self.handbook)
        headings = {index: line for index, line in enumerate(self.lines) if pages.opens_part(line)}
        read = list(read_places(self.lines, vocabulary, self.year, headings))
        doubts = [doubt for _, some in read for doubt in some]
        places = [some for some, _ in read]
        if self.title is not None:
            doubts += [_in_title(place) for place in places[self.title]]
            places[self.title] = []
        return places, doubts

    def files(self) -> list[PlannedFile]:
        """Return the files to write."""
        first = list(self.doubts)
        while True:
            self._decide()
            self.doubts = [*first, *self.decider.doubts]
            entries = self._entries()
            changed = entries.changed()
            after = with_data(self.handbook, self.year, {one.name: one.text() for one in changed})
            wrong = list(self._differing(after))
            if not wrong:
                break
            first += wrong
            self._leave(wrong)
        text = self._page(after)
        planned = [PlannedFile(one.name, one.encoded(), one.original) for one in changed]
        return [*planned, PlannedFile(self.page_name, text.encode(), None)]

    def _decide(self) -> None:
        around = {}
        for line, some in zip(self.lines, self.found, strict=True):
            around |= surroundings(line, some)
        paragraphs = {index: self.source.paragraph(index) for index in {p.line for p in around}}
        self.decider = Decider(self.handbook, self.year, around, paragraphs)
        self.decider.decide()
        self.decider.add_labels()

    def _entries(self) -> Entries:
        entries = Entries(self.handbook.root, self.year, self.source)
        data = self.handbook.years.get(self.year)
        title = imported_title(self.year) if self.title is None else pages.title_text(self.lines)
        entries.add(self.decider.decisions.values(), data.values if data else {}, title)
        if data and data.state.state == "已定稿" and entries.changed():
            fact = f"{self.year} 年已定稿，数据不再改动"
            hint = "确要改动，先把状态改回“编制中”，导入核对后再定稿。"
            raise ProblemsFound([Problem(data.state.where, "year-is-final", fact, hint)])
        return entries

    def _differing(self, after: Handbook) -> Iterable[Doubt]:
        """Yield the places that would not read as in the report, conflicts excepted."""
        for decision in self.decider.decisions.values():
            shown = shown_text(after, decision.name, self.year)
            for place in decision.places:
                if shown is not None and shown != self._typed(place):
                    reason = f"“{decision.name}”会写成“{shown}”，与原文不同"
                    yield Doubt(place.line, place.start, place.end, reason)

    def _typed(self, place: Place) -> str:
        return self.lines[place.line][place.start : place.end]

    def _leave(self, doubts: Iterable[Doubt]) -> None:
        spans = {(doubt.line, doubt.start) for doubt in doubts}
        self.found = [
            [place for place in some if (place.line, place.start) not in spans]
            for some in self.found
        ]

    def _page(self, after: Handbook) -> str:
        """Return the page, proved: it reads as the report, byte for byte."""
        names = {place: one.name for one in self.decider.decisions.values() for place in one.places}
        calls = {place: f'{{{{ 数("{name}", {self.year}) }}}}' for place, name in names.items()}
        levels = pages.heading_levels(self.lines, self.title, {place.line for place in names})
        self.doubtful = self._quoted(names)
        quotes = [doubt.quote for doubt in self.doubtful]
        composed = pages.compose(self.lines, levels, calls, self.year, quotes)
        try:
            page = as_page(self.page_name, composed.text)
        except ProblemsFound as error:
            moved = [self._in_source(problem, composed) for problem in error.problems]
            raise ProblemsFound(moved) from error
        ordered = sorted(names, key=lambda place: (place.line, place.start))
        shown = [
            shown_text(after, names[place], self.year) or self._typed(place) for place in ordered
        ]
        line = first_difference(page, shown, self.source.text)
        if line is not None or len(page.calls) != len(shown):
            fact = "这一行放进页面后读起来会与原文不同"
            hint = "把这一行里不常用的符号改成常用的标点，再导入。"
            raise ProblemsFound([Problem(self.source.where(line or 0), "not-the-same", fact, hint)])
        return composed.text

    def _quoted(self, names: Iterable[Place]) -> list[DoubtfulPlace]:
        """Return the doubts with the words around them, between the calls of the page."""
        spans: dict[int, list[tuple[int, int]]] = {}
        for place in names:
            spans.setdefault(place.line, []).append((place.start, place.end))
        found = []
        for one in sorted(self.doubts, key=lambda doubt: (doubt.line, doubt.start)):
            line, taken = self.lines[one.line], spans.get(one.line, [])
            quote = wording_around(line, one.start, one.end, taken)
            found.append(DoubtfulPlace(self.source.where(one.line), quote, one.reason))
        return found

    def _in_source(self, problem: Problem, composed: pages.Composed) -> Problem:
        """Return a problem of the planned page as one of the report."""
        where = self.source.where(composed.source_index(problem.where.line))
        return Problem(where, problem.code, problem.fact, problem.hint)


def _in_title(place: Place) -> Doubt:
    return Doubt(place.line, place.start, place.end, "标题里的数")


def _refuse_unreadable(handbook: Handbook, year: int) -> None:
    """Refuse to add to data that cannot be read: what is there would not be recognized."""
    names = {f"{paths.DATA}/{name}" for name in ("figures.yml", "terms.yml")}
    folder = f"{paths.DATA}/{year}/"
    problems = [
        found
        for found in handbook.problems
        if found.code not in ("empty-file", "missing-file")
        and (found.where.file in names or found.where.file.startswith(folder))
    ]
    if problems:
        raise ProblemsFound(problems)
