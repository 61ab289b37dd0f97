"""A ledger's CSV file changed as text: rows nobody touched stay as they are, byte for byte."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from macros.models.ledger import LedgerKind
from macros.sources import text as text_source
from macros.sources.csv_file import ENCODINGS, Table, parse_csv

MARK = "\ufeff"
LINE_END = "\r\n"


class CsvText:
    """The rows of a file as they were typed, to be changed and added to.

    Raises:
        ProblemsFound: if the file is there and cannot be read.
    """

    def __init__(self, path: Path, name: str, kind: LedgerKind) -> None:
        self.name = name
        self.original = path.read_bytes() if path.exists() else None
        text = _new(kind)
        if self.original is not None:
            text = text_source.read_raw_text(path, name, ENCODINGS)
        self.table = parse_csv(text, name)
        self.header = list(self.table.header)
        self._records = _records(text)
        self._line_end = LINE_END if "\r\n" in text else "\n"

    def row(self, line: int) -> list[str]:
        """Return the cells of the row that begins on a line, as many as the header has."""
        cells = next(csv.reader(io.StringIO(self._records[line], newline="")))
        return (cells + [""] * len(self.header))[: max(len(cells), len(self.header))]

    def change(self, line: int, cells: Mapping[str, str]) -> None:
        """Give columns of a row other content."""
        self._extend(cells)
        old = dict(zip(self.header, self.row(line), strict=False))
        self._records[line] = self._written({**old, **cells})

    def append(self, cells: Mapping[str, str]) -> None:
        """Add a row at the end."""
        self._extend(cells)
        last = max(self._records)
        if not self._records[last].endswith(("\n", "\r")):
            self._records[last] += self._line_end
        self._records[last + 1] = self._written(cells)

    def _extend(self, cells: Mapping[str, str]) -> None:
        """Head a column the file does not have yet; rows above read as blank there."""
        new = [name for name, text in cells.items() if text and name not in self.header]
        if new:
            self.header += new
            self._records[1] = self._line(self.header)

    def _written(self, cells: Mapping[str, str]) -> str:
        return self._line([cells.get(name, "") for name in self.header])

    def _line(self, cells: Sequence[str]) -> str:
        output = io.StringIO()
        csv.writer(output, lineterminator=self._line_end).writerow(cells)
        return output.getvalue()

    def text(self) -> str:
        """Return the file with its changes."""
        return "".join(text for _, text in sorted(self._records.items()))

    def parsed(self) -> Table:
        """Return the file with its changes as the handbook will read it.

        Raises:
            ProblemsFound: if the handbook would refuse it.
        """
        return parse_csv(self.text(), self.name)

    def encoded(self) -> bytes:
        """Return the file so that Excel opens it: GB18030 if it was, else UTF-8 with its mark."""
        if self.original is not None and not _is_utf8(self.original):
            return self.text().encode("gb18030")
        return (MARK + self.text()).encode()


def _new(kind: LedgerKind) -> str:
    return ",".join(column.name for column in kind.columns) + LINE_END


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _records(text: str) -> dict[int, str]:
    """Return the text of each record by the line it begins on, line ends included."""
    lines = io.StringIO(text, newline="").readlines()
    reader = csv.reader(io.StringIO(text, newline=""))
    records, start = {}, 0
    for _ in reader:
        records[start + 1] = "".join(lines[start : reader.line_num])
        start = reader.line_num
    return records
