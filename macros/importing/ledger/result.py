"""What an import of ledgers tells the person who started it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.importing.ledger.merging import Fate
from macros.importing.ledger.reading import Reading
from macros.importing.ledger.rows import Row
from macros.problems import Where

TAKEN = (Fate.ADDED, Fate.CORRECTED)


@dataclass(frozen=True, slots=True)
class SheetResult:
    """What became of one sheet."""

    sheet: str
    """The sheet as messages show it."""

    ledger: str
    file: str
    """The ledger's file, relative to the project folder."""

    rows: tuple[tuple[Row, Fate], ...]
    passed: tuple[tuple[int, str], ...]
    """Rows that are no records: number and what they are."""

    notes: Mapping[str, int]
    """What was rewritten, and in how many cells."""

    remarks: tuple[str, ...]
    """What else there is to know: hidden columns, columns left out, what the format hides."""

    @property
    def counts(self) -> dict[Fate, int]:
        """How many rows met each fate."""
        fates = [fate for _, fate in self.rows]
        return {fate: fates.count(fate) for fate in Fate}


@dataclass(frozen=True, slots=True)
class LedgerImport:
    """The outcome of an import, or of its rehearsal."""

    source: str
    sheets: tuple[SheetResult, ...]
    left_out: tuple[str, ...]
    """Sheets that were not read, and why."""

    is_rehearsal: bool = False

    def total(self, *fates: Fate) -> int:
        """Return how many rows met one of the fates."""
        return sum(sheet.counts[fate] for sheet in self.sheets for fate in fates)

    @property
    def is_refused(self) -> bool:
        """Whether nothing is written, because a row was refused."""
        return bool(self.total(Fate.REFUSED))

    @property
    def is_clean(self) -> bool:
        """Whether every row was taken or is there already."""
        return not self.total(Fate.REFUSED, Fate.DOUBTFUL)

    def summary(self) -> Iterator[str]:
        """Yield the lines to be printed."""
        for sheet in self.sheets:
            if sheet.rows or sheet.passed or len(self.sheets) == 1:
                yield from _sheet_lines(sheet)
        yield from (f"没有读 {one}" for one in self.left_out)
        yield self._closing()

    def _closing(self) -> str:
        taken, doubtful = self.total(*TAKEN), self.total(Fate.DOUBTFUL)
        if self.is_refused:
            return (
                f"没有导入：有 {self.total(Fate.REFUSED)} 行要先改，台账一个字都没有动；"
                f"另有 {taken} 行可以导入，改好后一起进。"
            )
        left = f"存疑的 {doubtful} 行没有导入：逐行改好再导入，或者看过确实无误，"
        left = f"{left}加上 --accept-doubtful 照上面的读法导入。" if doubtful else ""
        if self.is_rehearsal:
            return f"试导入，没有写文件：可以写入 {taken} 行。{left}"
        written = f"已写入 {taken} 行。" if taken else "没有新的内容，台账没有动。"
        after = "再运行 handbook check。" if taken else ""
        return f"{written}{left}{after}"


def _sheet_lines(sheet: SheetResult) -> Iterator[str]:
    told = [f"{fate.value} {count}" for fate, count in sheet.counts.items()]
    yield f"{sheet.sheet} → {sheet.file}（{sheet.ledger}）"
    yield f"  读到 {len(sheet.rows)} 行：{'，'.join(told)}。"
    yield from (f"  {remark}" for remark in sheet.remarks)
    yield from (f"  {what}，{count} 格。" for what, count in sheet.notes.items())
    yield from (f"  第 {number} 行没有导入：{what}。" for number, what in sheet.passed)
    yield from _repeated(sheet)
    for row, fate in sheet.rows:
        if fate is Fate.REFUSED:
            yield from _reasons(sheet.sheet, row, "拒绝", row.refusals)
        if row.doubts and fate in (Fate.REFUSED, Fate.DOUBTFUL):
            yield from _reasons(sheet.sheet, row, "存疑", row.doubts)
        elif row.doubts and fate in TAKEN:
            yield from _reasons(sheet.sheet, row, "存疑，照此导入", row.doubts)


def _repeated(sheet: SheetResult) -> Iterator[str]:
    rows = [str(row.number) for row, fate in sheet.rows if fate is Fate.REPEATED]
    if rows:
        yield f"  第 {'、'.join(rows)} 行和前面编号相同的一行完全一样，只记一次。"


def _reasons(
    sheet: str, row: Row, label: str, reasons: Iterable[tuple[str, Reading]]
) -> Iterator[str]:
    for column, reading in reasons:
        fact = reading.refusal or reading.doubt
        code = "ledger-cell" if reading.refusal else "ledger-doubt"
        read = f"，读作“{reading.text}”" if reading.text else ""
        yield f"{Where(sheet, row.number, column)}: {label} {column}{fact}{read} [{code}]"
        yield f"    怎么改：{reading.remedy}"
