"""K: what an outsider hides or a clerk lets through: escapes, look-alikes, other formats."""

from tests.attacks.case import VALUES, Case, config, data, file, page, value, whole_page
from tests.attacks.html_cases import SVG
from tests.attacks.site_cases import PLAIN

MEETINGS = "data/2023/ledgers/meetings.csv"
HEADER = "编号,日期,类别,议题,应到,实到\n"
ROW = "2023-001,2023-03-06,局务会,甲,30,28\n"
NAV = "  - 其他: ./\n"
STRICT = "strict: true\n"
RULE = "docs/regulations/a/draft.md"


def ledger(id: str, threat: str, content: str | bytes, line: int = 1, **more: object) -> Case:
    """Return a case whose ledger of meetings is `content`."""
    at = f"{MEETINGS}:{line}" + more.pop("column", "")
    counted = {VALUES: "局党组会:\n  数值: 0\n  来源: 会议登记簿\n"}
    return Case(id, threat, {MEETINGS: content, **counted}, **{"at": at, **more})


def cell(id: str, threat: str, text: str, column: str) -> Case:
    """Return a case whose ledger has `text` in place of one cell."""
    names = HEADER.strip().split(",")
    cells = ROW.strip().split(",")
    cells[names.index(column)] = text
    return ledger(id, threat, HEADER + ",".join(cells) + "\n", 2, column=f"（{column}列）")


def front(id: str, threat: str, text: str, line: int = 2) -> Case:
    """Return a case whose page has `text` above."""
    return whole_page(id, threat, f"---\n{text}\n---\n# 学习\n\n正文。\n", line)


CHARACTERS = (
    data("K01a", "反向书写符", "局党组会:\n  数值: 30\n  来源: 登记\u202e簿\n", line=3),
    data("K01b", "引号里的转义", '局党组会:\n  数值: 30\n  来源: "甲\\u202e乙"\n', line=3),
    data("K01c", "引号里的零宽空格", '局党组会:\n  数值: 30\n  来源: "\\u200b"\n', line=3),
    data("K01d", "引号里的空字符", '局党组会:\n  数值: 30\n  来源: "甲\\0乙"\n', line=3),
    data("K01e", "引号里的私用字符", '局党组会:\n  数值: 30\n  来源: "甲\\ue000乙"\n', line=3),
    data("K01f", "引号里的模板括号", '局党组会:\n  数值: 30\n  来源: "\\x7b\\x7b 数"\n', line=3),
    data("K02a", "键里有换行", '"局党\\n组会":\n  数值: 30\n  来源: 甲\n', line=1),
    data("K02b", "日文汉字的键", "局党组会:\n  数値: 30\n  来源: 甲\n", line=2),
    data("K02c", "繁体的名称", "局黨组会:\n  数值: 30\n  来源: 甲\n", line=1),
    page("K03a", "标签字符", "甲\U000e0041乙"),
    page("K03b", "叠加的符号", "甲" + "\u0301" * 40 + "乙"),
    page("K03c", "实体里的零宽空格", "甲&#8203;乙"),
    page("K03d", "实体里的反向书写符", "甲&#x202e;乙"),
    page("K03e", "实体里的空字符", "甲&#0;乙"),
    page("K03f", "有名称的看不见的实体", "甲&ZeroWidthSpace;乙"),
    page("K03g", "代码里的实体", "写 `&#8203;`。", expect="accept", at=""),
    page("K03h", "不换行空格", "甲&nbsp;乙", expect="accept", at=""),
    front("K04a", "标题里的换行", 'title: "学\\n习"'),
    front("K04b", "标题里的反向书写符", 'title: "学\\u202e习"'),
    front("K04c", "三千字的标题", "title: " + "学" * 3000),
    front("K04d", "标题要冲出属性", "title: '\"><b onclick=alert(1)>'"),
)  # fmt: skip

NUMBERS = tuple(
    value(f"K10{letter}", threat, text)
    for letter, threat, text in (
        ("a", "阿拉伯文数字", "٣٠"), ("b", "上标", "30²"), ("c", "带圈数字", "㉚"),
        ("d", "分数", "½"), ("e", "罗马数字", "Ⅲ"), ("f", "正号", "+30"), ("g", "末尾的点", "30."),
        ("h", "开头的点", ".5"), ("i", "空格千分", "3 000"), ("j", "撇号千分", "3'000"),
        ("k", "二进制", "0b11"), ("l", "指数溢出", "1e400"), ("m", "五千位", "9" * 5000),
        ("n", "整数标签", '!!int "30"'), ("o", "二进制标签", "!!binary MzA="),
        ("p", "竖线文字块", "|\n    30"), ("q", "带单位", "30次"),
    )
)  # fmt: skip

