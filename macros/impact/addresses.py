"""Addresses that no longer lead anywhere, except those that `data/redirects.yml` leads on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros import paths
from macros.handbook import Handbook
from macros.impact.pieces import Kind, Piece
from macros.impact.placing import placed
from macros.models.redirect import Redirect
from macros.problems import Where
from macros.rendering.redirects import page_address
from macros.rendering.site import RenderedPage, RenderedSite
from macros.sources.folder import entries

FOOTNOTE = ("fn:", "fnref:")
"""Anchors that are numbered anew with each footnote; nobody is given their address."""

WORDS = 12
"""Letters by which a place is found."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the old site that the new one does not have."""

    address: str
    where: Where
    """What it was made from, in the old files."""

    redirect: Redirect | None
    """What leads on; without one, the change is blocked."""


def vanished(old: RenderedSite, new: RenderedSite) -> list[Address]:
    """Return the addresses that vanish; of a page that goes as a whole only its own."""
    redirects = {one.old: one for one in new.handbook.redirects}
    found = [*_pages(old, new), *_files(old.handbook, new.handbook)]
    return [
        Address(address, where, redirects.get(address)) for address, where in sorted(found)
    ]


def anchors(page: RenderedPage) -> frozenset[str]:
    """Return the anchors of a page that somebody can have linked to."""
    found = page.article.xpath(".//@id[not(ancestor::*[local-name()='svg'])]")
    return frozenset(one for one in found if not one.startswith(FOOTNOTE))


def _pages(old: RenderedSite, new: RenderedSite) -> Iterator[tuple[str, Where]]:
    for path, page in old.pages.items():
        other = new.pages.get(path)
        if other is not None:
            if other.text != page.text:
                yield from _anchors(page, other)
        elif not _is_unread(page, new.handbook):
            yield page_address(path), Where(page.page.name)


def _is_unread(page: RenderedPage, new: Handbook) -> bool:
    """Return whether a page is missing only because its file, or the figures, cannot be read."""
    if page.page.figure:
        return not new.definitions
    return (new.root / page.page.name).is_file()


def _anchors(old: RenderedPage, new: RenderedPage) -> Iterator[tuple[str, Where]]:
    for anchor in anchors(old) - anchors(new):
        yield f"{page_address(old.page.path)}#{anchor}", _place(old, anchor)


def _place(page: RenderedPage, anchor: str) -> Where:
    words = "".join(page.article.xpath(".//*[@id=$id]", id=anchor)[0].itertext())
    start = words.strip()[:WORDS]
    piece = placed(page.handbook, page.page, [Piece(Kind.SENTENCE, start, start)])[0]
    return Where(page.page.name, piece.line)


def _files(old: Handbook, new: Handbook) -> Iterator[tuple[str, Where]]:
    there = set(_published(new))
    for address, name in _published(old).items():
        if address not in there:
            yield address, Where(name)
    kept = {book.id for book in new.books}
    for book in old.books:
        if book.id not in kept:
            yield f"{paths.BOOKS}/{book.id}.pdf", book.where


def _published(handbook: Handbook) -> Mapping[str, str]:
    """Return the images and downloads of a handbook: address and file."""
    return {
        entry.name.removeprefix(f"{paths.DOCS}/"): entry.name
        for entry in entries(handbook.root, paths.DOCS)
        if entry.is_file and entry.path.suffix != ".md"
    }
