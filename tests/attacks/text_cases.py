"""X: data whose text would become HTML, Markdown or a template on the page."""

from tests.attacks.case import VALUES, Case

SHOWS_ALL = (
    '# 数\n\n召开{{ 数("局党组会", 2023) }}。\n\n{{ 指标表(2023) }}\n\n'
    '{{ 产生自("局党组会", 2023) }}\n\n{{ 待补清单(2023) }}\n'
)


def _everywhere(id: str, threat: str, text: str, *must_not: str) -> Case:
    """Return a case with `text`, quoted for YAML, in every free text of a figure."""
    files = {
        "data/figures.yml": f"局党组会:\n  单位: {text}\n  口径: {text}\n  说明: {text}\n",
        VALUES: f"局党组会:\n  数值: null\n  来源: {text}\n  原因: {text}\n  责任科室: {text}\n",
        "docs/index.md": SHOWS_ALL,
    }
    return Case(id, threat, files, "escape", must_not=must_not)


TEXTS = {
    "X01": ("脚本", "'计会议<script>alert(\"口径\")</script>'", "<script>alert"),
    "X02": ("图片的 onerror", "'<img src=无 onerror=alert(2)>'", "<img"),
    "X03a": ("程序链接", "'[查看](javascript:alert(3))'", 'href="javascript:'),
    "X03b": ("引用式链接", "'[查看][甲]'", ">查看</a>"),
    "X04": ("竖线和换行", '"计|不计\\n\\n| a | b |"', "计|不计"),
    "X05": ("标题和强调", "'# 口径 **加粗** _斜体_ `代码`'",
            "<strong>加粗", "<em>斜体", "<code>代码"),
    "X07": ("冲出属性", "'\"><b onclick=alert(7)>'", "<b "),
    "X08": ("自动链接", "'<https://外站.example>'", '<a href="https'),
    "X09": ("属性表", "'次{: onclick=alert(9) }'", ' onclick="alert'),
}  # fmt: skip
"""What is meant, the text quoted for YAML, and what must not come of it."""

CASES = (
    *(_everywhere(id, *about) for id, about in TEXTS.items()),
    _everywhere("X06", "模板注释", '"{# 口径 #}"', "{# 口径 #}"),
)
