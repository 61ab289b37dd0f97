"""The pages of two sides compared; a page that shows the same is not even taken apart."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from macros.impact.edits import Edit, compare_pieces
from macros.impact.pieces import Kind, Piece, read_pieces
from macros.impact.placing import placed
from macros.rendering.document import to_article
from macros.rendering.page_facts import page_facts, printed_in
from macros.rendering.redirects import old_anchors
from macros.rendering.site import RenderedPage, RenderedSite

RENAMED = 0.5
"""From this share of common lines on, a page gone and a page come are one that was renamed."""

DEFINITIONS = "data/figures.yml"
"""What the pages of figures are made from."""

BY_GIT = ("本页更新", "所用数据更新")
"""Facts of the foot that follow from committing a change: they are left out."""


@dataclass(frozen=True)
class Shown:
    """A page as one side shows it."""

    path: str
    """Relative to `docs/`."""

    file: str
    """What people edit to change it."""

    title: str
    content: str
    """Equal for pages that show the same."""

    take_apart: Callable[[], Iterable[Piece]]

    @cached_property
    def pieces(self) -> list[Piece]:
        """Everything on it."""
        return list(self.take_apart())


@dataclass(frozen=True, slots=True)
class PageChange:
    """One page that readers will find changed."""

    old: Shown | None
    new: Shown | None
    edits: tuple[Edit, ...]
    """What changed among the words on the page."""

    hidden: tuple[Edit, ...]
    """What changed under the pointer: hover notes and where links lead."""

    @property
    def page(self) -> Shown:
        """The page as it is now, or as it was."""
        return self.new or self.old

    @property
    def word(self) -> str:
        """What happened to the page."""
        if self.old is None:
            return "新增"
        if self.new is None:
            return "删除"
        return "修改" if self.old.path == self.new.path else "改名"

    @property
    def headings(self) -> list[str]:
        """The headings under which something changed."""
        return list(dict.fromkeys(edit.piece.heading for edit in self.edits))


def shown_pages(site: RenderedSite) -> dict[str, Shown]:
    """Return every page of a handbook as readers see it, by path."""
    return {path: _shown(page) for path, page in site.pages.items()}


def _shown(page: RenderedPage) -> Shown:
    def take_apart() -> Iterator[Piece]:
        yield from frame
        yield from placed_on(page, read_pieces(page.article))
        yield from read_pieces(to_article(moved))

    frame = list(_frame(page))
    moved = old_anchors(page.handbook.redirects, page.page.path)
    content = "\n".join([*(piece.text for piece in frame), page.text, moved])
    return Shown(page.page.path, edited_file(page), page.page.title, content, take_apart)


def edited_file(page: RenderedPage) -> str:
    """Return the file of a page; for one that is made, the file it is made from."""
    return page.page.name if page.page.figure is None else DEFINITIONS


def placed_on(page: RenderedPage, pieces: Iterable[Piece]) -> Iterable[Piece]:
    """Return the pieces of a page with their lines; a page that is made has none."""
    return placed(page.handbook, page.page, pieces) if page.page.figure is None else pieces


def _frame(page: RenderedPage) -> Iterator[Piece]:
    """Yield what the theme takes from the front matter: the title in menus, and the foot."""
    meta = page.page.meta
    if meta.title:
        yield Piece(Kind.TITLE, meta.title, "", line=meta.place("title").line)
    facts = [(what, fact) for what, fact in page_facts(page.handbook, page.page)
             if what not in BY_GIT]  # fmt: skip
    books = [f"印本：{title}（PDF）" for title, _ in printed_in(page.handbook, page.page)]
    foot = " ".join([*(f"{what}：{fact}" for what, fact in facts), *books])
    if foot:
        place = meta.place(facts[0][0]).line if facts else page.page.file.body_line
        yield Piece(Kind.FOOT, foot, "", line=place)


def compare_pages(old: Mapping[str, Shown], new: Mapping[str, Shown]) -> list[PageChange]:
    """Return the pages that differ, by path."""
    gone = [page for path, page in old.items() if path not in new]
    come = [page for path, page in new.items() if path not in old]
    renamed = dict(_renamed(gone, come))
    changes = [
        _change(old.get(path) or renamed.get(path), page)
        for path, page in new.items()
        if path not in old or old[path].content != page.content
    ]
    kept = {page.path for page in renamed.values()}
    changes += [_change(page, None) for page in gone if page.path not in kept]
    return sorted(changes, key=lambda change: change.page.path)


def _change(old: Shown | None, new: Shown | None) -> PageChange:
    one, other = (page.pieces if page else [] for page in (old, new))
    edits = (compare_pieces(_part(one, hidden), _part(other, hidden)) for hidden in (False, True))
    return PageChange(old, new, *map(tuple, edits))


def _part(pieces: Sequence[Piece], hidden: bool) -> list[Piece]:
    return [piece for piece in pieces if piece.kind.is_hidden is hidden]


def _renamed(gone: Sequence[Shown], come: Sequence[Shown]) -> Iterator[tuple[str, Shown]]:
    """Yield new paths and the old pages they were, the most alike first."""
    rated = sorted(
        ((_common_lines(one, other), one.path, other.path) for one in gone for other in come),
        key=lambda pair: (-pair[0], pair[1:]),
    )
    left = {page.path: page for page in gone}
    found: set[str] = set()
    for share, before, after in rated:
        if share >= RENAMED and before in left and after not in found:
            found.add(after)
            yield after, left.pop(before)


def _common_lines(one: Shown, other: Shown) -> float:
    a, b = (Counter(filter(str.strip, page.content.split("\n"))) for page in (one, other))
    return 2 * (a & b).total() / max(1, a.total() + b.total())
