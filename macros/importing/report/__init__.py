"""A report brought in: planned in memory, proved against its source, written all at once."""

from macros.importing.report.plan import import_report
from macros.importing.report.result import DoubtfulPlace, ImportedFigure, ReportImport

__all__ = ["DoubtfulPlace", "ImportedFigure", "ReportImport", "import_report"]
