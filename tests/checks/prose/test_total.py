import pytest

from macros.checks.prose import total
from tests.checks.support import facts, page

UNITS = {"data/terms.yml": "计量单位: [次, 人, 份, 件, 项, 个, 亩, 天]\n"}


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("697=688+4+6", "688+4+6=698，写的是 697"),
        ("688件+4件+6件=697件", "688+4+6=698，写的是 697"),
        ("697 ＝ 688 ＋ 4 ＋ 6。", "688+4+6=698，写的是 697"),
        ("上半年10次，下半年12次，合计23次。", "10+12=22，写的是 23"),
        ("学习10次、调研12次、督查3次，共计24次。", "10+12+3=25，写的是 24"),
        ("问题697个，已完成688个，正在推进4个，长期坚持4个。", "688+4+4=696，写的是 697"),
        ("问题697个，已完成688件，其余8件正在推进。", "688+8=696，写的是 697"),
        ("党员30人，其中女党员35人。", "其中一项 35人 大过总数 30人"),
        ("| 类 | 数 |\n|---|---|\n| 甲 | 3 |\n| 乙 | 4 |\n| 合计 | 8 |", "3+4=7，写的是 8"),
        ("| 类 | 数 |\n|---|---|\n| 甲 | 3次 |\n| 乙 | 4次 |\n| **合计** | **8次** |",
         "3+4=7，写的是 8"),
    ],
)  # fmt: skip
def test_does_not_add_up(handbook, text, sums):
    """
    The parts are added up again, and the right sum is shown.
    """
    (fact,) = facts(handbook({**UNITS, "docs/a.md": page(text, "手册")}), total)
    assert sums in fact


@pytest.mark.parametrize(
    "text",
    [
        "697=688+4+5",
        "公式 1+1=2，代码 `1+1=3`，GB=1+2 略。",
        "上半年10次，下半年12次，合计22次。",
        "问题697个，已完成688个，正在推进4个，长期坚持5个。",
        "党员30人，其中女党员12人，35岁以下8人。",
        "召开局党组会30次，其中专题部署10次、听取汇报4次。",
        "会议30次，比上年25次多5次，合计55次。",
        "任务100亩，已完成80亩，其中当年完成50亩，未完成30亩。",
        "上半年约10余次，下半年12次，合计30次。",
        "印发文件5份，召开会议10次，合计3天。",
        "召开{{ 数(\"局党组会\", 2023) }}，已办20次，未办{{ 数(\"集体约谈\", 2023) }}。",
        "| 类 | 数 |\n|---|---|\n| 甲 | 3 |\n| 乙 |  |\n| 合计 | 8 |",
        "| 类 | 占比 |\n|---|---|\n| 甲 | 3 |\n| 乙 | 4 |\n| 合计 | 8 |",
        "| 类 | 数 |\n|---|---|\n| 甲 | 3 |\n| 小计 | 3 |\n| 合计 | 3 |",
    ],
)
def test_silent(handbook, text):
    """
    Right sums, and numbers that do not claim to be all parts, are left alone.
    """
    assert [] == facts(handbook({**UNITS, "docs/a.md": page(text, "手册")}), total)


def test_figures_of_the_data(handbook):
    """
    A number that comes from the data is added up like one that is typed.
    """
    text = '上半年20次、下半年11次，合计{{ 数("局党组会", 2023) }}。'
    (fact,) = facts(handbook({**UNITS, "docs/a.md": page(text, "手册")}), total)
    assert "20+11=31，写的是 30" in fact
