"""Every attack and accident of the table gets its required outcome, and never a traceback."""

import re
import time
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from macros.checks.run import run_checks
from macros.handbook import load_handbook
from macros.problems import Problem
from macros.rendering.document import to_html
from macros.rendering.site import render_site
from tests.attacks import (
    hidden_cases,
    html_cases,
    site_cases,
    template_cases,
    text_cases,
    yaml_cases,
)
from tests.attacks.case import Case

CASES = (
    *yaml_cases.CASES,
    *text_cases.CASES,
    *template_cases.CASES,
    *html_cases.CASES,
    *site_cases.CASES,
    *hidden_cases.CASES,
)
MOST_SECONDS = 2


def errors(root: Path) -> list[Problem]:
    """Return what makes `handbook check` fail."""
    problems = run_checks(load_handbook(root))
    return [found for found in problems if found.severity.is_error(release=False)]


def published(root: Path) -> str:
    """Return the HTML of all pages."""
    pages = render_site(load_handbook(root)).pages.values()
    return "\n".join(to_html(page.text) for page in pages)


@pytest.fixture
def attacked(project: Callable[..., Path]) -> Callable[[Case], Path]:
    """Return a function that writes the small project with the files of a case over it."""

    def write(case: Case) -> Path:
        links = {name: to for name, to in case.files.items() if isinstance(to, Path)}
        root = project({**case.files, **dict.fromkeys(links)})
        for name, target in links.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).symlink_to(target)
        return root

    return write


def test_small_project_is_good(project):
    """What the cases are written over has no error of its own."""
    assert [] == errors(project())


def test_every_threat_has_a_case():
    """Ids are unique and cover the table: Y 01–88, X 01–06, J 01–27, S 01–19, H 01–20, N 01–38."""
    ids = [case.id for case in CASES]
    last = {"Y": 14, "X": 6, "J": 27, "S": 19, "H": 20, "N": 38}
    wanted = {f"{group}{number:02}" for group, end in last.items() for number in range(1, end + 1)}
    for start, end in ((20, 44), (50, 56), (60, 88)):
        wanted |= {f"Y{number}" for number in range(start, end + 1)}

    assert len(set(ids)) == len(ids)
    assert set() == wanted - {re.match(r"[A-Z]\d+", id)[0] for id in ids}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_attack(case, attacked):
    """Bad input is refused at its line, good input is not, and text stays text."""
    root = attacked(case)
    start = time.process_time()
    found = errors(root)

    assert time.process_time() - start < MOST_SECONDS
    assert all(problem.fact and problem.hint for problem in found)
    if case.expect == "accept":
        assert [] == [str(problem.where) for problem in found]
    if case.expect == "reject":
        assert case.at in _places(case, found)
    html = published(root)
    for text in case.must_not:
        assert text not in html
    for text in case.must_show:
        assert text in unescape(re.sub("<[^>]+>", "", html))


def _places(case: Case, found: list[Problem]) -> set[str]:
    """Return where the problems are, without lines if the case names none."""
    if re.search(r":\d+(?:（.+列）)?$", case.at):
        return {str(problem.where) for problem in found}
    return {problem.where.file for problem in found}
