"""A regulation as a test writes it, and the laws to measure on."""

from pathlib import Path

import pytest

from macros.regulations.structure import Line, Structure, parse

LAWS = Path(__file__).parents[3] / "shared" / "corpus" / "laws"
needs_laws = pytest.mark.skipif(
    not LAWS.is_dir(), reason="没有 ../shared/corpus/laws，跳过用 38 部法律法规作的检验"
)


def structure_of(text: str) -> Structure:
    """Return the structure of a text, each line a paragraph."""
    lines = [line.strip(" \u3000") for line in text.split("\n")]
    return parse(Line(number, line) for number, line in enumerate(lines, 1) if line)


def laws() -> list[Path]:
    """Return the laws by name; none if the folder is absent."""
    return sorted(LAWS.glob("*.md"))
