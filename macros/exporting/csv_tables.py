"""The data of all years as CSV files that DuckDB and PostgreSQL load as they are."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from macros.exporting.contents import FIGURES, Scope, figures_table, ledger_fields
from macros.exporting.table import Value
from macros.figures import figures_of_year
from macros.handbook import Handbook
from macros.models.ledger import LedgerKind
from macros.models.ledger_kinds import LEDGER_KINDS
from macros.models.ledger_row import written

FOLDER = "tables"
FORMULA_STARTS = ("=", "+", "-", "@", "\t")


def csv_tables(handbook: Handbook) -> Mapping[str, bytes]:
    """Return each table by its file name: UTF-8, one header line, days as 2023-03-05.

    Columns that are never published are left out. Text that a spreadsheet would take for a
    formula begins with an apostrophe.
    """
    scopes = [Scope(handbook, year) for year in handbook.years]
    made = {
        f"{FOLDER}/figures.csv": _written([one.name for one in FIGURES], _figures(scopes)),
        f"{FOLDER}/figure-rows.csv": _written(("指标", "年份", "文件", "行"), _sources(scopes)),
    }
    for kind in LEDGER_KINDS:
        names = [field.name for field in ledger_fields(kind, is_restricted=False)]
        header = ("年份", *names, "文件", "行")
        made[f"{FOLDER}/{kind.file}"] = _written(header, _ledger(scopes, kind, names))
    return made


def _figures(scopes: Iterable[Scope]) -> Iterator[Sequence[Value]]:
    for scope in scopes:
        yield from figures_table(scope).rows


def _sources(scopes: Iterable[Scope]) -> Iterator[Sequence[Value]]:
    """Yield each ledger row that a figure counts."""
    for scope in scopes:
        for shown in figures_of_year(scope.handbook, scope.year):
            yield from ((*shown.key, where.file, where.line) for where in shown.counted.rows)


def _ledger(
    scopes: Iterable[Scope], kind: LedgerKind, names: Sequence[str]
) -> Iterator[Sequence[Value]]:
    for scope in scopes:
        ledger = scope.data.ledgers.get(kind.name)
        for row in range(len(ledger) if ledger else 0):
            cells = (written(ledger.cells[name][row]) for name in names)
            yield (scope.year, *cells, ledger.file, ledger.lines[row])


def _written(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow(map(_cell, row))
    return output.getvalue().encode()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
