"""How Word writes the numbers of its lists: 一, 1, ①, 甲, iv."""

from collections.abc import Callable, Mapping

from macros.formatting import chinese

LEGAL = "壹贰叁肆伍陆柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
         (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class UnknownFormat(Exception):
    """A way of counting this module does not know; carries its name in Word."""


def format_number(count: int, form: str) -> str:
    """Return a number as Word writes it in a form of counting.

    Raises:
        UnknownFormat: if the form is not known, or has no sign for the number.
    """
    try:
        return FORMS[form](count)
    except (KeyError, IndexError, ValueError) as error:
        raise UnknownFormat(form) from error


def _digits(count: int) -> str:
    return str(count).translate(str.maketrans("0123456789", "〇一二三四五六七八九"))


def _legal(count: int) -> str:
    plain = chinese(count)
    plain = "一" + plain if plain.startswith("十") else plain
    return plain.translate(str.maketrans("一二三四五六七八九十百千", LEGAL + "拾佰仟"))


def _roman(count: int) -> str:
    text = ""
    for worth, letters in ROMAN:
        text += letters * (count // worth)
        count %= worth
    return text


def _letter(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _circled(count: int) -> str:
    if not 1 <= count <= 20:
        raise ValueError(count)
    return chr(ord("①") + count - 1)


def _full_width(count: int) -> str:
    return str(count).translate(str.maketrans("0123456789", "０１２３４５６７８９"))


FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02}",
    "decimalHalfWidth": str,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": lambda count: f"（{count}）",
    "decimalEnclosedFullstop": lambda count: f"{count}.",
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "koreanDigital": _digits,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "ideographEnclosedCircle": lambda count: chr(ord("㊀") + range(10)[count - 1]),
    "ideographTraditional": lambda count: STEMS[range(10)[count - 1]],
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "none": lambda count: "",
}
"""Ways of counting by their names in Word."""
