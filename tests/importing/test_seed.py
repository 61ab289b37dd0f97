"""The real report that the handbook was made for: what the import must find in it."""

import shutil
from pathlib import Path

import pytest
import yaml

from tests.conftest import REPOSITORY

SEED = REPOSITORY.parent / "shared" / "seed"
needs_seed = pytest.mark.skipif(
    not SEED.exists(), reason="the real report lies in ../shared/seed, which is not here"
)


@pytest.fixture
def report() -> str:
    return (SEED / "report-2023.txt").read_text("utf-8")


@pytest.fixture
def expected() -> list[dict]:
    return yaml.safe_load((SEED / "figures.yml").read_text("utf-8"))["figures"]


@pytest.fixture
def real_project(tmp_path: Path) -> Path:
    for name in ("data", "docs"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    return tmp_path


def surface(figure: dict) -> str:
    """Return how the report writes a figure of the fixture: 余 counts with the number."""
    unit = "份" if figure["unit"] == "份" else figure["unit"]
    return f"{figure['surface']}{'余' if figure['approx'] else ''}{unit}"


@needs_seed
class TestRealProject:
    """Into our own project, whose data define all figures of the report."""

    def test_every_figure_is_recognized(self, real_project, bring_in, report, expected):
        """Exactly the 19 figures, none new, none doubtful, none in conflict."""
        imported = bring_in(real_project, report)

        assert len(expected) == len(imported.result.figures) == 19
        assert () == imported.result.new
        assert () == imported.result.conflicts
        assert () == imported.result.doubts

    def test_places_are_those_of_the_fixture(self, real_project, bring_in, report, expected):
        """Every call stands where the fixture has the number, and shows what the report says."""
        imported = bring_in(real_project, report)

        assert [surface(figure) for figure in expected] == list(imported.surfaces())

    def test_gaps(self, real_project, bring_in, report):
        """Eight gaps, each shown as 【待填】 on the page."""
        imported = bring_in(real_project, report)

        assert 8 == len(imported.result.gaps)
        text = imported.text_with_gaps()
        assert 8 == text.count("【待填】")

    def test_round_trip(self, real_project, bring_in, report):
        """With gaps left empty the page reads as the report, byte for byte."""
        assert report == bring_in(real_project, report).text

    def test_data_stay_as_they_are(self, real_project, bring_in, report):
        """All values agree with those on file: only the page is written."""
        imported = bring_in(real_project, report)

        assert [imported.result.page] == [file.name for file in imported.result.files]

    def test_conflict_with_the_data(self, real_project, bring_in, report):
        """Another number for 局党组会 is recorded beside the one on file; neither wins."""
        imported = bring_in(real_project, report.replace("局党组会30次", "局党组会31次"))

        conflict = imported.result.conflicts
        assert [("局党组会", 30, (31,))] == [(one.name, one.value, one.others) for one in conflict]
        values = (real_project / "data/2023/figures.yml").read_text("utf-8")
        assert "  另报:\n    - 数值: 31\n      来源: 导入自 report-2023.txt 第三段\n" in values
        assert "【冲突：填报30次" in imported.text


@needs_seed
class TestEmptyProject:
    """Into a project that defines nothing yet."""

    def test_every_figure_is_found(self, empty, bring_in, report, expected):
        """The same 19 figures at the same places, 11 with a value, 8 blank."""
        imported = bring_in(empty, report)

        assert [surface(figure) for figure in expected] == list(imported.surfaces())
        assert 19 == len(imported.result.new)
        assert 8 == len(imported.result.gaps)
        assert report == imported.text

    def test_names_are_those_of_the_report(self, empty, bring_in, report):
        """Names are noun phrases of the report without verbs and connectives."""
        names = [figure.name for figure in bring_in(empty, report).result.figures]

        assert {"局党组会", "周学习例会", "党纪党规专题培训", "党风廉政建设集体约谈"} <= set(names)
        assert len(names) == len(set(names))

    def test_second_import_recognizes_all(self, empty, bring_in, report):
        """What one import has defined the next one recognizes."""
        bring_in(empty, report)
        again = bring_in(empty, report, name="again.txt")

        assert 19 == len(again.result.known)
        assert () == again.result.conflicts
        assert report == again.text
