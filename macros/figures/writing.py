"""How a figure reads: `30次`, `【待填】场次`, `四个方面`, `不适用`, both values of a conflict."""

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
    unit = figure.definition.unit
    if figure.state is State.NOT_APPLICABLE:
        return "不适用"
    if figure.state is State.CONFLICT:
        return f"【冲突：{conflict_text(figure)}】"
    if figure.value is None:
        return f"{formatting.MISSING}{figure.approximation}{unit}"
    return f"{number_text(figure.definition, figure.value)}{figure.approximation}{unit}"


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
