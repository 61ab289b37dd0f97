"""What one YAML value means: a number, a date, true, false, null or a text, never a guess."""

import re
from datetime import date
from decimal import Decimal

from macros.sources.text import INVISIBLE, TEMPLATE_MARK

INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,17})$")
DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,17})\.\d{1,6}$")
DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")
FULL_WIDTH = re.compile("[０-９．－％]")
BOOLEAN_WORDS = {"yes", "no", "on", "off", "y", "n"}
NUMBER_LIKE = re.compile(r"[+\-−]?[\d０-９][\d０-９_,，.．:：/／\-eExXoO%％\s]*[a-fA-F]?$")
NUMBER_WITH_TAIL = re.compile(r"\d[\d.,]*\s*#")
NOT_A_NUMBER = re.compile(r"[+\-]?\.(?:nan|inf)$", re.IGNORECASE)
SERIAL = re.compile(r"\d{4}-\d{2,3}$")
"""A serial number within a year, as in ``2023-01``: never a date, so not ambiguous."""
HEX = re.compile(r"0[xXoObB][0-9a-fA-F]+$")


class Refused(Exception):
    """The value could be read in two ways; carries code, fact and hint."""

    def __init__(self, fact: str, hint: str, code: str = "yaml-value") -> None:
        self.code = code
        self.fact = fact
        self.hint = hint
        super().__init__(fact)


def resolve(text: str, plain: bool) -> object:
    """Return the value of a scalar.

    Args:
        text: as written, quotes removed.
        plain: whether it stood without quotes.

    Raises:
        Refused: if it is ambiguous, blank between quotes, or holds template marks.
    """
    if TEMPLATE_MARK.search(text):
        raise Refused(
            f"内容“{_short(text)}”里有模板括号",
            "数据里只写内容，不写 {{ }}、{% %}、{# #}。",
            "template-in-data",
        )
    hidden = INVISIBLE.search(text)
    if hidden:  # written as an escape, else the file would not have been read
        fact = f"内容里有看不见的 U+{ord(hidden.group()[0]):04X}"
        raise Refused(fact, "删去反斜杠开头的转义，照字面写。", "invisible-character")
    if not plain:
        return _quoted(text)
    if text == "null":
        return None
    if text in ("", "~"):
        hint = "填上内容；还没有就写 null（页面显示【待填】）。"
        raise Refused("冒号后面没有内容", hint, "blank-value")
    if text in ("true", "false"):
        return text == "true"
    if INTEGER.match(text):
        return int(text)
    if DECIMAL.match(text):
        return Decimal(text)
    if DATE.match(text):
        return _date(text)
    _refuse_ambiguous(text)
    return text


def _quoted(text: str) -> str:
    if not text.strip():
        raise Refused("内容是空的（引号里什么也没有）", "没有内容就写 null。", "blank-value")
    return text


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"没有“{text}”这一天", "核对月和日，写成 2023-03-05。") from None


def _refuse_ambiguous(text: str) -> None:
    if text.lower() in BOOLEAN_WORDS or text in ("True", "False", "TRUE", "FALSE"):
        raise Refused(f"“{text}”会被当成“是/否”", '是否写 true 或 false；是文字就加引号，如 "no"。')
    if text in ("Null", "NULL", "="):
        raise Refused(f"“{text}”意思不清", "没有内容写 null；是文字就加引号。")
    if NOT_A_NUMBER.match(text):
        raise Refused(f"“{text}”不是一个数", "写阿拉伯数字，如 30；没有数就写 null。")
    if text.startswith("#"):
        raise Refused(f"“{text}”会被当成注释", "加引号。")
    if SERIAL.match(text):
        return
    if HEX.match(text) or NUMBER_LIKE.match(text) or NUMBER_WITH_TAIL.match(text):
        raise Refused(
            f"“{_short(text)}”像数又不是规范的数",
            "数写成 1000 或 98.71（半角、不加逗号和前导零）；"
            '日期写成 2023-03-05；编号、电话、时刻等文字加引号，如 "012"。',
        )
    if FULL_WIDTH.search(text) and not re.search(r"[^\d０-９．－％.\s]", text):
        raise Refused(f"“{text}”里有全角数字", "改成半角数字，如 120。")


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:30] + "…"
