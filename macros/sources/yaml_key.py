"""What a YAML key may look like: one that only looks right would silently be another key."""

import re

from macros.sources.text import INVISIBLE

LOOK_ALIKE = re.compile("[\u0370-\u03ff\u0400-\u04ff\uff01-\uff5e]")


def key_problem(key: str) -> tuple[str, str] | None:
    """Return fact and hint if a key holds characters that only look right."""
    if key == "<<":
        return "用了 YAML 的合并键 <<", "把要合并的内容照样写一遍。"
    if not key.strip() or key != key.strip() or "\u3000" in key:
        return f"键“{key}”前后或中间有空格", "删去空格，如 数值: 30。"
    if "\n" in key or INVISIBLE.search(key):
        return "键里有换行或看不见的字符", "把这个键重新敲一遍，写在一行里。"
    found = LOOK_ALIKE.search(key.replace("，", "").replace("（", "").replace("）", ""))
    if found:
        fact = f"键“{key}”里的“{found.group()}”是形近字（U+{ord(found.group()):04X}）"
        return fact, "把这个键重新敲一遍，字母和符号用半角。"
    return None
