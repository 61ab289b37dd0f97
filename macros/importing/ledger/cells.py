"""Cells of a workbook as the text a ledger holds, column by column."""

import re
import unicodedata
from datetime import date, time, timedelta

from macros.formatting import MISSING
from macros.importing.ledger.dates import read_day
from macros.importing.ledger.reading import Reading, doubtful, refused
from macros.importing.ledger.sheet import CellError, Place, Sheet, Value
from macros.models.ledger import READERS, CellKind, CellRefused, Column
from macros.sources.text import INVISIBLE, TEMPLATE_MARK

DITTO = re.compile(r"同上|〃|″|\"|''|…+|\.{3,}")
FORMULA_STARTS = ("+", "-")
"""Those a ledger takes all the same; it refuses what begins with = or @."""
COUNTED = re.compile(
    r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?\s*(?:人次|人|次|场次|场|份|个|篇|项|名|学时)?"
)
SEPARATOR = re.compile(r"\s*[,，;；/／\\|+＋\n]\s*|\s*、\s*")
EXACT_DIGITS = 15
"""Digits of a number that Excel keeps; of a longer one the rest is already zeros."""


def read_cell(column: Column, sheet: Sheet, place: Place, year: int) -> Reading:
    """Return what the cell of a column holds; a cell the ledger would refuse is refused.

    Args:
        place: row and column of the sheet, counted from 0.
        year: of the ledger.
    """
    value = sheet.value(*place)
    if isinstance(value, CellError):
        return refused(f"公式出错，显示“{value}”", "改好公式，或者直接写上内容。")
    if value is None:
        is_formula = place in sheet.formulas
        fact, remedy = "公式没有算出的值", "用 Excel 或 WPS 打开、重新计算、保存，再导入。"
        return doubtful("", fact, remedy) if is_formula else Reading()
    reading = _by_kind(column, value, sheet, place, year)
    return _accepted(column, reading, value, year)


def _by_kind(
    column: Column, value: Value, sheet: Sheet, place: Place, year: int
) -> Reading:
    if column.kind is CellKind.DATE:
        return read_day(value, year, sheet.starts_1904, is_event=column.name == "日期")
    number_format = sheet.formats.get(place, "")
    if column.kind is CellKind.COUNT:
        return _count(value, number_format)
    reading = _text(value, number_format)
    if column.kind is CellKind.CHOICE and reading.text:
        return _choice(column, reading)
    if column.name == "编号" and not reading.refusal:
        half = unicodedata.normalize("NFKC", reading.text)
        return reading if half == reading.text else Reading(half, "全角改成半角", reading.doubt)
    return reading


def _accepted(column: Column, reading: Reading, value: Value, year: int) -> Reading:
    """Return the reading, refused if the ledger's own rule refuses its text."""
    if reading.refusal or not reading.text:
        return reading
    try:
        READERS[column.kind](column, reading.text, year)
    except CellRefused as reason:
        return refused(f"写的是“{_shown(value)}”", str(reason))
    return reading


def _shown(value: Value) -> str:
    if isinstance(value, date):
        return value.isoformat()[:10]
    text = f"{value:g}" if isinstance(value, float) else str(value).strip()
    return text if len(text) <= 40 else text[:40] + "…"


def _count(value: Value, number_format: str) -> Reading:
    hint = "只写半角阿拉伯数字，如 12；不知道就留空，不写“待定”“—”。"
    if "%" in number_format:
        return refused(f"写的是百分数“{_shown(value)}”", hint)
    if isinstance(value, (bool, date, time, timedelta)):
        return refused(f"写的是“{_shown(value)}”", hint)
    if isinstance(value, (int, float)):
        is_whole = value == int(value)
        return Reading(str(int(value))) if is_whole else refused(f"写的是“{value}”", hint)
    found = COUNTED.fullmatch(unicodedata.normalize("NFKC", value).strip())
    if not found:
        return refused(f"写的是“{_shown(value)}”", hint)
    number = str(int(found[1].replace(",", "")))
    return Reading(number, "" if number == value.strip() else "人数等只留数字")


def _text(value: Value, number_format: str) -> Reading:
    if isinstance(value, bool):
        fact = f"是逻辑值 {str(value).upper()}"
        return doubtful("是" if value else "否", fact, "改成文字，如 是、否。")
    if isinstance(value, (date, time, timedelta)):
        text = _shown(value)
        fact = f"是日期或时间“{text}”，Excel 可能改过原来写的字"
        return doubtful(text, fact, "把这一格设成“文本”，照原件重写。")
    if isinstance(value, (int, float)):
        return _number(value, number_format)
    return _words(value)


def _number(value: float, number_format: str) -> Reading:
    whole = value == int(value)
    if abs(value) >= 10**EXACT_DIGITS:
        text = str(int(value))
        fact = f"是 {len(text)} 位的数“{text}”，Excel 只保留前 {EXACT_DIGITS} 位"
        return doubtful(text, fact, "把这一格设成“文本”，照原件重写。")
    if "%" in number_format:
        return Reading(f"{value * 100:.10g}%", "百分数写成文字")
    if not whole:
        return Reading(f"{value:.10g}")
    zeros = re.fullmatch("0{2,}", number_format)
    return Reading(str(int(value)).zfill(len(number_format) if zeros else 0))


def _words(value: str) -> Reading:
    if TEMPLATE_MARK.search(value):
        return refused(f"写的是“{_shown(value)}”", "内容里不写 {{ }}、{% %}、{# #}。")
    spaced = value.replace("\u00a0", " ").replace("_x000D_", "").replace("\r\n", "\n")
    text = INVISIBLE.sub("", spaced).replace("\r", "\n").strip()
    note = "去掉了看不见的字符" if text != value.strip() else ""
    if len(text) > 1 and text.startswith(FORMULA_STARTS):
        fact = f"以“{text[0]}”开头，表格软件打开台账时会当成公式"
        return doubtful(text, fact, "改成不以 +、- 开头的写法。")
    if DITTO.fullmatch(text):
        return doubtful(text, f"写的是“{text}”", "把上面的内容再写一遍。")
    if MISSING in text:
        return doubtful(text, f"写的是“{text}”", "有内容就填上，没有就留空。")
    return Reading(text, note)


def _choice(column: Column, reading: Reading) -> Reading:
    if reading.text in column.choices:
        return reading
    words = [re.sub(r"\s", "", word) for word in SEPARATOR.split(reading.text)]
    joined = "、".join(word for word in words if word)
    return reading if joined == reading.text else Reading(joined, "类别之间改用顿号", reading.doubt)
