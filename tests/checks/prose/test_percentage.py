import pytest

from macros.checks.prose import percentage
from tests.checks.support import facts, page

UNITS = {"data/terms.yml": "计量单位: [次, 人, 份, 件, 项, 个, 亩, 天]\n"}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("问题697个，已整改688个，占98.17%。", "688÷697=98.71%"),
        ("697件中办结688件，占比98.7%，办结率98%。", "688÷697=99%"),
        ("697个问题整改688项，整改率为98.70%。", "688÷697=98.71%"),
        ("应到46人，实到40人，到会率90％。", "40÷46=87%"),
        ("由25次增加到30次，增长25%。", "（30-25）÷25=20%"),
        ("从30件降至24件，同比下降25%。", "（30-24）÷30=20%"),
        ("召开会议30次，比上年的25次增长25%。", "（30-25）÷25=20%"),
    ],
)
def test_wrong(handbook, text, right):
    """
    The percentage is worked out again, to as many places as it is written with.
    """
    (fact,) = facts(handbook({**UNITS, "docs/a.md": page(text, "手册")}), percentage)
    assert right in fact


@pytest.mark.parametrize(
    "text",
    [
        "问题697个，已整改688个，占98.71%。",
        "697个问题整改688项，整改率为98.7%，销号率99%。",
        "由25次增加到30次，增长20%。",
        "由3次增加到7次，增长约133%。",
        "女党员12人，占30%。",
        "会议10次，印发文件5份，占全县的3%。",
        "调研12次，下乡8次，占全局调研总次数的40%。",
        "完成率98%。",
        "问题{{ 数(\"集体约谈\", 2023) }}，已整改688个，占98.17%。",
    ],
)
def test_silent(handbook, text):
    """
    Right ones, and those whose numbers are not all in the sentence, are left alone.
    """
    assert [] == facts(handbook({**UNITS, "docs/a.md": page(text, "手册")}), percentage)
