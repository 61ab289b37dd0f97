"""Text files as editors save them: encoding, line ends and characters that cannot be seen."""

import errno
import re
from collections.abc import Iterator
from pathlib import Path

from macros.problems import Problem, ProblemsFound, Where

MAX_BYTES = 1_000_000
"""YAML and Markdown above this size are refused: they are ledgers in the wrong format."""

INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00a0\u00ad\u115f\u1160\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\ue000-\ue00f\ufff9-\uffff"
    "\U000e0000-\U000e0fff]|[\u0300-\u036f]{3}"
)
UNUSUAL = re.compile("[^\t\n -~\u3000-\u303f\u3400-\u9fff\uff01-\uff5e‘’“”…—·]")
"""Hardly any page has a character of this kind, and only these can be invisible."""

REASONS = {
    errno.EISDIR: "它是文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "文件不见了",
    errno.ELOOP: "链接成环",
    errno.ENAMETOOLONG: "文件名太长",
}
TEMPLATE_MARKS = ("{{", "{%", "{#", "}}", "%}", "#}")
TEMPLATE_MARK = re.compile("|".join(map(re.escape, TEMPLATE_MARKS)))
CHINESE = re.compile("[\u3400-\u9fff]")
FOREIGN = re.compile("[\u0080-\u07ff]{2}")
"""What short Chinese words in GBK look like as UTF-8: 学习 becomes ѧϰ."""

CONFLICT_MARK = re.compile(
    r"^(?:<{7}(?: |$)|={7}$|>{7}(?: |$)|\|{7}(?: |$))", re.MULTILINE
)


def read_text(path: Path, name: str, encodings: tuple[str, ...] = ("utf-8",)) -> str:
    """Return the text of a file without its byte order mark, all line ends as ``\\n``.

    Args:
        path: the file.
        name: the file as messages show it.
        encodings: accepted ones, tried in order.

    Raises:
        ProblemsFound: if the file cannot be read or is in another encoding.
    """
    text = read_raw_text(path, name, encodings)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def read_raw_text(path: Path, name: str, encodings: tuple[str, ...] = ("utf-8",)) -> str:
    """Return the text of a file without its byte order mark, line ends as they are.

    Args:
        path: the file.
        name: the file as messages show it.
        encodings: accepted ones, tried in order.

    Raises:
        ProblemsFound: if the file cannot be read or is in another encoding.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ProblemsFound([_unreadable(name, error)]) from error
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise ProblemsFound([_wrong_encoding(name, 1, "UTF-16")])
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError as error:
            line = raw[: error.start].count(b"\n") + 1
            continue
        foreign = None if CHINESE.search(text) else FOREIGN.search(text)
        if foreign is None:
            return text
        line = text.count("\n", 0, foreign.start()) + 1
    raise ProblemsFound([_wrong_encoding(name, line, "GBK")])


def too_large(path: Path, name: str) -> Problem | None:
    """Return a problem if the file exceeds `MAX_BYTES`."""
    size = path.stat().st_size
    if size <= MAX_BYTES:
        return None
    return Problem(
        Where(name),
        "file-size",
        f"文件有 {size} 字节，超过 {MAX_BYTES} 字节",
        "拆成几个文件；成行的记录放进 data/<年份>/ledgers/ 下的 CSV 台账。",
    )


def character_problems(text: str, name: str) -> Iterator[Problem]:
    """Yield a problem for each line with invisible characters or a merge conflict mark."""
    is_seen = not UNUSUAL.search(text) or not INVISIBLE.search(text)
    if is_seen and not CONFLICT_MARK.search(text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        found = INVISIBLE.search(line)
        if found:
            yield Problem(
                Where(name, number),
                "invisible-character",
                f"这一行第 {found.start() + 1} 个字符是看不见的 U+{ord(found.group()[0]):04X}",
                "删去这个字符，或把这一行重新敲一遍（不要从网页或聊天窗口粘贴）。",
            )
        if CONFLICT_MARK.match(line):
            yield Problem(
                Where(name, number),
                "merge-conflict",
                f"留有合并冲突标记“{line[:20]}”",
                "在两种写法里选定一种，删去 <<<<<<<、=======、>>>>>>> 各行。",
            )


def template_problems(text: str, name: str) -> Iterator[Problem]:
    """Yield a problem for each line of data that holds template marks."""
    if "{" not in text and "}" not in text:
        return
    for number, line in enumerate(text.split("\n"), 1):
        found = TEMPLATE_MARK.search(line)
        if found:
            fact = f"内容里有模板括号“{found.group()}”"
            hint = "数据里只写内容，不写 {{ }}、{% %}、{# #}。"
            yield Problem(Where(name, number), "template-in-data", fact, hint)


def _unreadable(name: str, error: OSError) -> Problem:
    reason = REASONS.get(error.errno, "被别的程序占用或已损坏")
    fact = f"文件读不出来（{reason}）"
    return Problem(Where(name), "unreadable", fact, "确认文件还在、没有被占用、有权限打开。")


def _wrong_encoding(name: str, line: int, guess: str) -> Problem:
    return Problem(
        Where(name, line),
        "encoding",
        f"文件不是 UTF-8 编码（像是 {guess}）",
        "用记事本打开，另存为，编码选 UTF-8，再保存。",
    )
