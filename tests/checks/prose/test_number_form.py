import pytest

from macros.checks.prose import number_form
from tests.checks.support import facts, page


@pytest.mark.parametrize(
    "text",
    [
        "参加3千余人。",
        "投入5百万元。",
        "讨论了三、五次。",
        "用了七、八天。",
        "共有10几个村。",
        "23年度报告。",
        "’23年的事。",
        "2021至23年规划。",
        "增长10-20%。",
        "增长10～20.5%。",
        "只占.5%。",
        "二零二三年的事。",
        "二O二三年的事。",
        "召开会议３０次。",
        "召开会议3O次。",
        "2O23年的事。",
        "第l0条规定。",
    ],
)
def test_pointed_out(handbook, text):
    """
    Each form the standard does not allow is one finding.
    """
    assert 1 == len(facts(handbook({"docs/a.md": page(text, "手册")}), number_form))


@pytest.mark.parametrize(
    "text",
    [
        "重3千克，长5千米。",
        "投入5000万元、3亿元。",
        "第三、四季度。",
        "第一、二项规定。",
        "一、二、三类事项。",
        "任职10年3个月。",
        "2021—2023年规划。",
        "增长10%～20%。",
        "占0.5%。",
        "二〇二三年。",
        "一九九八年。",
        "见 `３０` 和 GB/T 9704。",
        "型号B2l次。",
        "二三十个村，三五天，十几个。",
        "一、二年级。",
        "用时3小时20分。",
    ],
)
def test_silent(handbook, text):
    """
    Units of measure, enumerations, full forms and code are no mistakes.
    """
    assert [] == facts(handbook({"docs/a.md": page(text, "手册")}), number_form)
