"""Pages that hold every construct, and running text long enough to fill sheets."""

import random
from collections.abc import Iterator

from tests.conftest import FILES as SMALL

COMMON = (
    "本局应当坚持党的领导依规治理把任务落实到科室和责任人按期公开结果接受监督建立台账逐件登记"
    "核对无误后归档备查年度工作要点由机关党委研究确定并报上级组织同意后印发执行"
)
STOPS = "，，，，、；：。"


def sentences(seed: int, count: int) -> Iterator[str]:
    """Yield paragraphs of made-up words with every kind of punctuation."""
    chance = random.Random(seed)
    for _ in range(count):
        parts = []
        for _ in range(chance.randint(4, 12)):
            words = "".join(chance.choice(COMMON) for _ in range(chance.randint(3, 14)))
            pair = chance.choice(["", "", "", "《》", "“”", "（）"])
            parts.append(pair[:1] + words + pair[1:] + chance.choice(STOPS))
        yield "".join(parts)[:-1] + "。"


def plain_lines(seed: int, count: int) -> Iterator[str]:
    """Yield paragraphs without any punctuation, whose lines hold Chinese characters alone."""
    chance = random.Random(seed)
    for _ in range(count):
        yield "".join(chance.choice(COMMON) for _ in range(150))


def running_text(title: str, seed: int) -> str:
    """Return a page of headings and running text."""
    parts = [f"# {title}"]
    for number, name in enumerate(("一、工作开展", "二、存在问题", "三、下一步打算")):
        parts += [f"## {name}", *sentences(seed + number, 9)]
        parts += [f"### （{'一二三'[number]}）具体做法", *plain_lines(seed + number, 2)]
    return "\n\n".join(parts) + "\n"


REGULATION = """---
title: 示范办法
类型: 制度
类别: 管理
文号: null
---

# 示范办法

## 第一章 总则

第一条 为了规范示范工作，制定本办法。

第二条 本办法适用于下列情形：

（一）第一种情形；

（二）第二种情形。

## 第二章 附则

第三条 本办法自印发之日起施行。
"""

EVERYTHING = """# 各种写法

## 文字

开会{{ 数("局党组会", 2023) }}，约谈{{ 数("集体约谈", 2023) }}，承诺书{{ 数("承诺书", 2023) }}。

见[台账说明](other.md#二存在问题)和[办法](regulations/model/draft.md)。

**重点** *强调* `代码` 面积3㎡，脚注在此[^1]，外站[网页](https://example.gov.cn/)。

[^1]: 脚注的文字。

## 列表

- 甲项

    - 乙项

按顺序：

1. 第一步
2. 第二步

术语甲
:   释义甲。

> 引用的话。

!!! note "提示标题"
    提示的文字。

??? info "折叠标题"
    折叠的文字。

```text
代码块
```

## 表格

| 左列 | 中列 | 右列 |
| :--- | :---: | ---: |
| 左 | 中 | 12 |
| 高 | """ + "格内文字很多，" * 500 + """这是末尾 | |

网址https://example.gov.cn/""" + "abcdefghij" * 9 + """结束。

{{ 指标表(2023) }}

{{ 图("集体约谈", 2023, 按="季度") }}
"""

FILES = {
    "data/figures.yml": (
        SMALL["data/figures.yml"] + "承诺书:\n  单位: 份\n  口径: 当年签订的份数。\n"
    ),
    "docs/report.md": running_text("年度报告", 1),
    "docs/other.md": running_text("台账说明", 11),
    "docs/everything.md": EVERYTHING,
    "docs/regulations/model/draft.md": REGULATION,
    "data/2023/ledgers/talks.csv": (
        "编号,日期,类别,人数\r\n2023-001,2023-03-20,集体约谈,12\r\n"
    ),
    "data/books.yml": (
        "- 代号: book\n  标题: 示范汇编\n  版式: 书\n  目录列条: true\n  页面:\n"
        "    - everything.md\n    - other.md\n    - regulations/model/draft.md\n    - report.md\n"
        "- 代号: report\n  标题: 年度报告\n  版式: 公文\n  页面:\n    - report.md\n"
    ),
}
"""A book of every construct and a report."""
