"""Projects to import into, and the import itself with what is needed to look at its outcome."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.formatting import MISSING
from macros.handbook import Handbook, load_handbook
from macros.importing.report import ReportImport, import_report
from macros.importing.report.proof import shown_text
from macros.page import Page
from macros.problems import ProblemsFound, as_text
from macros.rendering.plain import plain_text


@dataclass(frozen=True)
class Imported:
    """A report brought into a project."""

    root: Path
    result: ReportImport
    handbook: Handbook

    @property
    def page(self) -> Page:
        """The page that was written."""
        return self.handbook.pages[self.result.page.removeprefix("docs/")]

    @property
    def text(self) -> str:
        """The page as plain text, gaps left empty."""
        return plain_text(self.handbook, self.page)

    def text_with_gaps(self) -> str:
        """The page as plain text, gaps shown as readers see them."""
        return plain_text(self.handbook, self.page, gap=MISSING)

    def calls(self) -> list[str]:
        """The figures that the page calls, in order."""
        return [call.arguments[0] for call in self.page.calls]

    def surfaces(self) -> tuple[str, ...]:
        """What each call of the page shows with gaps left empty, in order."""
        return tuple(shown_text(self.handbook, name, 2023) for name in self.calls())


@pytest.fixture
def empty(project: Callable[..., Path]) -> Path:
    """Return a project without figures, terms or years."""
    names = ("data/figures.yml", "data/terms.yml", "data/2023/year.yml", "data/2023/figures.yml")
    return project({**dict.fromkeys(names), "docs/index.md": "# 首页\n"})


@pytest.fixture
def bring_in(tmp_path: Path) -> Callable[..., Imported]:
    """Return a function that writes a report and imports it."""

    def imported(
        root: Path, content: str | bytes, name: str = "report-2023.txt", **options
    ) -> Imported:
        source = tmp_path / "incoming" / name
        source.parent.mkdir(exist_ok=True)
        source.write_bytes(content if isinstance(content, bytes) else content.encode())
        result = import_report(root, source, 2023, **options)
        return Imported(root, result, load_handbook(root))

    return imported


@pytest.fixture
def refused(bring_in: Callable[..., Imported]) -> Callable[..., str]:
    """Return a function that imports what must be refused, and returns the message."""

    def message(root: Path, content: str | bytes, **options) -> str:
        before = files(root)
        with pytest.raises(ProblemsFound) as error:
            bring_in(root, content, **options)
        assert before == files(root)
        return "\n".join(as_text(error.value.problems))

    return message


def files(root: Path) -> dict[str, bytes]:
    """Return all files of a project but the reports to be imported."""
    found = (path for path in root.rglob("*") if path.is_file())
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in found
        if "incoming" not in path.parts
    }
