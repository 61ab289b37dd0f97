"""数字写得规范：不混用、不缩写、用半角，概数用汉字。

`3千余人` 写成 `3000余人` 或 `三千余人`；`三、五次` 写成 `三五次`；年份写全四位；百分数两头都带%；
小数点前的0不省；汉字年份用〇不用零；数字里不夹字母O、l和全角数字。千克、千米这类单位不算。

依据：GB/T 15835 出版物上数字用法（概数、定型词语、局部体例一致）。

不通过：

    docs/a.md：
    # 学习

    参加学习的有3千余人，讨论了三、五次。

不通过：

    docs/a.md：
    # 办理

    23年3月起，办结率为90～95.5%，比二零二二年高。

通过：

    docs/a.md：
    # 学习

    参加学习的有3000余人，讨论了三五次。

通过：

    2023年3月起，办结率为90%～95.5%。
"""

import re
from collections.abc import Iterator

from macros.checks.prose import patterns
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedPage

RULE = "NUM-02 NUM-03 NUM-05 NUM-06"
CODE = "number-form"
SEVERITIES = (Severity.WARNING,)

COUNTED = "[十百千万]?[余多]?(?:次|个|天|年|人|名|遍|回|件|项|份|岁|倍|分钟|小时)(?![级度])"
DECIMAL = r"[0-9]+(?:\.[0-9]+)?"
ZERO = "零OＯo○0"
DIGIT = f"[{ZERO}〇一二三四五六七八九]"

PAIR = "(?:一、二|二、三|三、[四五]|四、五|五、六|六、七|七、八|八、九)"
# A pattern begins with one character, not with many: only then Python looks for that alone.
FORMS = tuple((re.compile(pattern), fault, hint) for pattern, fault, hint in (
    (patterns.lone("[0-9]", "[0-9A-Za-z.]") + "[0-9,.]*[十百千](?![米克瓦卡帕伏赫升字分])",
     "阿拉伯数字和汉字“十、百、千”混用",
     "写成3000余人或三千余人；只有万、亿可以跟在阿拉伯数字后面。"),
    (rf"{PAIR}(?<![第初周期十百千万、0-9]...)(?={COUNTED})",
     "相邻两个数表示概数，中间不用顿号", "写成三五次、七八个；确实指两样的写清楚。"),
    (rf"[0-9][0-9]*几(?={COUNTED})", "概数“几”前面用了阿拉伯数字", "写成十几个、二十几次。"),
    (patterns.lone("[’‘'0-9]", "[0-9]") + "(?:(?<=[’‘'])[0-9]{2}年"
     "|(?<=[0-9])(?<![.第零〇一二三四五六七八九十].)[0-9]年(?:度|[0-9]{1,2}月))",
     "年份没有写全", "写全四位，如 2023年。"),
    ("(?:19|20)(?<![0-9]..)[0-9]{2}年?[-–—~～至][0-9]{2}年(?![来内间以])",
     "年份没有写全", "两头都写全四位，如 2021—2023年。"),
    (patterns.lone("[0-9]", "[0-9.%％A-Za-z-]") + rf"[0-9]*(?:\.[0-9]+)?[-–—~～至]+{DECIMAL}[%％]",
     "前一个数没有带百分号", "两头都带，如 90%～95%。"),
    (rf"\.(?<=[{patterns.CHINESE}，、：（].)[0-9]+(?=[%％{patterns.CHINESE}])",
     "小数点前面少了0", "写成 0.5 的样子。"),
    (patterns.lone("[一二]", DIGIT) + rf"(?={DIGIT}*[{ZERO}]){DIGIT}{{3}}年",
     "汉字年份里的“〇”写错了", "写成二〇二三年，或 2023年。"),
    ("[０-９][０-９]*", "用了全角数字", "改成半角，如 30。"),
    (patterns.lone("[0-9OolI]", "[A-Za-z0-9]") + "(?:(?<=[0-9])[0-9]*[OolI]"
     "|(?<=[OolI])[OolI]*[0-9])[0-9OolI]*(?=[年月日号次场人份篇项个件条万亿元%])",
     "数字里夹了字母", "O、o 改成 0，l、I 改成 1，并核对这个数。"),
))  # fmt: skip


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a reminder for each number that is written as standards do not allow."""
    for pattern, fault, hint in FORMS:
        for line, found in patterns.matches(page, pattern):
            context = patterns.around(line.plain, found.start(), found.end(), 4, 4)
            yield Problem(line.where, CODE, f"“{context}”{fault}", hint, Severity.WARNING)
