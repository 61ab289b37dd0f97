"""Reports and regulations as Word files, in the office's styles."""

from collections.abc import Iterator

from macros.books.word.writer import word_file
from macros.handbook import VERSION_PATH
from macros.rendering.site import RenderedPage, RenderedSite
from macros.sources.revision import made_at


def word_files(site: RenderedSite) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of a Word file for each report, work points and regulation.

    Raises:
        ProblemsFound: for tags that Word files cannot hold.
    """
    seconds = made_at(site.handbook.root)
    for path, page in site.pages.items():
        if _is_submitted(page):
            yield f"{path.removesuffix('.md').replace('/', '-')}.docx", word_file(page, seconds)


def _is_submitted(page: RenderedPage) -> bool:
    """What offices hand in as Word: reports, work points, versions of regulations."""
    is_version = VERSION_PATH.fullmatch(page.page.path) is not None
    return page.page.is_report or page.page.meta.kind == "要点" or is_version


__all__ = ["word_file", "word_files"]
