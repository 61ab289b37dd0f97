"""The report of 2023 as it was written, read as a report page: everything found, nothing else."""

from collections import Counter
from pathlib import Path

import pytest

from macros.checks import prose
from macros.checks.prose import (
    approximator,
    as_of,
    attachment,
    bare_number,
    blank_figure,
    blank_text,
    date_form,
    document_number,
    first_person,
    foreign_word,
    heading_order,
    length,
    mark_form,
    measure_word,
    number_form,
    numeral_style,
    ordinal_mark,
    ordinal_set,
    other_year,
    percentage,
    punctuation,
    repeated_text,
    short_title,
    title_comma,
    total,
    typed_figure,
    unwanted_word,
)
from tests.checks.support import page, problems

PROJECT = Path(__file__).parents[3]
REPORT = PROJECT.parent / "shared" / "seed" / "report-2023.txt"
"""The report is not part of the project."""

CHECKS = (
    approximator, as_of, attachment, bare_number, blank_figure, blank_text, date_form,
    document_number, first_person, foreign_word, heading_order, length, mark_form,
    measure_word, number_form, numeral_style, ordinal_mark, ordinal_set, other_year,
    percentage, punctuation, repeated_text, short_title, title_comma, total, typed_figure,
    unwanted_word,
)  # fmt: skip


@pytest.fixture
def report(handbook):
    if not REPORT.exists():
        pytest.skip("没有年度报告原文（../shared/seed/report-2023.txt），不测")
    text = REPORT.read_text("utf-8").replace("\n", "\n\n")
    terms = (PROJECT / "data" / "terms.yml").read_text("utf-8")
    return handbook({"docs/reports/a.md": page(text), "data/terms.yml": terms})


def test_everything_and_nothing_else(report):
    """
    8 blanks, 11 typed numbers, and the oddities of the report, each once.
    """
    found = Counter(one.code for check in CHECKS for one in problems(report, check))
    assert {
        "bare-number": 11,
        "blank-figure": 8,
        "punctuation": 4,
        "as-of": 5,
        "first-person": 2,
        "numeral-style": 1,
        "foreign-word": 1,
        "ordinal-set": 1,
        "short-title": 2,
        "unwanted-word": 2,
    } == found


def test_the_oddities_by_name(report):
    """
    What a reviewer would point at is quoted.
    """
    text = "".join(one.fact for check in CHECKS for one in problems(report, check))
    for quoted in ("有“二是”，前面没有“一是”", "四个方面14项", "至目前", "住建局", "作为一把手"):
        assert quoted in text


def test_every_check_of_prose_is_looked_at():
    """
    A new check of prose must say what it makes of the report.
    """
    folder = Path(prose.__file__).parent
    modules = {file.stem for file in folder.glob("*.py")}
    helpers = {"__init__", "patterns", "blanks", "doubt"}
    assert modules - helpers == {check.__name__.rsplit(".", 1)[-1] for check in CHECKS}
