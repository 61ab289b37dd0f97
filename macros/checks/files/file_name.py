"""文件和文件夹的名称在各种电脑上都能用，网址里不走样。

名称里的空格、冒号、问号，以及 con、aux 之类，在 Windows 上打不开或拷不进 U 盘。中文名可以用。

依据：Windows 的文件名规定；路径总长限 260 个字符。

不通过：

    docs/files/约谈 办法?.pdf：
    内容

通过：

    docs/files/约谈办法.pdf：
    内容
"""

import re
import unicodedata
from collections.abc import Iterator

from macros import paths
from macros.problems import Problem, Severity, Where
from macros.rendering.site import RenderedSite
from macros.sources.text import INVISIBLE

RULE = "FILE-01"
CODE = "file-name"
SEVERITIES = (Severity.FAULT,)

MAX_NAME = 100
MAX_PATH = 180
FORBIDDEN = re.compile(r"[\s:?*<>|\"\\#%{}]")
ODD = re.compile("[\uff01-\uff5e\u2600-\u27bf\U0001f000-\U0001ffff]")
RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each name that not every system can hold."""
    for folder in paths.SOURCES:
        for entry in site.entries(folder):
            for fact, hint in _faults(entry.path.name, entry.name):
                yield Problem(Where(entry.name), CODE, fact, hint)


def _faults(name: str, path: str) -> Iterator[tuple[str, str]]:
    try:
        size = len(name.encode("utf-8"))
    except UnicodeEncodeError:
        yield "文件名不是 UTF-8 编码", "重新命名这个文件。"
        return
    found = FORBIDDEN.search(name) or INVISIBLE.search(name)
    if found:
        shown = "空格" if found.group().isspace() else f"“{found.group()}”"
        shown = shown if found.group().isprintable() else f"看不见的 U+{ord(found.group()):04X}"
        yield f"文件名里有{shown}", "换成 - 或删去；用汉字、字母、数字、- 和 _。"
    elif name.startswith("-") or ODD.search(name):
        yield "文件名以 - 开头，或有表情、全角字母", "用汉字、半角字母、数字、- 和 _。"
    if name.endswith("."):
        yield "文件名以点结尾", "删去末尾的点。"
    if RESERVED.fullmatch(name):
        yield f"“{name}”是 Windows 保留的名称", "换一个名称。"
    if unicodedata.normalize("NFC", name) != name:
        yield "文件名用了拆开的字符（不是 NFC）", "重新敲一遍文件名。"
    if size > MAX_NAME:
        yield f"文件名有 {size} 字节，超过 {MAX_NAME} 字节", "缩短文件名，一个汉字是 3 字节。"
    elif len(path) > MAX_PATH:
        yield f"路径有 {len(path)} 个字，超过 {MAX_PATH} 个", "缩短文件夹或文件的名称。"
