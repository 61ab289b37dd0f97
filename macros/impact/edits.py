"""Two sequences of pieces compared: what was put in, struck out, reworded, moved."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from macros.impact.pieces import Piece

ALIKE = 0.4
"""From this share of common letters on, two pieces are one that was reworded."""

MOST_PAIRS = 2_500
"""Pairs of pieces tried; in longer stretches the first replaces the first, and so on."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One piece that is no longer what it was."""

    old: Piece | None
    new: Piece | None

    @property
    def word(self) -> str:
        """What happened: 增, 删, 改 or 移."""
        if self.old is None:
            return "增"
        if self.new is None:
            return "删"
        return "移" if self.old.key == self.new.key else "改"

    @property
    def piece(self) -> Piece:
        """The piece as it is now, or as it was."""
        return self.new or self.old


def compare_pieces(old: Sequence[Piece], new: Sequence[Piece]) -> list[Edit]:
    """Return what differs, in the order of the new page."""
    one, other = [piece.key for piece in old], [piece.key for piece in new]
    start = _common(one, other)
    end = _common(one[start:][::-1], other[start:][::-1])
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    keys = [piece.key for piece in old], [piece.key for piece in new]
    edits: list[Edit] = []
    for tag, i, j, k, m in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag != "equal":
            edits += _replaced(list(old[i:j]), list(new[k:m]))
    return _with_moves(edits)


def _common(one: Sequence[object], other: Sequence[object]) -> int:
    """Return how many items both have in common at the start."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _replaced(old: list[Piece], new: list[Piece]) -> Iterator[Edit]:
    """Yield the edits of a stretch: like with like, what is left over struck out or put in."""
    partners: dict[int, Piece] = {}
    for index, piece in enumerate(new):
        partner = _partner(piece, old, len(old) * len(new) <= MOST_PAIRS)
        if partner is not None:
            old.remove(partner)
            partners[index] = partner
    yield from (Edit(piece, None) for piece in old)
    yield from (Edit(partners.get(index), piece) for index, piece in enumerate(new))


def _partner(piece: Piece, old: Sequence[Piece], is_short: bool) -> Piece | None:
    same = [one for one in old if one.kind is piece.kind]
    if not is_short:
        return same[0] if same else None
    rated = [(_likeness(one.text, piece.text), -index) for index, one in enumerate(same)]
    best, index = max(rated, default=(0.0, 0))
    return same[-index] if best >= ALIKE else None


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if one == other or matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return float(one == other)
    return matcher.ratio()


def _with_moves(edits: list[Edit]) -> list[Edit]:
    """Return the edits; what is struck out here and put in there is one move."""
    gone = Counter(edit.old.key for edit in edits if edit.new is None)
    put_in = Counter(edit.new.key for edit in edits if edit.old is None)
    moved = {
        edit.old.key: edit.old
        for edit in edits
        if edit.new is None and gone[edit.old.key] == put_in[edit.old.key] == 1
    }
    result = []
    for edit in edits:
        key = edit.piece.key
        if key not in moved or edit.word == "改":
            result.append(edit)
        elif edit.old is None:
            result.append(Edit(moved[key], edit.new))
    return result
