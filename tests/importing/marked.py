"""Reports with the clerk's expectation marked in the text itself.

``⟦30次⟧`` is a figure, ``⟦余份⟧`` without a number a gap, ``⦅46.8%⦆`` is left as typed and listed.
"""

import re
from dataclasses import dataclass
from pathlib import Path

REPORTS = Path(__file__).parent / "reports"
MARKED = re.compile("⟦(?P<figure>[^⟧]*)⟧|⦅(?P<doubt>[^⦆]*)⦆")
NUMBER = re.compile("[0-9][0-9.,]*|[一二三四五六七八九十百]+")


@dataclass(frozen=True)
class Marked:
    """A report and what a careful clerk finds in it."""

    text: str
    """The report without marks."""

    figures: tuple[str, ...]
    """Number with 余 and measure word, in the order of the report."""

    doubts: tuple[str, ...]

    @property
    def gaps(self) -> tuple[str, ...]:
        """Those figures whose number is missing."""
        return tuple(figure for figure in self.figures if not NUMBER.match(figure))


def read_marked(name: str) -> Marked:
    """Return the report `name` of the folder `reports`."""
    text = (REPORTS / f"{name}.txt").read_text("utf-8")
    found = list(MARKED.finditer(text))
    return Marked(
        text=MARKED.sub(lambda mark: mark["figure"] or mark["doubt"], text),
        figures=tuple(mark["figure"] for mark in found if mark["figure"]),
        doubts=tuple(mark["doubt"] for mark in found if mark["doubt"]),
    )


NAMES = tuple(sorted(path.stem for path in REPORTS.glob("*.txt")))
