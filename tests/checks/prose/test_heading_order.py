import pytest

from macros.checks.prose import heading_order
from tests.checks.support import facts, page


def headings(*titles: str) -> str:
    return "\n\n".join(titles)


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (("## 一、甲", "## 三、乙"), ["序号写的是“三、”，按顺序应为“二、”"]),
        (("## 一、甲", "## 一、乙"), ["序号写的是“一、”，按顺序应为“二、”"]),
        (("## 二、甲",), ["序号写的是“二、”，按顺序应为“一、”"]),
        (("## 一、甲", "### 1.乙"), ["“1.”跳了级，上一级“（一）”没有用过"]),
        (("## 一、甲", "### （一）乙", "### （三）丙"), ["序号写的是“（三）”，按顺序应为“（二）”"]),
        (("一、甲。正文。", "三、乙。正文。"), ["序号写的是“三、”，按顺序应为“二、”"]),
    ],
)
def test_out_of_order(handbook, titles, expected):
    """
    Gaps, repeats and jumps are named, in headings and in headings that run into the text.
    """
    files = {"docs/a.md": page(headings(*titles), "手册")}
    assert expected == facts(handbook(files), heading_order)


@pytest.mark.parametrize(
    "titles",
    [
        ("## 前言", "## 一、甲", "## 二、乙", "## 存在问题"),
        ("## 一、甲", "### （一）乙", "### （二）丙", "## 二、丁", "### （一）戊"),
        ("## 甲", "### 一、乙", "### 二、丙", "## 丁", "### 一、戊", "### 二、己"),
        ("## （一）甲", "## （二）乙"),
        ("## 一、甲", "### 说明", "## 二、乙"),
        ("## 一、甲", "### （一）乙", "#### 1.丙", "##### （1）丁", "##### （2）戊"),
        ("## 甲", "一、乙。", "二、丙。", "## 丁", "一、戊。"),
        ("## 2023年", "## 1.5倍", "1. 甲", "2. 乙"),
    ],
)
def test_in_order(handbook, titles):
    """
    Each section counts from one; what carries no ordinal is left alone.
    """
    assert [] == facts(handbook({"docs/a.md": page(headings(*titles), "手册")}), heading_order)
