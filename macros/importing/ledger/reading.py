"""What one cell is taken for: the text a ledger would hold, with what speaks against it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell, read for its column."""

    text: str = ""
    """As the ledger writes it; empty for nothing."""

    note: str = ""
    """What was rewritten without any doubt, e.g. 日期改成规定写法."""

    doubt: str = ""
    """Why a person must look first; `text` is the best guess."""

    remedy: str = ""
    """What to do about the doubt or the refusal."""

    refusal: str = ""
    """What was found, if the cell cannot be taken."""


def refused(fact: str, remedy: str) -> Reading:
    """Return a reading that cannot be taken."""
    return Reading(refusal=fact, remedy=remedy)


def doubtful(text: str, doubt: str, remedy: str) -> Reading:
    """Return a reading that a person must confirm."""
    return Reading(text, doubt=doubt, remedy=remedy)
