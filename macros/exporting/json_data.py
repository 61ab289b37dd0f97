"""Everything entered, as one JSON file that follows `data/schemas/handbook-export.json`."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from macros.exporting.contents import Scope, ledger_fields, place
from macros.figures import Figure, figures_of_year, plain_text
from macros.handbook import Handbook
from macros.models.exported import (
    FORMAT,
    ExportedClaim,
    ExportedFigure,
    ExportedLedger,
    ExportedRow,
    ExportedYear,
    HandbookData,
)
from macros.models.ledger import Ledger

LINE = "行号"
"""Key of a ledger row that says on which line of the file it stands."""

COPIED = ("source", "verified_by", "verified_on", "owner", "due_on")
"""What was typed about a figure and is exported as it is."""


def as_json(handbook: Handbook, commit: str, is_restricted: bool) -> bytes:
    """Return the data of all years; columns that are not published only if asked for."""
    whole = HandbookData(
        format=FORMAT,
        day=handbook.day,
        commit=commit or None,
        is_restricted=is_restricted,
        organization=handbook.organization,
        years=[_year(Scope(handbook, year, is_restricted)) for year in handbook.years],
    ).model_dump(by_alias=True)
    return (json.dumps(whole, ensure_ascii=False, indent=1, default=_plain) + "\n").encode()


def _plain(value: date | Decimal) -> str | float:
    """Return what JSON has no type for."""
    return value.isoformat() if isinstance(value, date) else float(value)


def _year(scope: Scope) -> ExportedYear:
    data = scope.data
    return ExportedYear(
        year=scope.year,
        state=data.state.state,
        as_of=data.state.as_of,
        figures=[_figure(one) for one in figures_of_year(scope.handbook, scope.year)],
        ledgers=[_ledger(scope, one) for one in data.ledgers.values()],
        work_points=data.work_points,
        responsibilities=data.responsibilities,
        rectifications=data.rectifications,
    )


def _figure(shown: Figure) -> ExportedFigure:
    typed, counting = shown.typed, shown.definition.counting
    return ExportedFigure(
        name=shown.key.name,
        year=shown.key.year,
        group=shown.definition.group,
        value=shown.value,
        approximation=shown.approximation or None,
        unit=shown.definition.unit,
        shown=plain_text(shown),
        state=shown.state.value,
        meaning=shown.definition.meaning,
        as_of=shown.as_of,
        claims=[ExportedClaim(source=source, value=value) for source, value in shown.claims],
        reason=typed and (typed.not_applicable or typed.reason),
        **{name: typed and getattr(typed, name) for name in COPIED},
        ledger=counting and counting.ledger,
        rows=[ExportedRow(file=one.file, line=one.line) for one in shown.counted.rows],
        place=place(shown),
    )


def _ledger(scope: Scope, ledger: Ledger) -> ExportedLedger:
    names = [field.name for field in ledger_fields(ledger.kind, scope.is_restricted)]
    return ExportedLedger(
        name=ledger.kind.name, file=ledger.file, columns=names, rows=list(_rows(ledger, names))
    )


def _rows(ledger: Ledger, names: list[str]) -> Iterator[dict[str, object]]:
    for row in range(len(ledger)):
        cells = {name: ledger.cells[name][row] for name in names}
        listed = {key: list(one) if isinstance(one, tuple) else one for key, one in cells.items()}
        yield {**listed, LINE: ledger.lines[row]}
