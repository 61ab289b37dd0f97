import pytest

from macros.checks.prose import document_number
from macros.problems import Severity
from tests.checks.support import facts, page, problems


@pytest.mark.parametrize(
    "written",
    ["X字[2023]第01号", "X发（2023）1号", "X发【2023】1号", "X发〔2023〕第1号", "X发〔23〕1号"],
)
def test_wrong_in_text(handbook, written):
    """
    Brackets, 第, padding and short years are errors; the form is shown, the text is not changed.
    """
    (found,) = problems(handbook({"docs/a.md": page(f"见{written}文件。")}), document_number)
    assert Severity.ERROR is found.severity
    assert written in found.fact


@pytest.mark.parametrize("written", ["X发〔2023〕1号", "国办发明电〔2020〕24号", "〔2023〕12号"])
def test_right_in_text(handbook, written):
    """
    Six-cornered brackets, four digits, no padding.
    """
    assert [] == facts(handbook({"docs/a.md": page(f"见{written}文件。")}), document_number)


def test_field_of_data(handbook):
    """
    The number of the work points is checked in the data.
    """
    points = "名称: 要点\n文号: X发（2023）3号\n方面: []\n要点: []\n"
    assert ["文号写的是“X发（2023）3号”"] == facts(
        handbook({"data/2023/work-points.yml": points}), document_number
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [("自然资源部令第7号", []), ("X发[2023]1号", ["文号写的是“X发[2023]1号”"])],
)
def test_field_of_a_regulation(handbook, written, expected):
    """
    Orders are numbered through; everything else has year and number.
    """
    text = f"---\n类型: 制度\n文号: {written}\n---\n\n# 办法\n\n第一条 正文。\n"
    files = {"docs/regulations/rule/draft.md": text}
    assert expected == facts(handbook(files), document_number)
