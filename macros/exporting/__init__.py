"""The data as offices and other programs take it: workbook, blank ledgers, tables, JSON."""
