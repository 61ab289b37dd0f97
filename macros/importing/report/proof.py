"""The proof of an import: the handbook as it will be, and the report it prints."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from macros import paths
from macros.figures import State, figure
from macros.figures import plain_text as figure_text
from macros.handbook import Handbook, YearData
from macros.models.figure import FigureDefinition, FigureValue
from macros.models.front_matter import FrontMatter
from macros.models.record import build, build_mapping
from macros.models.year import YearState
from macros.page import Page
from macros.page_macros.html import escape
from macros.problems import Problem, ProblemsFound
from macros.rendering.plain import page_text
from macros.sources.calls import find_calls
from macros.sources.markdown_file import parse_markdown
from macros.sources.yaml_file import parse_yaml


def with_data(handbook: Handbook, year: int, texts: Mapping[str, str]) -> Handbook:
    """Return the handbook as it will be with the texts of changed data files.

    Raises:
        ProblemsFound: if a changed file would not be read.
    """
    if not texts:
        return handbook
    problems: list[Problem] = []

    def mapping(name: str, model: type, otherwise: Mapping) -> Mapping:
        if name not in texts:
            return otherwise
        document = parse_yaml(texts[name], name)
        if document.value is None:
            return {}
        records, found = build_mapping(model, document)
        problems.extend(found)
        return records

    folder = f"{paths.DATA}/{year}"
    data = handbook.years.get(year) or YearData(_state(texts, f"{folder}/year.yml"))
    values = mapping(f"{folder}/figures.yml", FigureValue, data.values)
    definitions = mapping(f"{paths.DATA}/figures.yml", FigureDefinition, handbook.definitions)
    if problems:
        raise ProblemsFound(problems)
    years = {**handbook.years, year: replace(data, values=values)}
    return replace(handbook, definitions=definitions, years=years)


def _state(texts: Mapping[str, str], name: str) -> YearState:
    state, problems = build(YearState, parse_yaml(texts[name], name))
    if state is None:
        raise ProblemsFound(problems)
    return state


def as_page(name: str, text: str) -> Page:
    """Return the planned page.

    Raises:
        ProblemsFound: if it would not be read.
    """
    file = parse_markdown(text, name)
    calls, problems = find_calls(file)
    meta, found = build(FrontMatter, file.front_matter)
    if problems or meta is None:
        raise ProblemsFound([*problems, *found])
    return Page(name.removeprefix(f"{paths.DOCS}/"), file, meta, calls)


def shown_text(handbook: Handbook, name: str, year: int) -> str | None:
    """Return how a figure reads with a gap left empty; None while sources disagree."""
    found = figure(handbook, name, year)
    if found.state is State.CONFLICT:
        return None
    if found.state is State.MISSING:
        return f"{found.approximation}{found.definition.unit}"
    return figure_text(found)


def first_difference(page: Page, shown: Sequence[str], source: str) -> int | None:
    """Return the index of the first line that would not read as in the source."""
    text = page_text(page, [escape(one) for one in shown])
    if text == source:
        return None
    lines, expected = text.split("\n"), source.split("\n")
    for index, (one, other) in enumerate(zip(lines, expected, strict=False)):
        if one != other:
            return index
    return min(len(lines), len(expected)) - 1
