"""What the arguments of page macros stand for; refused with a hint if they stand for nothing."""

import difflib
from collections.abc import Iterable

from macros.figures import FigureKey
from macros.handbook import Handbook, YearData
from macros.models.ledger import LedgerKind
from macros.models.ledger_kinds import LEDGER_KINDS, ledger_kind
from macros.page_macros.macro import MacroRefused

MOST_NAMED = 20
"""Known words that a hint lists."""


def known_year(handbook: Handbook, year: int) -> YearData:
    """Return the data of a year.

    Raises:
        MacroRefused: if there is no folder for it.
    """
    data = handbook.years.get(year)
    if data is None:
        raise MacroRefused(f"没有 {year} 年的数据", f"先用 handbook new-year {year} 建立。")
    return data


def known_ledger(name: str) -> LedgerKind:
    """Return the ledger of that name.

    Raises:
        MacroRefused: if there is none.
    """
    require(name, [kind.name for kind in LEDGER_KINDS], "台账")
    return ledger_kind(name)


def require(word: str, known: Iterable[str], what: str) -> None:
    """Refuse a word that is not among the known ones.

    Raises:
        MacroRefused: with the closest known words.
    """
    words = list(dict.fromkeys(known))
    if word in words:
        return
    close = difflib.get_close_matches(word, words, n=1, cutoff=0.4)
    guess = f"是不是想写“{close[0]}”？" if close else ""
    more = f"等 {len(words)} 个" if len(words) > MOST_NAMED else ""
    hint = f"{guess}能写的：{'、'.join(words[:MOST_NAMED]) or '还没有'}{more}。"
    raise MacroRefused(f"没有叫“{word}”的{what}", hint)


def figures_counted_from(handbook: Handbook, ledger: str, year: int) -> tuple[FigureKey, ...]:
    """Return every figure of a year that is counted from a ledger."""
    return tuple(
        FigureKey(name, year)
        for name, definition in handbook.definitions.items()
        if definition.counting and definition.counting.ledger == ledger
    )