DATES = (
    file("K11a", "截至是别的年", "data/2023/year.yml",
         "年份: 2023\n状态: 编制中\n截至: 2021-12-31\n", at="data/2023/year.yml:3"),
    data("K11b", "还没有到的核实日期",
         "局党组会:\n  数值: 30\n  来源: 甲\n  核实人: 乙\n  核实日期: 2199-01-01\n", line=5),
    Case("K11c", "全角数字的年份文件夹", {"data/２０２４/year.yml": "年份: 2024\n"},
         at="data/２０２４/year.yml"),
    Case("K11d", "数据文件是文件夹", {VALUES: None, f"{VALUES}/a": "甲"}, at=f"{VALUES}:1"),
)  # fmt: skip

LEDGERS = (
    ledger("K20a", "分号分隔", (HEADER + ROW).replace(",", ";")),
    ledger("K20b", "制表符分隔", (HEADER + ROW).replace(",", "\t")),
    ledger("K20c", "全角逗号分隔", (HEADER + ROW).replace(",", "，")),
    ledger("K20d", "Excel 工作簿改名", b"PK\x03\x04" + bytes(99)),
    ledger("K20e", "旧 Excel 工作簿改名", b"\xd0\xcf\x11\xe0" + bytes(99)),
    ledger("K20f", "网页改名", "<html><table><tr><td>编号</td></tr></table></html>\n"),
    ledger("K20g", "sep= 一行", "sep=,\n" + HEADER + ROW),
    ledger("K20h", "标题行", "2023年会议台账,,,,,\n" + HEADER + ROW),
    ledger("K20i", "合计行", HEADER + ROW + "合计,,,,30,28\n", 3, column="（日期列）"),
    ledger("K20j", "UTF-16", (HEADER + ROW).encode("utf-16")),
    ledger("K20k", "合并冲突标记", HEADER + "<<<<<<< HEAD\n" + ROW + "=======\n>>>>>>> 甲\n", 2),
    ledger("K20l", "四十万字的一格", HEADER + ROW.replace("甲", "甲" * 400_000), 2),
    ledger("K20m", "全角数字的编号重复",
           HEADER + ROW + ROW.replace("2023-001", "２０２３-001"), 3, column="（编号列）"),
    ledger("K20n", "旧 Mac 换行", (HEADER + ROW).replace("\n", "\r").encode(),
           expect="accept", at=""),
    ledger("K20o", "表格软件留下的空格和空行", HEADER.strip() + ",,\n" + ROW + ",,,,,,,\n",
           expect="accept", at=""),
    cell("K21a", "公式", '"=HYPERLINK(""http://evil.example"")"', "议题"),
    cell("K21b", "执行命令的公式", "=cmd|'/c calc'!A0", "议题"),
    cell("K21c", "@ 开头的公式", "@SUM(A1)", "议题"),
    cell("K21d", "错误值", "#REF!", "议题"),
    cell("K21e", "列太窄", "########", "日期"),
    cell("K21f", "日期序号", "44991", "日期"),
    cell("K21g", "带时刻的日期", "2023/3/6 0:00", "日期"),
    cell("K21h", "英文日期", "6-Mar-23", "日期"),
    cell("K21i", "中文日期", "2023年3月6日", "日期"),
    cell("K21j", "带单位", "28人", "实到"),
    cell("K21k", "科学记数", "1E+02", "实到"),
    cell("K21l", "小数", "28.0", "实到"),
    cell("K21m", "往年的日期", "2022-03-06", "日期"),
)  # fmt: skip

CALLS = (
    page("K30a", "几百层的参数", "{{ 数(" + "[" * 300 + "]" * 300 + ", 2023) }}"),
    page("K30b", "负的年份", '{{ 数("局党组会", -2023) }}'),
    page("K30c", "小数年份", '{{ 数("局党组会", 2023.0) }}'),
    page("K30d", "巨大的年份", '{{ 数("局党组会", 99999999999999999999) }}'),
    page("K30e", "字典参数", '{{ 数({"a": 1}, 2023) }}'),
    page("K30f", "拼接的参数", '{{ 数("局" ~ "党组会", 2023) }}'),
    page("K30g", "参数里的过滤器", '{{ 数("局党组会"|upper, 2023) }}'),
    page("K30h", "再调用结果", '{{ 数("局党组会", 2023)() }}'),
    page("K30i", "取反", '{{ not 数("局党组会", 2023) }}'),
    page("K30j", "raw 块", "{% raw %}{{ cycler }}{% endraw %}"),
    page("K30k", "换行的参数", '{{ 数("局党组会",\n2023) }}'),
    page("K30l", "链接地址里的宏", '[甲]({{ 数("局党组会", 2023) }})'),
    page("K30m", "重复的参数名", '{{ 数(名称="甲", 名称="乙") }}'),
    page("K30n", "列表里的代码块骗过检查", "- 甲\n\n    ```\n    {{ cycler }}\n    ```", line=6),
    page("K30o", "围栏里的围栏", "````\n```\n{{ x }}\n````", expect="accept", at=""),
)

