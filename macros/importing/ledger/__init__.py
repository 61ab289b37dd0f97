"""A workbook from an office becomes rows of ledgers: all good rows, or none."""

from macros.importing.ledger.plan import Wishes, import_ledgers
from macros.importing.ledger.result import LedgerImport

__all__ = ["LedgerImport", "Wishes", "import_ledgers"]
