"""修订对照: what a new version of a regulation added, deleted, changed and moved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from macros.regulations.alignment import align
from macros.regulations.headings import pair_headings
from macros.regulations.passages import Pair, Passage, passages
from macros.regulations.register import Version, body_lines
from macros.regulations.replacements import Replacement, find_replacements, is_covered
from macros.regulations.structure import Line
from macros.regulations.word_marks import Run, marked


class Change(Enum):
    """What happened to a heading or an article."""

    ADDED = "新增"
    DELETED = "删除"
    MODIFIED = "修改"
    MOVED = "移动"
    UNCHANGED = "未变"


@dataclass(frozen=True, slots=True)
class Row:
    """A heading or article of the old version, of the new one, or the pair of both."""

    change: Change
    old: Passage | None
    new: Passage | None
    runs: tuple[Run, ...] = ()
    """The words of a modified one."""

    see: Passage | None = None
    """For one added or deleted: the article of the other version that holds most of it."""

    is_folded: bool = False
    """Whether nothing but wording that is replaced throughout the text changed."""

    @property
    def is_article(self) -> bool:
        """Whether it is an article, not a heading."""
        return not (self.old or self.new).is_heading


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions, article by article."""

    rows: tuple[Row, ...]
    """Every heading and article of both versions, once, in the order of the new version."""

    replacements: tuple[Replacement, ...] = ()
    """Wording replaced throughout the text."""

    def articles(self, change: Change) -> list[Row]:
        """Return the articles with that change, without those folded into a note."""
        return [
            row
            for row in self.rows
            if row.is_article and row.change is change and not row.is_folded
        ]

    @property
    def folded(self) -> list[Row]:
        """Articles in which nothing changed but wording replaced throughout."""
        return [row for row in self.rows if row.is_folded]

    @property
    def differing_in_width(self) -> list[Row]:
        """Articles that differ in nothing but the width of punctuation or white space."""
        same = (*self.articles(Change.UNCHANGED), *self.articles(Change.MOVED))
        return [row for row in same if row.old.text != row.new.text]


def compare(old: Version, new: Version) -> Comparison:
    """Return what `new` changed in `old`, titles included."""
    found = compare_lines(tuple(body_lines(old.page)), tuple(body_lines(new.page)))
    one, other = Passage("标题", old.title), Passage("标题", new.title)
    if one.key == other.key:
        return found
    title = Row(Change.MODIFIED, one, other, marked(one.text, other.text))
    return replace(found, rows=(title, *found.rows))


@lru_cache(maxsize=64)
def compare_lines(old: tuple[Line, ...], new: tuple[Line, ...]) -> Comparison:
    """Return what one text changed in another; both are paragraphs, none blank."""
    one, other = passages(old), passages(new)
    pairs, see = _pair_articles(one, other)
    headings = pair_headings(one, other, pairs)
    places = {before.line: after.line for before, after in headings}
    paired = (_pair_row(before, after, places) for before, after in (*headings, *pairs))
    rows = _ordered([*paired, *_single_rows(one, other, (*headings, *pairs), see)])
    worded = {row.new: row.runs for row in rows if row.is_article and row.runs}
    replacements = find_replacements(worded)
    folded = (replace(row, is_folded=is_covered(row.runs, replacements)) for row in rows)
    return Comparison(tuple(folded), replacements)


def _pair_articles(
    old: Iterable[Passage], new: Iterable[Passage]
) -> tuple[list[Pair], dict[Passage, Passage]]:
    """Return the pairs of articles, and for single ones the article that holds most of them."""
    one = [passage for passage in old if not passage.is_heading]
    other = [passage for passage in new if not passage.is_heading]
    found = align([passage.key for passage in one], [passage.key for passage in other])
    see = {
        **{one[i]: other[j] for i, j in found.went_to.items()},
        **{other[j]: one[i] for j, i in found.came_from.items()},
    }
    return [(one[i], other[j]) for i, j in found.pairs.items()], see


def _pair_row(old: Passage, new: Passage, places: Mapping[int, int]) -> Row:
    if old.key != new.key:
        return Row(Change.MODIFIED, old, new, marked(old.text, new.text))
    expected = tuple(places.get(line, 0) for line in old.place)
    has_place = bool(old.place and new.place)
    has_moved = old.label != new.label or (has_place and expected != new.place)
    return Row(Change.MOVED if has_moved else Change.UNCHANGED, old, new)


def _single_rows(
    old: Iterable[Passage],
    new: Iterable[Passage],
    pairs: Sequence[Pair],
    see: Mapping[Passage, Passage],
) -> Iterator[Row]:
    paired = {id(passage) for pair in pairs for passage in pair}
    for passage in old:
        if id(passage) not in paired:
            yield Row(Change.DELETED, passage, None, see=see.get(passage))
    for passage in new:
        if id(passage) not in paired:
            yield Row(Change.ADDED, None, passage, see=see.get(passage))


def _ordered(rows: Iterable[Row]) -> list[Row]:
    """Return the rows as the new version has them, deleted ones after what stood before them."""
    by_old = sorted((row for row in rows), key=lambda row: row.old.line if row.old else 0)
    places, last = {}, 0
    for row in by_old:
        last = row.new.line if row.new else last
        places[id(row)] = (last, row.new is None, row.old.line if row.old else 0)
    return sorted(by_old, key=lambda row: places[id(row)])
