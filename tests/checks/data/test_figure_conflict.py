from macros.checks.data import figure_conflict
from macros.problems import Severity
from tests.checks.support import problems

MEETINGS = "编号,日期,类别\n" + "".join(
    f"2023-{number:03},2023-03-{number:02},局党组会\n" for number in range(1, 6)
)


def test_typed_and_counted_differ(handbook):
    """
    Both values, the number of rows and the first places are named, at the typed line.
    """
    (found,) = problems(handbook({"data/2023/ledgers/meetings.csv": MEETINGS}), figure_conflict)

    assert ("data/2023/figures.yml:1", Severity.ERROR) == (str(found.where), found.severity)
    ledger = "data/2023/ledgers/meetings.csv"
    assert found.fact == (
        "“局党组会”2023年的数不一致：填报30次，台账5次"
        f"（台账数了 5 行：{ledger}:2、{ledger}:3、{ledger}:4……）"
    )


def test_they_agree(handbook):
    """
    Equal values are no conflict.
    """
    files = {
        "data/2023/ledgers/meetings.csv": MEETINGS,
        "data/2023/figures.yml": "局党组会:\n  数值: 5\n  来源: 报告\n",
    }
    assert [] == problems(handbook(files), figure_conflict)


def test_swapped_values(handbook):
    """
    Two figures that swapped their values hold the same set of numbers, and are both found.
    """
    talks = "编号,日期,类别,人数\n2023-001,2023-03-05,集体约谈,2\n"
    values = "局党组会:\n  数值: 1\n  来源: 报告\n集体约谈:\n  数值: 5\n  来源: 报告\n"
    files = {
        "data/2023/ledgers/meetings.csv": MEETINGS,
        "data/2023/ledgers/talks.csv": talks,
        "data/2023/figures.yml": values,
    }
    assert 2 == len(problems(handbook(files), figure_conflict))


def test_other_report(handbook):
    """
    A second source with another number is a conflict without any ledger.
    """
    values = "局党组会:\n  数值: 30\n  来源: 报告\n  另报:\n    - 数值: 29\n      来源: 旧稿\n"
    (found,) = problems(handbook({"data/2023/figures.yml": values}), figure_conflict)
    assert "“局党组会”2023年的数不一致：填报30次，旧稿29次" == found.fact


def test_work_points(handbook):
    """
    The number of work points is counted from their list: three are not four.
    """
    files = {
        "data/figures.yml": (
            "要点方面数:\n  单位: 个方面\n  口径: 方面的数目。\n  计算:\n    台账: 要点方面\n"
        ),
        "data/2023/figures.yml": "要点方面数:\n  数值: 4\n  来源: 报告\n",
        "data/2023/work-points.yml": (
            "名称: 要点\n方面:\n"
            + "".join(f"  - 序号: {number}\n    标题: null\n" for number in (1, 2, 3))
            + "要点: []\n"
        ),
        "docs/index.md": "# 首页\n",
    }
    (found,) = problems(handbook(files), figure_conflict)
    assert found.fact.startswith("“要点方面数”2023年的数不一致：填报4个方面，台账3个方面")
