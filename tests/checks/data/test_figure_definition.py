import pytest

from macros.checks.data import figure_definition
from macros.problems import Severity
from tests.checks.support import facts, problems


def definition(counting: str, more: str = "") -> dict[str, str]:
    """Return the small project with one figure that is counted so."""
    lines = "".join(f"    {line}\n" for line in counting.split("\n"))
    figures = f"集体约谈:\n  单位: 次\n  口径: 次数。\n{more}  计算:\n{lines}"
    values = "集体约谈:\n  数值: null\n"
    return {
        "data/figures.yml": figures,
        "data/2023/figures.yml": values,
        "docs/index.md": "# 首页\n",
    }


@pytest.mark.parametrize(
    ("counting", "fact"),
    [
        ("台账: 约谈记录", "要数的台账“约谈记录”不存在"),
        ("台账: 约谈\n条件:\n  类型: 集体约谈", "用的列“类型”不在“约谈”里"),
        ("台账: 约谈\n方式: 合计\n列: 人次", "用的列“人次”不在“约谈”里"),
        ("台账: 约谈\n方式: 合计\n列: 类别", "要合计的列“类别”不是数字"),
        ("台账: 约谈\n条件:\n  类别: 集中约谈", "的条件“类别: 集中约谈”永远数不到"),
        ("台账: 约谈\n条件:\n  对象: 某人", "的条件用了内部列“对象”"),
        ("台账: 要点\n条件:\n  负责人: 某人", "用的列“负责人”不在“要点”里"),
    ],
)
def test_cannot_be_counted(handbook, counting, fact):
    """
    Ledger, column and words of a definition must exist, else the figure stays blank for ever.
    """
    (found,) = problems(handbook(definition(counting)), figure_definition)
    assert ("data/figures.yml:1", Severity.FAULT) == (str(found.where), found.severity)
    assert f"“集体约谈”{fact}" == found.fact


@pytest.mark.parametrize(
    "counting",
    [
        "台账: 约谈\n条件:\n  类别:\n    - 集体约谈\n    - 个别约谈",
        "台账: 约谈\n方式: 去重\n列: 对象",
        "台账: 要点\n条件:\n  状态: 已完成",
    ],
)
def test_good(handbook, counting):
    """
    Counting different people of an internal column prints a number only, which is fine.
    """
    assert [] == facts(handbook(definition(counting)), figure_definition)


def test_chinese_numerals_have_no_decimals(handbook):
    """
    四点五 is no figure of an official document.
    """
    files = definition("台账: 约谈", more="  样式: 汉字\n  小数位: 1\n")
    assert ["“集体约谈”用汉字样式，却要印 1 位小数"] == facts(handbook(files), figure_definition)


def test_shared_alias(handbook):
    """
    Two figures with the same unit cannot share a name, or an import would guess.
    """
    figures = (
        "约谈:\n  单位: 次\n  口径: 次数。\n  又名:\n    - 开展约谈\n"
        "谈话:\n  单位: 次\n  口径: 次数。\n  又名:\n    - 开展约谈\n"
        "对象:\n  单位: 人次\n  口径: 人次。\n  又名:\n    - 开展约谈\n"
    )
    files = {
        "data/figures.yml": figures,
        "data/2023/figures.yml": "约谈:\n  数值: null\n",
        "docs/index.md": "# 首页\n",
    }
    (found,) = problems(handbook(files), figure_definition)
    assert "data/figures.yml:6" == str(found.where)
