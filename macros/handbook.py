"""All of `data/` and `docs/`, loaded once and immutable."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from macros import paths
from macros.figure_pages import FigurePage, figure_pages
from macros.models.book import Book
from macros.models.cadence import Cadence
from macros.models.data_files import unknown_files
from macros.models.edition import Edition, Erratum
from macros.models.exception import CheckException
from macros.models.figure import FigureDefinition, FigureValue
from macros.models.front_matter import FrontMatter, RegulationFrontMatter
from macros.models.ledger import Ledger, read_ledger
from macros.models.ledger_kinds import LEDGER_KINDS
from macros.models.organization import Organization
from macros.models.record import Model, build, build_list, build_mapping
from macros.models.rectifications import Rectifications
from macros.models.redirect import Redirect
from macros.models.responsibilities import Responsibilities
from macros.models.terms import Terms
from macros.models.work_points import WorkPoints
from macros.models.year import YearData, YearState
from macros.page import Page
from macros.problems import Problem, ProblemsFound, Where
from macros.sources.cache import NoCache, digest
from macros.sources.calls import Call, as_list, find_calls, from_list
from macros.sources.collection import no_collection
from macros.sources.csv_file import read_csv
from macros.sources.folder import entries, is_linked
from macros.sources.markdown_file import MarkdownFile, parse_markdown, read_markdown
from macros.sources.yaml_file import Document, read_yaml

VERSION_PATH = re.compile(r"regulations/(?P<id>[^/]+)/(?!compare)(?P<version>[^/]+)\.md")
"""A version of a regulation; pages named ``compare…`` set two versions side by side."""


CALLS = "calls"
"""Kind of piece: the macro calls of a text in which nothing is wrong."""


@dataclass(frozen=True, slots=True, eq=False)
class Handbook:
    """The whole handbook as its files state it; equal to none but itself."""

    root: Path
    organization: Organization | None = None
    definitions: Mapping[str, FigureDefinition] = field(default_factory=dict)
    years: Mapping[int, YearData] = field(default_factory=dict)
    cadences: tuple[Cadence, ...] = ()
    terms: Terms = field(default_factory=Terms)
    books: tuple[Book, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    exceptions: tuple[CheckException, ...] = ()
    """Findings that are not reported."""

    pages: Mapping[str, Page] = field(default_factory=dict)
    """By path relative to `docs/`, in order of path; those of figures are among them."""

    figure_paths: Mapping[str, str] = field(default_factory=dict)
    """Name of a figure → path of its page."""

    day: date = field(default_factory=date.today)
    """The day by which the status of regulations is judged."""

    cache: NoCache = field(default_factory=NoCache)
    """Where what takes long to make is found again."""

    problems: tuple[Problem, ...] = ()
    """What could not be loaded; the rest is here all the same."""


def load_handbook(
    root: Path, day: date | None = None, cache: NoCache | None = None
) -> Handbook:
    """Return the handbook of a project folder, with the problems met on the way.

    Args:
        day: the day by which status is judged; today if not given.
        cache: where pieces of earlier runs are; nowhere if not given.
    """
    cache = cache or NoCache()
    loader = _Loader(root, cache)
    definitions = loader.mapping("data/figures.yml", FigureDefinition)
    years = loader.years()
    ledgers = {year: data.ledgers for year, data in years.items()}
    made = tuple(figure_pages(definitions, ledgers, cache))
    return Handbook(
        root=root,
        organization=loader.record("data/organization.yml", Organization),
        definitions=definitions,
        years=years,
        cadences=loader.records("data/cadences.yml", Cadence),
        terms=loader.record("data/terms.yml", Terms) or Terms(),
        books=loader.records("data/books.yml", Book),
        exceptions=loader.records("data/exceptions.yml", CheckException),
        redirects=loader.records("data/redirects.yml", Redirect),
        pages=loader.pages(made),
        figure_paths={page.figure: page.path for page in made},
        day=day or date.today(),
        cache=cache,
        problems=(*loader.problems, *unknown_files(root)),
    )


def load_page(handbook: Handbook, path: str) -> Handbook | None:
    """Return a handbook with one of its pages read again; None if something is wrong with it."""
    loader = _Loader(handbook.root, handbook.cache)
    page = loader.page(handbook.root / paths.DOCS / path)
    return None if loader.problems else replace(handbook, pages={**handbook.pages, path: page})


class _Loader:
    """Reads one file after another and keeps what went wrong."""

    def __init__(self, root: Path, cache: NoCache) -> None:
        self.root, self.cache = root, cache
        self.problems: list[Problem] = []

    def record(self, name: str, model: type[Model]) -> Model | None:
        return self._built(name, lambda document: build(model, document), None)

    def records(self, name: str, model: type[Model]) -> tuple[Model, ...]:
        return self._built(name, lambda document: build_list(model, document), ())

    def mapping(self, name: str, model: type[Model]) -> dict[str, Model]:
        return self._built(name, lambda document: build_mapping(model, document), {})

    def _built(self, name: str, make: Callable[[Document], tuple], otherwise: object):
        path = self.root / name
        if not path.exists() or is_linked(self.root, path):
            return otherwise
        try:
            result, problems = make(read_yaml(path, name))
        except ProblemsFound as error:
            result, problems = otherwise, error.problems
        self.problems += problems
        return result

    def years(self) -> dict[int, YearData]:
        years = {}
        for folder in sorted(self.root.glob(f"{paths.DATA}/[0-9][0-9][0-9][0-9]")):
            state = self.record(f"data/{folder.name}/year.yml", YearState)
            year = self._year(folder, state)  # without a state too: its mistakes are told at once
            if state is None:
                self._missing_state(folder)
                continue
            if state.year != int(folder.name):
                fact = f"年份写的是“{state.year}”，文件夹是 {folder.name}"
                self._add(state.where, "year-year", fact, f"改成 年份: {folder.name}。")
            years[int(folder.name)] = year
        return years

    def _year(self, folder: Path, state: YearState | None) -> YearData:
        base = f"data/{folder.name}"
        return YearData(
            state=state,
            values=self.mapping(f"{base}/figures.yml", FigureValue),
            ledgers=self._ledgers(folder),
            work_points=self.record(f"{base}/work-points.yml", WorkPoints),
            responsibilities=self.record(f"{base}/responsibilities.yml", Responsibilities),
            rectifications=self.record(f"{base}/rectifications.yml", Rectifications),
            edition=self.record(f"{base}/{paths.EDITION}", Edition),
            errata=self.records(f"{base}/{paths.ERRATA}", Erratum),
        )

    def _missing_state(self, folder: Path) -> None:
        if not (folder / "year.yml").exists():
            name = f"data/{folder.name}/year.yml"
            hint = f"新建这个文件，写 年份: {folder.name}、状态: 编制中、截至: null。"
            self._add(Where(name), "missing-file", "没有这个文件", hint)

    def _ledgers(self, folder: Path) -> dict[str, Ledger]:
        ledgers = {}
        for kind in LEDGER_KINDS:
            path = folder / paths.LEDGERS / kind.file
            if not path.exists() or is_linked(self.root, path):
                continue
            try:
                with no_collection():
                    table = read_csv(path, paths.relative(self.root, path))
                    ledger, problems = read_ledger(kind, int(folder.name), table)
            except ProblemsFound as error:
                ledger, problems = None, error.problems
            self.problems += problems
            if ledger is not None:
                ledgers[kind.name] = ledger
        return ledgers

    def pages(self, made: Iterable[FigurePage]) -> dict[str, Page]:
        files = (entry.path for entry in entries(self.root, paths.DOCS) if entry.is_file)
        found = [self.page(path) for path in files if path.suffix == ".md" and path.is_file()]
        found += [self._made_page(page) for page in made]
        pages = {page.path: page for page in found if page}
        return dict(sorted(pages.items(), key=lambda page: page[0].split("/")))

    def page(self, path: Path) -> Page | None:
        name = paths.relative(self.root, path)
        return self._parsed(name, lambda: read_markdown(path, name))

    def _made_page(self, page: FigurePage) -> Page | None:
        name = f"{paths.DOCS}/{page.path}"
        if (self.root / name).exists():
            return None
        return self._parsed(name, lambda: page.text, page.figure)

    def _parsed(
        self, name: str, read: Callable[[], str], figure: str | None = None
    ) -> Page | None:
        try:
            text = read()
            known = self.cache.find(CALLS, [digest(text)])
            file = parse_markdown(text, name, known is not None)
        except ProblemsFound as error:
            self.problems += error.problems
            return None
        inside = name.removeprefix(f"{paths.DOCS}/")
        calls = self._calls(file) if known is None else (from_list(name, one) for one in known)
        meta = self._meta(file, inside)
        return Page(inside, file, meta, tuple(calls), figure) if meta else None

    def _calls(self, file: MarkdownFile) -> tuple[Call, ...]:
        calls, problems = find_calls(file)
        self.problems += problems
        if not problems:
            self.cache.keep(CALLS, [file.digest], list(map(as_list, calls)))
        return calls

    def _meta(self, file: MarkdownFile, inside: str) -> FrontMatter | None:
        is_rule = VERSION_PATH.fullmatch(inside)
        model = RegulationFrontMatter if is_rule else FrontMatter
        if file.front_matter is None:
            return model()
        meta, problems = build(model, file.front_matter)
        self.problems += problems
        return meta

    def _add(self, where: Where, code: str, fact: str, hint: str) -> None:
        self.problems.append(Problem(where, code, fact, hint))
