"""`handbook import … --as ledger`: which sheets are ledgers, and what their rows change."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros import paths
from macros.handbook import load_handbook
from macros.importing.files import PlannedFile, write_all
from macros.importing.ledger.header import (
    Header,
    find_header,
    header_problems,
    is_worded_like,
    named_kind,
)
from macros.importing.ledger.merging import Fate, LedgerFile
from macros.importing.ledger.result import LedgerImport, SheetResult
from macros.importing.ledger.rows import Records, read_rows
from macros.importing.ledger.sheet import Sheet
from macros.importing.ledger.workbook import read_sheets
from macros.models.ledger import LedgerKind
from macros.models.ledger_kinds import LEDGER_KINDS
from macros.problems import Problem, ProblemsFound, Where

LEAST_KNOWN = 3
"""Columns by which a sheet is taken for a ledger when nothing else says so."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person who imports asks for."""

    ledger: LedgerKind | None = None
    """Which ledger every sheet is; None to tell it from each sheet."""

    is_doubt_accepted: bool = False
    ignored: tuple[str, ...] = ()
    """Columns to leave out."""

    is_rehearsal: bool = False


def import_ledgers(root: Path, source: Path, year: int, wishes: Wishes) -> LedgerImport:
    """Bring the rows of a workbook or CSV file into the ledgers of a year.

    Rows are written all together or, if one is refused, not at all; doubtful rows are left out
    unless asked for. Rows the ledger has already are not written again.

    Raises:
        ProblemsFound: if the file or a ledger cannot be read, or no sheet is a ledger.
    """
    name = paths.shown(root, source)
    _refuse_year(root, year)
    chosen, left_out = _chosen(read_sheets(source, name), name, wishes)
    files = {header.kind.name: LedgerFile(root, header.kind, year) for _, _, header in chosen}
    results = [
        _result(shown, sheet, header, files[header.kind.name], wishes)
        for shown, sheet, header in chosen
    ]
    outcome = LedgerImport(name, tuple(results), tuple(left_out), wishes.is_rehearsal)
    if not outcome.is_refused:
        for file in files.values():
            file.write()
        if not wishes.is_rehearsal:
            write_all(root, _changed(files.values(), outcome))
    return outcome


def _refuse_year(root: Path, year: int) -> None:
    data = load_handbook(root).years.get(year)
    if data is None:
        hint = f"先运行 handbook new-year {year}，或改好那一年的 year.yml。"
        where = Where(f"{paths.DATA}/{year}/year.yml")
        raise ProblemsFound([Problem(where, "no-year", f"没有 {year} 年的数据", hint)])
    if data.state.state == "已定稿":
        fact = f"{year} 年已定稿，台账不再改动"
        hint = "确要改动，先把状态改回“编制中”，导入核对后再定稿。"
        raise ProblemsFound([Problem(data.state.where, "year-is-final", fact, hint)])


def _changed(files, outcome: LedgerImport) -> Iterator[PlannedFile]:
    taken = {
        sheet.file
        for sheet in outcome.sheets
        if sheet.counts[Fate.ADDED] or sheet.counts[Fate.CORRECTED]
    }
    for file in files:
        if file.name in taken:
            yield PlannedFile(file.name, file.csv.encoded(), file.csv.original)


def _chosen(
    sheets: list[Sheet], name: str, wishes: Wishes
) -> tuple[list[tuple[str, Sheet, Header]], list[str]]:
    """Return the sheets that are ledgers with their headers, and what is said of the others."""
    held = [sheet for sheet in sheets if not sheet.is_blank]
    chosen, left_out, problems = [], [], []
    for sheet in held:
        shown = f"{name} › {sheet.name}" if sheet.name else name
        if sheet.is_hidden:
            left_out.append(f"{shown}：这张表是隐藏的；要导入就取消隐藏。")
            continue
        header, found = _header(sheet, shown, name, wishes)
        problems += found
        if header is not None:
            chosen.append((shown, sheet, header))
        elif not found:
            left_out.append(f"{shown}：不像台账，没有哪本台账的列名。")
    if not problems and not chosen:
        problems = [_nothing(name, bool(held))]
    if problems:
        raise ProblemsFound(problems)
    return chosen, left_out


