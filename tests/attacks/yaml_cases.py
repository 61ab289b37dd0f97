"""Y: what goes wrong when people type numbers into YAML."""

from tests.attacks.case import PAGE, VALUES, Case, data, value

DECIMALS = (
    "会议费:\n  单位: 万元\n  口径: 当年会议费支出。\n  小数位: 2\n"
    "局党组会:\n  单位: 次\n  口径: 当年召开的局党组会，按次计。\n  上限: 100\n"
)
"""A figure with decimals, and one that never exceeds 100."""

SHOWS_MONEY = '# 经费\n\n会议费{{ 数("会议费", 2023) }}。\n'


def _money(id: str, threat: str, written: str, shown: str) -> Case:
    files = {
        "data/figures.yml": DECIMALS,
        VALUES: f"会议费:\n  数值: {written}\n  来源: 财务科\n",
        "docs/index.md": SHOWS_MONEY,
    }
    return Case(id, threat, files, "accept", must_show=(f"会议费{shown}万元",),
                must_not=("0.30000000000000004",))  # fmt: skip


BLANKS = (
    value("Y01", "冒号后什么都没有", ""),
    value("Y02", "空引号", '""'),
    value("Y03", "引号里只有空格", '"   "'),
    value("Y04", "Excel 错误值被当成注释", "#DIV/0!"),
    value("Y05", "波浪号即空", "~"),
    value("Y06", "全角空格", "\u3000"),
    data("Y07", "没有写数值这一项", "局党组会:\n  来源: 登记簿\n", line=1),
    Case("Y08", "引用的数整段没有", {
        "data/figures.yml": "集体约谈:\n  单位: 次\n  口径: 当年集体约谈，按次计。\n",
        VALUES: "集体约谈:\n  数值: 2\n  来源: 登记簿\n",
    }, at="docs/index.md:3"),
    data("Y09", "键里混了希腊字母", "局党组会:\n  数值: 30\n  Αlpha: 1\n", line=3),
    data("Y10", "键后有全角空格", "局党组会:\n  数值\u3000: 30\n"),
    value("Y11", "数字里有零宽空格", "3\u200b0"),
    value("Y12a", "占位词", "待定"),
    value("Y12b", "占位词", "TBD"),
    value("Y12c", "占位词", "—"),
    value("Y12d", "占位词", "若干"),
    value("Y13", "不是数", ".NaN"),
    value("Y14", "无穷大", "-.inf"),
)  # fmt: skip

SYNTAX = (
    value("Y20", "引号没有关", '"30'),
    data("Y21", "同一项写两次", "局党组会:\n  数值: 30\n  数值: 31\n", line=3),
    data("Y22", "Tab 缩进", "局党组会:\n\t数值: 30\n"),
    data("Y23", "全角冒号", "局党组会:\n  数值：30\n"),
    data("Y24", "内容里又有冒号空格", "局党组会:\n  来源: 登记簿: 第3页\n  数值: 30\n"),
    value("Y25", "以 @ 开头", "@办公室"),
    value("Y26", "以 % 开头", "%30"),
    value("Y27", "以 * 开头", "*必填*"),
    data("Y28", "合并冲突标记",
         "局党组会:\n<<<<<<< 我的\n  数值: 30\n=======\n  数值: 31\n>>>>>>> 他的\n"),
    data("Y29", "两份内容", "局党组会:\n  数值: 30\n---\n局党组会:\n  数值: 31\n", line=3),
    data("Y30", "空文件", "", line=1),
    data("Y30b", "只有注释", "# 2023 年的数\n", line=1),
    data("Y31", "最上层是列表", "- 数值: 30\n", line=1),
    data("Y32", "一条写成了数", "局党组会: 30\n", line=1),
    value("Y33", "数写成列表", "[30, 31]"),
    data("Y34", "缩进多一格", "局党组会:\n  数值: 30\n   来源: 登记簿\n", line=3),
    value("Y35", "模板括号", "{{ 6*5 }}"),
    value("Y36", "引号里的模板括号", '"{{ 6*5 }}"'),
    value("Y37", "响铃字符", "3\x070"),
    value("Y38", "空字符", "3\x000"),
    value("Y39", "单独的等号", "="),
    value("Y40", "执行命令的标签", '!!python/object/apply:os.system ["touch pwned"]'),
    data("Y41", "自己引用自己", "局党组会: &甲\n  数值: *甲\n", line=1),
    data("Y42", "引用炸弹", "甲: &甲 [哈, 哈, 哈]\n" + "".join(
        f"{name}: &{name} [{', '.join(['*' + above] * 9)}]\n"
        for above, name in zip("甲乙丙丁戊己庚", "乙丙丁戊己庚辛", strict=True)
    ), line=1),
    data("Y43", "套了几千层", "局党组会: " + "{数值: " * 4000 + "30" + "}" * 4000 + "\n", line=1),
    data("Y44", "列表作键", "? [局党组会, 局务会]\n: 数值\n", line=1),
)  # fmt: skip

