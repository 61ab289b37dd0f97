"""Figures the project knows, found by the words before their numbers."""

import pytest

from macros.models.figure import FigureDefinition
from macros.prose.places import LineReader
from macros.prose.recognition import Recognizer
from macros.prose.surroundings import surroundings
from macros.prose.vocabulary import Vocabulary
from macros.prose.words import UNITS


def defined(unit: str, *aliases: str) -> FigureDefinition:
    return FigureDefinition.model_validate({"单位": unit, "口径": "计数。", "又名": aliases})


DEFINITIONS = {
    "局党组会": defined("次", "共召开局党组会"),
    "专题研讨": defined("次"),
    "支部专题研讨": defined("次"),
    "培训": defined("场次"),
    "培训人数": defined("人次", "培训"),
    "要点方面数": defined("个方面", "《要点》从"),
    "要点项数": defined("项", "《要点》从个方面"),
    "重点课题": defined("个", "确定重点课题"),
    "甲": defined("份", "责任书"),
    "乙": defined("份", "责任书"),
}


def match(line: str) -> list[tuple[tuple[str, ...], bool] | None]:
    """Return the names found for each place of a line, and whether the wording is exact."""
    places, _ = LineReader(Vocabulary(UNITS), 2023, 0, line).read()
    recognizer = Recognizer(DEFINITIONS)
    found = [
        recognizer.match(one.unit, around) for one, around in surroundings(line, places).items()
    ]
    return [(one.names, one.is_exact) if one else None for one in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("今年以来，共召开局党组会30次。", [(("局党组会",), True)]),
        ("局党组会全年共召开30次。", [(("局党组会",), True)]),
        ("我局先后组织召开局党组会30次。", [(("局党组会",), True)]),
        ("县级局党组会30次。", [(("局党组会",), False)]),
        ("支部专题研讨24次，专题研讨6次。", [(("支部专题研讨",), True), (("专题研讨",), True)]),
        ("开展培训12场次、30人次。", [(("培训",), True), None]),
        ("开展培训30人次。", [(("培训人数",), True)]),
        ("《要点》从四个方面14项内容着手。", [(("要点方面数",), True), (("要点项数",), True)]),
        ("确定12个重点课题。", [(("重点课题",), True)]),
        ("签订责任书12份。", [(("甲", "乙"), True)]),
        ("召开局党组会30场。", [None]),
    ],
)
def test_match(line, expected):
    """The longest wording with the same measure word; connectives and other numbers left out."""
    assert expected == match(line)
