"""Regulations brought in: each file planned and proved against its source, all written at once."""

from macros.importing.regulation.plan import import_regulations
from macros.importing.regulation.result import ImportedFile, RefusedFile, RegulationImport

__all__ = ["ImportedFile", "RefusedFile", "RegulationImport", "import_regulations"]
