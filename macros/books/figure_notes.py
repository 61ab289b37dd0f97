"""The figures of a volume in order of appearance: 数据来源一览表."""

from macros.figures import (
    Figure,
    FigureKey,
    State,
    UnknownFigure,
    figure,
    issue_notes,
    plain_text,
)
from macros.formatting import chinese_date
from macros.handbook import Handbook


class FigureNotes:
    """Numbers the figures as the walk meets them, the same figure always with the same number."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook
        self._numbers: dict[FigureKey, int] = {}

    def number(self, reference: str) -> int | None:
        """Return the number of a figure, given as ``name@year``; None for an unknown one."""
        name, _, year = reference.rpartition("@")
        if not year.isdigit():
            return None
        key = FigureKey(name, int(year))
        try:
            figure(self._handbook, *key)
        except UnknownFigure:
            return None
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    @property
    def figures(self) -> list[Figure]:
        """The figures met so far, by number."""
        return [figure(self._handbook, *key) for key in self._numbers]

    @property
    def gaps(self) -> list[Figure]:
        """Those nobody supplied, or that two sources state differently."""
        return [one for one in self.figures if one.state in (State.MISSING, State.CONFLICT)]


def source_row(number: int, shown: Figure) -> tuple[str, ...]:
    """Return a row of the list: number, figure, value, 截至, 口径, rows, source, 核实."""
    typed = shown.typed
    is_counted = shown.counted.value is not None
    source = f"台账{len(shown.counted.rows)}行" if is_counted else typed and typed.source
    return (
        str(number),
        f"{shown.key.name}（{shown.key.year}年）",
        plain_text(shown),
        chinese_date(shown.as_of),
        shown.definition.meaning,
        "；".join([*issue_notes(shown), source or "—"]),
        _verification(shown),
    )


def _verification(shown: Figure) -> str:
    if not shown.typed or not shown.typed.verified_by:
        return "未核实"
    return f"{shown.typed.verified_by} {chinese_date(shown.typed.verified_on)}"