LINKS = (
    page("K40a", "网址里冒充的主机", "[甲](https://www.gov.cn@evil.example/)"),
    page("K40b", "网址里的西里尔字母", "[甲](https://www.b\u0435ijing.gov.cn/)"),
    page("K40c", "反斜线网址", "[甲](https:\\\\evil.example)"),
    page("K40d", "断开两行的程序链接", "[甲](java\nscript:alert(1))"),
    page("K40e", "ftp", "[甲](ftp://a.example/b)"),
    page("K40f", "blob", "[甲](blob:https://a/b)"),
    page("K40g", "编码的上级目录", "[甲](%2e%2e/mkdocs.yml)"),
    page("K40h", "没有的脚注", "甲[^9]。"),
    page("K40i", "有的脚注", "甲[^9]。\n\n[^9]: 乙。", expect="accept", at=""),
    page("K40j", "图片里的 SVG", "![甲](data:image/svg+xml;base64,PHN2Zz4=)"),
)

FILES = (
    file("K50a", "SVG 引用样式", "docs/a.svg",
         '<?xml-stylesheet href="http://evil.example/a.css"?>\n' + SVG.format("")),
    file("K50b", "SVG 动画改链接", "docs/a.svg",
         SVG.format('<set attributeName="onload" to="alert(1)"/>'), at="docs/a.svg:2"),
    file("K50c", "SVG 引入文件", "docs/a.svg",
         SVG.format('<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>'),
         at="docs/a.svg:2"),
    file("K50d", "三千层的 SVG", "docs/a.svg", SVG.format("<g>" * 3000 + "</g>" * 3000)),
    file("K51a", "以 - 开头的名称", "docs/-rf.md", "# 甲\n"),
    file("K51b", "表情名称", "docs/😀.md", "# 甲\n"),
    file("K51c", "全角字母的名称", "docs/ａ.md", "# 甲\n"),
    file("K51d", "反向书写的扩展名", "docs/files/a\u202efdp.exe"),
    file("K51e", "盖住网站自己的页", "docs/404.md", "# 甲\n"),
    file("K51f", "带宏的文稿", "docs/files/a.docm"),
    file("K52a", "书里没有的页面", "data/books.yml",
         "- 代号: a\n  标题: 书\n  版式: 书\n  页面: [none.md]\n", at="data/books.yml:4"),
    file("K52b", "书的代号跳出文件夹", "data/books.yml",
         "- 代号: ../a\n  标题: 书\n  版式: 书\n  页面: [index.md]\n", at="data/books.yml:1"),
    file("K52c", "什么都放过的例外", "data/exceptions.yml",
         '- 检查: ".*"\n  位置: {文件: "*", 原文: ".*"}\n  原因: 全\n  日期: 2024-01-01\n',
         at="data/exceptions.yml:1"),
    file("K53", "阿拉伯数字的条", RULE, "---\ntitle: 办法\n---\n# 办法\n\n第1条 甲。\n",
         at=f"{RULE}:6"),
    config("K54a", "程序作网址", STRICT, STRICT + 'site_url: "javascript:x"\n'),
    config("K54b", "环境变量", "strict: true", "strict: !ENV [X, true]"),
    config("K54c", "菜单指到上级", NAV, "  - 甲: ../data/\n" + NAV, files=PLAIN),
    config("K54d", "菜单指到外站", NAV, "  - 甲: https://evil.example/\n" + NAV, files=PLAIN),
    config("K54e", "名称里的空字符", "site_name: ", 'site_name: "\\0" #'),
    config("K54f", "隐藏页面", STRICT, STRICT + 'exclude_docs: "*"\n'),
    config("K54g", "全角冒号", "strict: true", "strict：true"),
)  # fmt: skip

CASES = (*CHARACTERS, *NUMBERS, *DATES, *LEDGERS, *CALLS, *LINKS, *FILES)
