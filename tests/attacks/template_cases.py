"""J and S: pages that would compute, read files or run commands through Jinja."""

from pathlib import Path

from tests.attacks.case import Case, page, whole_page

SECRET = "秘密口令"
OUTSIDE = {"secret.txt": SECRET + "\n"}
LINKED = {**OUTSIDE, "docs/link.txt": Path("../secret.txt")}

MISTAKES = (
    page("J01", "没有这个名字", "全年{{ 局党组会 }}。"),
    page("J02", "取属性", "全年{{ 数.局党组会 }}。"),
    page("J03", "参数不够，宏会出错", '全年{{ 数("局党组会") }}。'),
    page("J03b", "宏没有这个参数", '全年{{ 数("局党组会", 2023, 单位="次") }}。'),
    page("J03c", "没有这个宏", '全年{{ 数字("局党组会", 2023) }}。'),
    page("J03d", "参数类型不对", '全年{{ 数("局党组会", "2023") }}。'),
    page("J04", "双花括号没有关", '全年{{ 数("局党组会", 2023) 。'),
    page("J05", "if 没有 endif", "{% if 数 %}\n有"),
    page("J06", "条件里拼错名字", "{% if 党组会数 %}有{% else %}无{% endif %}"),
    page("J07", "全角花括号", '全年｛｛ 数("局党组会", 2023) ｝｝。'),
    page("J08", "单花括号", '全年{ 数("局党组会", 2023) }。'),
    page("J09", "过滤器拼错", '全年{{ 数("局党组会", 2023)|rond }}。'),
    page("J10", "除以零", "人均{{ 30/0 }}次。"),
    page("J11", "用默认值掩盖缺失", '全年{{ 数("集体约谈", 2023)|default("") }}。'),
    page("J12", "拿缺的数做加法", '全年{{ 数("集体约谈", 2023) + 1 }}。'),
    page("J13", "键名撞方法", "共{{ 数.items }}。", must_not=("method",)),
    page("J14", "全角点", "共{{ 数．局党组会 }}。"),
    page("J15", "弯引号", "全年{{ 数(“局党组会”, 2023) }}。"),
    page("J16", "循环拼错名字", "{% for 次 in 会议表 %}{{ 次 }}{% endfor %}"),
    whole_page("J17", "页首的键盖过数据",
               "---\ntitle: 学习\n局党组会: 99\n---\n# 学习\n\n正文。\n"),
    page("J18", "页内另设一个数", "{% set 数 = 99 %}全年{{ 数 }}。", must_not=("全年99",)),
    page("J19", "改动共用的数据", '{{ 数.update({"局党组会": 99}) }}', must_not=("全年99",)),
    whole_page("J20", "关掉宏", "---\nrender_macros: false\n---\n# 学习\n\n正文。\n", line=2),
    whole_page("J20b", "不用 --- 的页首设置", "render_macros: false\n\n# 学习\n\n正文。\n", line=1),
    page("J21", "代码块里的样例", '```\n全年{{ 数("局党组会", 2023) }}。\n```\n\n写 `{{ 数() }}`。',
         expect="accept", at="", must_show=('{{ 数("局党组会", 2023) }}', "{{ 数() }}")),
    page("J22", "引入自己", '{% include "case.md" %}'),
    page("J23", "死循环", "{% for i in range(10**9) %}{% endfor %}"),
    page("J24", "撑爆内存", "{{ ('字'*10**10)|length }}"),
    page("J25", "合并冲突标记", "<<<<<<< HEAD\n三十次\n=======\n三十一次\n>>>>>>> 他的",
         must_not=("HEAD",)),
    whole_page("J26", "标题里的未知名字", "# 学习{{ 未知 }}\n\n正文。\n", line=1),
    whole_page("J27", "页首标题里的花括号",
               "---\ntitle: '{{ 未知 }}'\n---\n# 学习\n\n正文。\n", line=2),
    page("J28", "缩进的代码块骗过检查", ' ```\n{{ cycler.__init__ }}\n ```', line=4),
    page("J29", "没有收尾的代码块骗过检查", "```\n{{ cycler.__init__ }}", line=4),
)  # fmt: skip

ESCAPES = (
    page("S01", "执行命令",
         '{{ joiner.__init__.__globals__.os.popen("echo a$((40+2))b").read() }}',
         must_not=("a42b",)),
    page("S02", "读环境变量", '{{ dict.__globals__["os"].environ["HOME"] }}'),
    page("S03", "读系统文件",
         '{{ lipsum.__globals__["__builtins__"]["open"]("/etc/hostname").read() }}'),
    page("S04", "取设置", '{{ config["plugins"] }}'),
    page("S05", "改设置", '{{ config.update({"site_dir": "别处"}) }}'),
    page("S06", "泄露机器信息", "{{ macros_info() }}"),
    page("S07", "引入上级目录", '{% include "../secret.txt" %}', files=OUTSIDE, must_not=(SECRET,)),
    page("S08", "引入绝对路径", '{% include "/etc/hostname" %}'),
    page("S09", "经符号链接引入", '{% include "link.txt" %}', files=LINKED, must_not=(SECRET,)),
    page("S10", "片段取上级目录", '--8<-- "../secret.txt"', files=OUTSIDE, must_not=(SECRET,)),
    page("S11", "片段经符号链接", '--8<-- "docs/link.txt"', files=LINKED, must_not=(SECRET,)),
    page("S12", "片段取不公开的文件", '--8<-- "data/2023/figures.yml"'),
    page("S13", "片段不存在", '    --8<-- "没有.txt"'),
    page("S14", "字符串的类", '{{ "".__class__.__base__.__subclasses__() }}'),
    page("S15", "过滤器绕过下划线", '{{ ("字"|attr("__class__"))|string }}'),
    page("S16", "写文件",
         '{{ cycler.__init__.__globals__.__builtins__.open("写", "w").write("x") }}'),
    page("S17", "取内部对象", "{{ navigation.pages }}{{ files }}"),
    page("S18", "格式字符串取属性", '{{ "{0.__class__}".format(数) }}', must_not=("&lt;class",)),
    page("S19", "宏的 __globals__", "{{ 数.__globals__ }}"),
    page("S20", "下标", '{{ 数["__call__"]("局党组会", 2023) }}'),
    page("S21", "参数里再调用", '{{ 数(lipsum(), 2023) }}'),
    page("S22", "参数里是变量", "{{ 数(config, 2023) }}"),
    page("S23", "收下任意参数", "{{ 数(*config) }}"),
    page("S24", "比较和条件", '{{ 数("局党组会", 2023) if config else 1 }}'),
    page("S25", "行语句", "{%- set a = 1 -%}"),
    page("S26", "一行两处调用", '{{ 数("局党组会", 2023) }}{{ cycler }}'),
    Case("S27", "页面名带花括号", {"docs/{{ 数 }}.md": "# 学习\n"}, at="docs/{{ 数 }}.md"),
)  # fmt: skip

CASES = (*MISTAKES, *ESCAPES)
