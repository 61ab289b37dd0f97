"""What a reader would measure with a ruler: lines, their places and their text, from a PDF."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pdfplumber

MILLIMETER = 72 / 25.4
BODY_SIZE = 16
LEAST_SIZE = 10
WATERMARK_SIZE = 60
FOOT, HEAD = 262, 37
"""The type area from top to bottom in mm."""

NOT_AT_START = "，。、；：？！）》〉】”’〕％…"
NOT_AT_END = "（《〈【“‘〔"


@dataclass(frozen=True)
class Line:
    """One line of the body."""

    text: str
    left: float
    right: float
    baseline: float
    """From the edges of the paper, in mm."""


@dataclass(frozen=True)
class Sheet:
    """One page of a PDF."""

    number: int
    """Physical page, from 1."""

    height: float
    characters: tuple[dict, ...]

    def baseline(self, character: dict) -> float:
        """Return the distance of a baseline from the top of the paper, in mm."""
        return (self.height - character["matrix"][5]) / MILLIMETER

    def line(self, characters: list[dict]) -> Line:
        """Return characters as a line from left to right."""
        shown = [one for one in characters if one["text"].strip()]
        shown.sort(key=lambda one: one["x0"])
        return Line(
            text="".join(one["text"] for one in shown),
            left=shown[0]["x0"] / MILLIMETER,
            right=shown[-1]["x1"] / MILLIMETER,
            baseline=self.baseline(shown[0]),
        )

    @cached_property
    def words(self) -> list[dict]:
        """Upright characters, the watermark left out, in the order of the file."""
        return [
            one for one in self.characters if one["upright"] and one["size"] < WATERMARK_SIZE
        ]

    @cached_property
    def text(self) -> str:
        """Text of the type area, without spaces and the small raised marks of notes."""
        body = [one for one in self.words if HEAD < self.baseline(one) < FOOT]
        return plain("".join(one["text"] for one in body if one["size"] > LEAST_SIZE))

    @cached_property
    def foot(self) -> Line | None:
        """The page number, if there is one."""
        found = [one for one in self.words if self.baseline(one) > FOOT]
        return self.line(found) if found else None

    @cached_property
    def lines(self) -> list[Line]:
        """Lines with text in the size of the body, from top to bottom."""
        rows: dict[int, list[dict]] = {}
        for one in self.words:
            if HEAD < self.baseline(one) < FOOT and one["size"] > LEAST_SIZE:
                rows.setdefault(round(self.baseline(one) * 2), []).append(one)
        return [self.line(rows[key]) for key in sorted(rows) if any(map(is_body, rows[key]))]

    @property
    def is_full_body(self) -> bool:
        """Whether the page holds running text only, and down to its end."""
        body = [one for one in self.words if HEAD < self.baseline(one) < FOOT]
        others = [
            one for one in body
            if one["size"] > LEAST_SIZE and not is_body(one)
        ]  # fmt: skip
        return bool(self.lines) and not others and self.lines[-1].baseline > FOOT - 15


def sheets(pdf: bytes) -> list[Sheet]:
    """Return the pages of a PDF."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [Sheet(page.page_number, float(page.height), tuple(page.chars))
                for page in document.pages]  # fmt: skip


def is_body(character: dict) -> bool:
    """Return whether a character is set in 3号."""
    return abs(character["size"] - BODY_SIZE) < 0.3


def plain(text: str) -> str:
    """Return text without spaces and joiners, for comparison."""
    return re.sub(r"[\s\u2060]", "", text)


def full_lines(sheet: Sheet) -> Iterator[Line]:
    """Yield the lines of Chinese characters alone that reach the right margin."""
    for line in sheet.lines:
        if re.fullmatch(r"[\u4e00-\u9fff]+", line.text) and line.right > 180:
            yield line