ENCODINGS = (
    data("Y50", "记事本的 UTF-8 标记", b"\xef\xbb\xbf" + "局党组会:\n  数值: 30\n".encode(),
         expect="accept", at="", must_show=("30次",)),
    data("Y51", "GBK", "局党组会:\n  数值: 30\n".encode("gbk"), line=1),
    data("Y52", "GB18030 四字节字", "局党组会:\n  数值: 30\n  来源: 㑇\n".encode("gb18030"),
         line=1),
    data("Y53", "UTF-16", "局党组会:\n  数值: 30\n".encode("utf-16"), line=1),
    data("Y54", "Windows 换行", "局党组会:\r\n  数值: 30\r\n".encode(),
         expect="accept", at="", must_show=("30次",)),
    data("Y55", "旧 Mac 换行", "局党组会:\r  数值: 30\r".encode(),
         expect="accept", at="", must_show=("30次",)),
    data("Y56a", "行分隔符 U+2028", "局党组会:\n  数值: 30\u2028  来源: 甲\n"),
    data("Y56b", "下一行符 U+0085", "局党组会:\n  数值: 30\x85  来源: 甲\n"),
)  # fmt: skip

NUMBERS = (
    value("Y60", "全角数字", "３０"),
    value("Y61", "汉字年份式数字", "二〇三"),
    value("Y62", "时刻变成分钟数", "8:30"),
    value("Y63", "八进制", "030"),
    value("Y64", "区号", "0571"),
    value("Y65", "下划线", "3_000"),
    value("Y66", "逗号", "3,000"),
    value("Y67", "全角逗号", "3，000"),
    value("Y68", "no 变成否", "no"),
    value("Y69", "on 变成是", "on"),
    value("Y70a", "yes 变成是", "yes"),
    value("Y70b", "Y 是文字", "Y"),
    value("Y71", "科学记数", "3e1"),
    value("Y72", "十六进制", "0x1E"),
    _money("Y73", "尾零不能丢", "1.10", "1.10"),
    value("Y74", "数后紧跟井号", "30#含扩大会"),
    value("Y75", "斜线日期", "2023/3/5"),
    value("Y76", "美式日期", "3/5/23"),
    data("Y77", "日期变成序号",
         "局党组会:\n  数值: 30\n  核实人: 甲\n  核实日期: 45000\n", line=4),
    value("Y78", "没有的日期", "2023-02-30"),
    value("Y79", "不补零的日期", "2023-3-5"),
    value("Y80", "带时区的时间", "2023-03-05T08:00:00+08:00"),
    value("Y81", "数学减号", "−30"),
    value("Y82", "全角百分号", "30％"),
    value("Y83", "超长整数", "98765432109876543210987"),
    _money("Y84", "二进制小数", "0.3", "0.30"),
    value("Y85", "数的位置写了日期", "2023-03-05"),
    value("Y86", "负数", "-3"),
    Case("Y87", "多打了几个零", {
        "data/figures.yml": DECIMALS, VALUES: "局党组会:\n  数值: 30000\n  来源: 登记簿\n",
    }, at=f"{VALUES}:2"),
    value("Y88", "时长变成秒数", "1:30:00"),
)  # fmt: skip

LIMITS = (
    data("E13", "超过 1 MB", "局党组会:\n  数值: 30\n" + "# 说明\n" * 150_000, line=1),
    Case("E13b", "页面超过 1 MB", {PAGE: "# 长\n\n" + "字" * 400_000}, at=PAGE),
)

CASES = (*BLANKS, *SYNTAX, *ENCODINGS, *NUMBERS, *LIMITS)
