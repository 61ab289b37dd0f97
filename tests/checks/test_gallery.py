"""The mistakes that clerks make, one by one: what each is told, and where."""

import pytest

from macros.checks.run import run_checks
from macros.handbook import load_handbook

VALUES, YEAR = "data/2023/figures.yml", "data/2023/year.yml"
MEETINGS, REPORT = "data/2023/ledgers/meetings.csv", "docs/reports/2023.md"
HEADER = "编号,日期,类别,议题,主持,应到,实到,记录号\n"
TITLE = "# 2023年度报告\n\n"

GALLERY = {
    "misspelled key": (
        VALUES,
        "局党组会:\n  数植: 30\n  来源: 报告\n",
        [
            "data/2023/figures.yml:1: 缺少“数值” [missing-key]",
            "data/2023/figures.yml:2: 不认识的键“数植” [unknown-key]",
        ],
    ),
    "number in characters": (
        VALUES,
        "局党组会:\n  数值: 三十\n  来源: 报告\n",
        [
            "data/2023/figures.yml:2: 数值写的是“三十” [figure-value]",
        ],
    ),
    "full-width digits": (
        VALUES,
        "局党组会:\n  数值: ３０\n  来源: 报告\n",
        [
            "data/2023/figures.yml:2: “３０”像数又不是规范的数 [yaml-value]",
        ],
    ),
    "thousand separator": (
        VALUES,
        "局党组会:\n  数值: 1,200\n  来源: 报告\n",
        [
            "data/2023/figures.yml:2: “1,200”像数又不是规范的数 [yaml-value]",
        ],
    ),
    "number with its unit": (
        VALUES,
        "局党组会:\n  数值: 30次\n  来源: 报告\n",
        [
            "data/2023/figures.yml:2: 数值写的是“30次” [figure-value]",
        ],
    ),
    "full-width colon": (
        VALUES,
        "局党组会:\n  数值：30\n  来源: 报告\n",
        [
            "data/2023/figures.yml:2: “数值：30”用了全角冒号 [full-width-colon]",
        ],
    ),
    "tab": (
        VALUES,
        "局党组会:\n\t数值: 30\n",
        [
            "data/2023/figures.yml:2: 行首用了 Tab 缩进 [tab-indent]",
        ],
    ),
    "merge conflict": (
        VALUES,
        "局党组会:\n<<<<<<< HEAD\n  数值: 30\n=======\n  数值: 31\n>>>>>>> main\n",
        [
            "data/2023/figures.yml:2: 留有合并冲突标记“<<<<<<< HEAD” [merge-conflict]",
            "data/2023/figures.yml:4: 留有合并冲突标记“=======” [merge-conflict]",
            "data/2023/figures.yml:6: 留有合并冲突标记“>>>>>>> main” [merge-conflict]",
        ],
    ),
    "name twice": (
        VALUES,
        "局党组会:\n  数值: 30\n  来源: 报告\n局党组会:\n  数值: 31\n  来源: 报告\n",
        [
            "data/2023/figures.yml:4: “局党组会”写了两次，第一次在第 1 行 [repeated-key]",
        ],
    ),
    "unknown figure": (
        VALUES,
        "局党组大会:\n  数值: 30\n  来源: 报告\n",
        [
            "data/2023/figures.yml:1: 没有定义叫“局党组大会”的数，填了也不会用到 [figure-value]",
        ],
    ),
    "impossible date": (
        YEAR,
        "年份: 2023\n状态: 编制中\n截至: 2023-02-30\n",
        [
            "data/2023/year.yml:3: 没有“2023-02-30”这一天 [yaml-value]",
        ],
    ),
    "date with dots": (
        YEAR,
        "年份: 2023\n状态: 编制中\n截至: 2023年12月31日\n",
        [
            "data/2023/year.yml:3: 截至写的是“2023年12月31日” [year-as-of]",
        ],
    ),
    "state unknown": (
        YEAR,
        "年份: 2023\n状态: 已完成\n截至: 2023-12-31\n",
        [
            "data/2023/year.yml:2: 状态写的是“已完成” [year-state]",
        ],
    ),
    "ledger serial date": (
        MEETINGS,
        HEADER + "2023-001,45000,局党组会,,,,,\n",
        [
            "data/2023/ledgers/meetings.csv:2（日期列）: 日期写的是“45000” [ledger-cell]",
        ],
    ),
    "ledger other year": (
        MEETINGS,
        HEADER + "2023-001,2022-03-05,局党组会,,,,,\n",
        [
            "data/2023/ledgers/meetings.csv:2（日期列）: 日期写的是“2022-03-05” [ledger-cell]",
        ],
    ),
    "ledger unknown kind": (
        MEETINGS,
        HEADER + "2023-001,2023-03-05,党组扩大会,,,,,\n",
        [
            "data/2023/ledgers/meetings.csv:2（类别列）: 类别写的是“党组扩大会” [ledger-cell]",
        ],
    ),
    "ledger words for a count": (
        MEETINGS,
        HEADER + "2023-001,2023-03-05,局党组会,,,12人,11,\n",
        [
            "data/2023/ledgers/meetings.csv:2（应到列）: 应到写的是“12人” [ledger-cell]",
        ],
    ),
    "ledger id twice": (
        MEETINGS,
        HEADER + "2023-001,2023-03-05,局党组会,,,,,\n2023-001,2023-04-05,局党组会,,,,,\n",
        [
            "data/2023/ledgers/meetings.csv:3（编号列）: 编号“2023-001”已在第 2 行用过 [ledger-id]",
        ],
    ),
    "ledger header misspelled": (
        MEETINGS,
        "编号,日期,类型,议题,主持,应到,实到,记录号\n2023-001,2023-03-05,局党组会,,,,,\n",
        [
            "data/2023/ledgers/meetings.csv:1: 台账“会议”没有“类型”这一列 [ledger-header]",
            "data/2023/ledgers/meetings.csv:1: 台账“会议”缺少“类别”一列 [ledger-header]",
        ],
    ),
    "ledger comma too many": (
        MEETINGS,
        HEADER + "2023-001,2023-03-05,局党组会,甲,乙,1,1,记1,多\n",
        [
            "data/2023/ledgers/meetings.csv:2: 这一行有 9 格，列名只有 8 个 [csv-width]",
        ],
    ),
    "typed number in a report": (
        REPORT,
        TITLE + "召开局党组会31次。\n",
        [
            "docs/reports/2023.md:3: “召开局党组会31次”里的数是直接打的 [bare-number]",
            "docs/reports/2023.md:3: “局党组会”2023年手打了“31次”，数据是“30次” [typed-figure]",
        ],
    ),
    "blank before a unit": (
        REPORT,
        TITLE + "召开集体约谈次。\n",
        [
            "docs/reports/2023.md:3: “召开集体约谈次。”少了一个数 [blank-figure]",
        ],
    ),
    "macro misspelled": (
        REPORT,
        TITLE + "召开{{ 数字(\"局党组会\", 2023) }}。\n",
        [
            "docs/reports/2023.md:3: 没有叫“数字”的宏 [unknown-macro]",
        ],
    ),
    "figure misspelled in a page": (
        REPORT,
        TITLE + "召开{{ 数(\"局党组大会\", 2023) }}。\n",
        [
            "docs/reports/2023.md:3: 没有叫“局党组大会”的数 [macro-arguments]",
        ],
    ),
    "brace missing": (
        REPORT,
        TITLE + "召开{{ 数(\"局党组会\", 2023) }。\n",
        [
            "docs/reports/2023.md:3: {{ 没有用 }} 收尾 [template-syntax]",
        ],
    ),
    "full-width braces": (
        REPORT,
        TITLE + "召开｛｛ 数(\"局党组会\", 2023) ｝｝。\n",
        [
            "docs/reports/2023.md:3: 有一个单独的花括号“｛” [stray-brace]",
        ],
    ),
    "dead link": (
        REPORT,
        TITLE + "见[要点](../work-points/2022.md)。\n",
        [
            "docs/reports/2023.md:3: 链接“../work-points/2022.md”没有对应的文件 [broken-link]",
        ],
    ),
    "document number brackets": (
        REPORT,
        TITLE + "按照县发[2023]5号文件办理。\n",
        [
            "docs/reports/2023.md:3: 文号写的是“按照县发[2023]5号” [document-number]",
        ],
    ),
    "page in GBK": (
        REPORT,
        "# 2023年度报告\n\n甲。\n".encode("gbk"),
        [
            "docs/reports/2023.md:1: 文件不是 UTF-8 编码（像是 GBK） [encoding]",
        ],
    ),
    "script in a page": (
        REPORT,
        TITLE + "<script>alert(1)</script>\n",
        [
            "docs/reports/2023.md:3: 页面里写了 HTML“<script>” [unsafe-html]",
        ],
    ),
    "image missing": (
        REPORT,
        TITLE + "![图](a.png)\n",
        [
            "docs/reports/2023.md:3: 链接“a.png”没有对应的文件 [broken-link]",
        ],
    ),
}
"""What was done wrong → file, its content, and every finding in it."""


def findings(root, file):
    """Return what is found in one file, gaps left out, and what to do about each."""
    found = [
        one
        for one in run_checks(load_handbook(root))
        if one.where.file == file and one.code != "missing-figure"
    ]
    return [f"{one.where}: {one.fact} [{one.code}]" for one in found], [one.hint for one in found]


@pytest.mark.parametrize("name", GALLERY)
def test_each_mistake(name, project):
    """A mistake is told with file, line and the value, and how to mend it."""
    file, content, expected = GALLERY[name]
    told, hints = findings(project({file: content}), file)

    assert expected == told
    assert all(hints)


def test_many_mistakes_at_once(project):
    """One run tells the mistakes of all files."""
    names = ("number in characters", "ledger other year", "dead link", "state unknown")
    root = project({GALLERY[name][0]: GALLERY[name][1] for name in names})

    for name in names:
        file, _, expected = GALLERY[name]
        told, _ = findings(root, file)
        assert expected == told
