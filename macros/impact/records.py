"""The report as plain values, for JSON."""

from collections.abc import Iterable

from macros.figures import Figure, plain_text
from macros.impact.edits import Edit
from macros.impact.figures import Aspect, FigureChange
from macros.impact.findings import Findings
from macros.impact.pages import PageChange
from macros.impact.pieces import Piece
from macros.impact.regulations import VersionChange
from macros.impact.report import Impact
from macros.impact.rows import RowChange
from macros.problems import as_records

Values = dict[str, object]


def as_values(impact: Impact, base: str) -> Values:
    """Return the report as mappings, lists, words and numbers."""
    return {
        "base": base,
        "blocked": impact.is_blocked,
        "files": [{"change": word, "file": name} for word, name in impact.files],
        "figures": [_figure(change) for change in impact.figures],
        "definitions": [
            {"name": one.name, "where": str(one.where), "change": one.word,
             "aspects": _aspects(one.aspects)}
            for one in impact.definitions
        ],
        "rows": [_row(row) for row in impact.rows],
        "pages": [_page(change) for change in impact.pages],
        "books": [
            {"id": one.book.id, "title": one.book.title, "change": one.word,
             "pages": [{"page": page.page.path, "headings": page.headings} for page in one.pages]}
            for one in impact.books
        ],
        "gaps": _findings(impact.gaps),
        "regulations": [_version(change) for change in impact.regulations],
        "addresses": [
            {"address": one.address, "where": str(one.where),
             "redirect": one.redirect and one.redirect.new}
            for one in impact.addresses
        ],
        "findings": _findings(impact.findings),
    }  # fmt: skip


def _figure(change: FigureChange) -> Values:
    return {
        "name": change.key.name,
        "year": change.key.year,
        "where": str(change.where),
        "old": _state(change.old),
        "new": _state(change.new),
        "factor": None if change.factor is None else float(change.factor),
        "aspects": _aspects(change.aspects),
        "rows": [_row(row) for row in change.rows],
    }


def _state(figure: Figure | None) -> Values | None:
    return figure and {"text": plain_text(figure), "state": figure.state.value}


def _aspects(aspects: Iterable[Aspect]) -> list[Values]:
    return [{"name": one.name, "old": one.old, "new": one.new} for one in aspects]


def _row(row: RowChange) -> Values:
    return {
        "ledger": row.ledger,
        "year": row.year,
        "change": row.word,
        "old": row.old and str(row.old),
        "new": row.new and str(row.new),
        "cells": [cell._asdict() for cell in row.cells],
    }


def _page(change: PageChange) -> Values:
    return {
        "page": change.page.path,
        "old_page": change.old and change.old.path,
        "file": change.page.file,
        "title": change.page.title,
        "change": change.word,
        "edits": [_edit(edit) for edit in change.edits],
        "hidden": [_edit(edit) for edit in change.hidden],
    }


def _edit(edit: Edit) -> Values:
    return {
        "kind": edit.piece.kind.value,
        "change": edit.word,
        "heading": edit.piece.heading,
        "table": edit.piece.table or None,
        "old": _piece(edit.old),
        "new": _piece(edit.new),
    }


def _piece(piece: Piece | None) -> Values | None:
    return piece and {"text": piece.text, "line": piece.line}


def _findings(findings: Findings) -> Values:
    return {"new": as_records(findings.new), "mended": as_records(findings.mended)}


def _version(change: VersionChange) -> Values:
    return {
        "regulation": change.regulation,
        "title": change.title,
        "file": change.file,
        "change": change.word,
        "old_status": change.old_status or None,
        "new_status": change.new_status or None,
        "against": change.against or None,
        "articles": [
            {"change": one.word, "label": one.label, "line": one.line,
             "old": "".join(run.old for run in one.runs),
             "new": "".join(run.new for run in one.runs)}
            for one in change.articles
        ],
    }  # fmt: skip
