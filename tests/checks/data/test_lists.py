"""Numbers of lists, aspects of work points, and closed rectifications."""

import pytest

from macros.checks.data import closed_rectification, list_number, point_aspect
from macros.problems import Severity
from tests.checks.support import facts, problems

WORK_POINTS = "data/2023/work-points.yml"
RECTIFICATIONS = "data/2023/rectifications.yml"


def work_points(aspects: tuple[int, ...], points: tuple[tuple[int, int], ...]) -> str:
    """Return work points with the numbers of aspects, and number and aspect of each point."""
    lines = ["名称: 要点", "方面:"]
    lines += [f"  - 序号: {number}\n    标题: null" for number in aspects]
    lines += ["要点:"]
    lines += [f"  - 序号: {one}\n    方面: {other}\n    任务: null" for one, other in points]
    return "\n".join(lines) + "\n"


def test_numbers_in_order(handbook):
    """
    Numbers run from 1 without gap.
    """
    files = {WORK_POINTS: work_points((1, 2), ((1, 1), (2, 2)))}
    assert [] == facts(handbook(files), list_number)


@pytest.mark.parametrize("numbers", [(1, 3), (1, 1), (2, 1)])
def test_number_out_of_order(handbook, numbers):
    """
    A number left out, used twice or swapped is named once, where it begins.
    """
    (found,) = problems(handbook({WORK_POINTS: work_points(numbers, ((1, 1),))}), list_number)
    assert Severity.ERROR is found.severity
    assert found.fact.startswith("方面的序号写的是")


def test_aspect_nobody_listed(handbook):
    """
    A point must belong to one of the aspects.
    """
    files = {WORK_POINTS: work_points((1, 2), ((1, 1), (2, 5)))}
    assert ["第 2 项要点的方面写的是 5，没有这个方面"] == facts(handbook(files), point_aspect)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("状态: 已销号", ["整改 2023-01 状态是已销号，没有销号依据和销号日期"]),
        (
            "状态: 已销号\n    销号依据: 3号核验单",
            ["整改 2023-01 状态是已销号，没有销号日期"],
        ),
        ("状态: 处置中\n    销号日期: 2023-11-20", ["整改 2023-01 写了销号日期，状态却是处置中"]),
        ("状态: 已销号\n    销号依据: 3号核验单\n    销号日期: 2023-11-20", []),
        ("状态: 处置中", []),
    ],
)
def test_closed_needs_evidence(handbook, keys, expected):
    """
    Nothing is closed without evidence and date.
    """
    entry = f'问题:\n  - 编号: "2023-01"\n    来源: 报告\n    问题: 不够\n    {keys}\n'
    assert expected == facts(handbook({RECTIFICATIONS: entry}), closed_rectification)