def _nothing(name: str, has_content: bool) -> Problem:
    fact = "没有认出一张台账" if has_content else "文件里没有内容"
    names = "、".join(kind.name for kind in LEDGER_KINDS)
    hint = (
        "表头照 data/templates/ 里的空表写，或者说明是哪本台账，如 --ledger 会议；"
        f"台账有：{names}。"
    )
    return Problem(Where(name), "ledger-header", fact, hint)


def _header(
    sheet: Sheet, shown: str, name: str, wishes: Wishes
) -> tuple[Header | None, list[Problem]]:
    kind = wishes.ledger or named_kind([sheet.name or Path(name).stem])
    found = find_header(sheet, [kind] if kind else LEDGER_KINDS)
    if kind is None and found:
        titles = [str(value) for row in sheet.rows[: found[0].top] for value in row if value]
        kind = named_kind([*titles, Path(name).stem])
        found = [one for one in found if kind in (None, one.kind)] or found
    if not found:
        return None, [] if kind is None else [_no_header(shown, kind)]
    faults = {id(one): list(header_problems(one, sheet, shown, wishes.ignored)) for one in found}
    complete = [one for one in found if not faults[id(one)]]
    if kind is None and len(complete) > 1:
        complete = [one for one in complete if is_worded_like(one, sheet)] or complete
    if kind is None and len(complete) > 1:
        return None, [_ambiguous(shown, complete)]
    best = (complete or found)[0]
    if kind is None and not complete and len(best.columns) < LEAST_KNOWN:
        return None, []
    return best, faults[id(best)]


def _no_header(shown: str, kind: LedgerKind) -> Problem:
    names = "、".join(column.name for column in kind.columns)
    fact = f"没有找到台账“{kind.name}”的列名"
    return Problem(Where(shown), "ledger-header", fact, f"加上一行列名：{names}。")


def _ambiguous(shown: str, found: list[Header]) -> Problem:
    names = "、".join(one.kind.name for one in found)
    hint = f"说明是哪一本，如 --ledger {found[0].kind.name}；或者把工作表改成台账的名称。"
    return Problem(Where(shown), "ledger-header", f"看不出是哪本台账：{names}都像", hint)


def _result(
    shown: str, sheet: Sheet, header: Header, file: LedgerFile, wishes: Wishes
) -> SheetResult:
    records = read_rows(sheet, header, file.year)
    rows = tuple((row, file.fate(row, wishes.is_doubt_accepted)) for row in records.rows)
    return SheetResult(
        shown,
        header.kind.name,
        file.name,
        rows,
        records.passed,
        records.notes,
        tuple(_remarks(sheet, header, file, records)),
    )


def _remarks(sheet: Sheet, header: Header, file: LedgerFile, records: Records) -> Iterator[str]:
    hidden = [name for place, name in header.columns.items() if place in sheet.hidden_columns]
    if hidden:
        yield f"隐藏的列照样读了：{'、'.join(hidden)}。"
    ignored = [name for name in header.others.values() if name]
    if ignored:
        yield f"没有导入的列：{'、'.join(ignored)}。"
    computed = sum(
        (index, place) in sheet.formulas and sheet.value(index, place) is not None
        for index in range(header.bottom + 1, len(sheet.rows))
        for place in header.columns
    )
    if computed:
        yield f"公式取上次算出的值，{computed} 格。"
    if sheet.blind_to:
        yield f"这种格式看不到{sheet.blind_to}。"
    if header.stamp is not None and file.unmentioned:
        yield f"台账里有、表里没有的 {file.unmentioned} 行没有删去；要删就在台账里删。"
    if records.rows and not any(row.cells.get("编号") for row in records.rows):
        yield "没有编号的行，由程序接着台账编号。"
