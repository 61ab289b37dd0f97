"""How a figure reads: `30次`, `【待填】场次`, `四个方面`, `不适用`, both values of a conflict."""

from collections.abc import Iterator
from decimal import Decimal

from macros import formatting
from macros.figures.figure import Figure, State
from macros.models.figure import FigureDefinition


def number_text(definition: FigureDefinition, value: int | Decimal) -> str:
    """Return a number in the style of its definition, without unit."""
    if definition.style == "汉字" and value == int(value):
        return formatting.chinese(int(value))
    places = definition.places
    if isinstance(value, Decimal) and not places:
        places = max(0, -value.normalize().as_tuple().exponent)
    return formatting.arabic(value, places, grouped=definition.style == "千分位")


def plain_text(figure: Figure) -> str:
    """Return number, 余 if approximate, and unit, as every output prints it."""
    if figure.issued:
        return _issued_text(figure)
    unit = figure.definition.unit
    if figure.state is State.NOT_APPLICABLE:
        return "不适用"
    if figure.state is State.CONFLICT:
        return f"【冲突：{conflict_text(figure)}】"
    if figure.value is None:
        return f"{formatting.MISSING}{figure.approximation}{unit}"
    return f"{number_text(figure.definition, figure.value)}{figure.approximation}{unit}"


def _issued_text(figure: Figure) -> str:
    """Return the words that were issued; a corrected number says which one it replaces."""
    record, correction = figure.issued.record, figure.issued.correction
    if correction is None:
        return record.text
    number = number_text(figure.definition, correction.corrected)
    return f"{number}{figure.definition.unit}（原印发{record.text}，已更正）"


def issue_notes(figure: Figure) -> Iterator[str]:
    """Yield what readers should know of an issued figure; nothing while the year is open."""
    if figure.issued is None:
        return
    yield f"{formatting.chinese_date(figure.issued.issued_on)}定稿印发"
    correction = figure.issued.correction
    if correction:
        day = formatting.chinese_date(correction.corrected_on)
        yield f"{day}经{correction.approved_by}批准更正，原因：{correction.reason}"
    if figure.has_drifted:
        state = "勘误待批准" if figure.issued.draft else "还没有勘误"
        yield f"现在的数据是{plain_text(figure.live)}，{state}"


def conflict_text(figure: Figure) -> str:
    """Return every claimed value with who claims it: ``填报31次，台账30次``."""
    unit = figure.definition.unit
    claims = [
        f"{source}{number_text(figure.definition, value)}{unit}"
        for source, value in figure.claims
    ]
    if figure.typed and figure.typed.not_applicable:
        claims.insert(0, "填报不适用")
    return "，".join(claims)
