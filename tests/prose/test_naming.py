"""Names of new figures, and the wordings that find them again."""

import pytest

from macros.prose.naming import free_name, word
from macros.prose.places import LineReader
from macros.prose.surroundings import surroundings
from macros.prose.vocabulary import Vocabulary
from macros.prose.words import UNITS


def names(line: str) -> list[str]:
    """Return the name of each figure of a line, as if the project knew none."""
    places, _ = LineReader(Vocabulary(UNITS), 2023, 0, line).read()
    found, wordings = [], {}
    for place, around in surroundings(line, places).items():
        wordings[place] = word(around, wordings.get(around.previous))
        found.append(free_name(wordings[place], place.unit, 1, found))
    return found


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("今年以来，共召开局党组会30次。", ["局党组会"]),
        ("开展党纪党规专题培训场次，", ["党纪党规专题培训"]),
        ("镇党委先后召开党委会32次、专题会议6次。", ["镇党委召开党委会", "专题会议"]),
        ("研究确定10个方面重点课题。", ["研究确定重点课题"]),
        ("村集体经济总收入达到286万元。", ["村集体经济总收入"]),
        ("选派32名教师参加培训。", ["教师"]),
        ("审结涉黑恶犯罪案件4件37人。", ["审结涉黑恶犯罪案件", "审结涉黑恶犯罪案件（人）"]),
        ("开展专项检查12次，发现问题47个。", ["专项检查", "专项检查发现问题"]),
        ("开展谈心谈话36人次，其中党员12人次。", ["谈心谈话", "谈心谈话（党员）"]),
        ("约谈班子成员、下属支部书记及科级干部人次。", ["约谈班子成员、下属支部书记及科级干部"]),
        ("《要点》从四个方面14项内容为全年打基础。", ["《要点》", "《要点》内容"]),
        ("共产党员12人，公共服务中心3个。", ["共产党员", "公共服务中心"]),
        ("给予党纪处分3人，传达文件12件。", ["给予党纪处分", "传达文件"]),
    ],
)
def test_names(line, expected):
    """What is counted, in the report's words, without time, connectives and verbs."""
    assert expected == names(line)


def test_long_wording_is_cut():
    """A name stays readable: the last part of an enumeration is enough."""
    line = "组织学习《党章》《中国共产党纪律处分条例》等党内法律条例和上级通报的案例通报场次，"

    assert ["党内法律条例和上级通报的案例通报"] == names(line)


def test_names_are_free():
    """A name that is taken gets the measure word, then a number."""
    place, around = next(iter(_places("召开党委会3次。")))
    wording = word(around)

    assert "党委会（次）" == free_name(wording, place.unit, 1, {"党委会"})
    assert "党委会（次，二）" == free_name(wording, place.unit, 1, {"党委会", "党委会（次）"})


def test_no_words_at_all():
    """A number alone is named by its paragraph."""
    place, around = next(iter(_places("12次。")))

    assert "第7段次数" == free_name(word(around), place.unit, 7, set())


def _places(line: str):
    places, _ = LineReader(Vocabulary(UNITS), 2023, 0, line).read()
    return surroundings(line, places).items()
