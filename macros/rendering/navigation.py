"""The navigation of `mkdocs.yml`, whose folder entries stand for the pages in them."""

from collections.abc import Iterable, Iterator

from macros.figure_pages import FOLDER

Entry = str | dict[str, object]

MOST_IN_FOLDER = 60
"""Pages of a folder that the menu lists; of a larger one it has the index page alone."""

FIGURES = "data/figures.md"
"""The page that leads to the pages of figures."""


def expand(nav: list[Entry], pages: Iterable[str]) -> list[Entry]:
    """Return the navigation with each folder entry replaced by its pages.

    An entry ending in ``/`` takes the pages of that folder and below that no entry names,
    ``./`` whatever remains; one that takes nothing is left out.

    Args:
        nav: as `mkdocs.yml` has it.
        pages: all pages, relative to `docs/`.
    """
    return _replaced(nav, _taken(nav, pages))


def crowded_pages(nav: list[Entry], pages: Iterable[str]) -> dict[str, str]:
    """Return the pages of folder entries with too many, each with the index of its folder.

    A menu of hundreds of entries helps nobody, and every page would have to carry it.
    """
    return {
        page: index
        for folder, inside in _taken(nav, pages).items()
        if (index := f"{folder}index.md") in inside and len(inside) > MOST_IN_FOLDER
        for page in inside
        if page != index
    }


def _taken(nav: list[Entry], pages: Iterable[str]) -> dict[str, list[str]]:
    """Return the pages that each folder entry takes."""
    left = dict.fromkeys(sorted(set(pages) - set(named_pages(nav)), key=_order))
    folders = sorted(set(_folders(nav)), key=lambda folder: -folder.count("/") * (folder != "./"))
    taken: dict[str, list[str]] = {}
    for folder in folders:
        inside = [page for page in left if folder == "./" or page.startswith(folder)]
        taken[folder] = inside
        for page in inside:
            del left[page]
    return taken


def side_pages(pages: Iterable[str]) -> dict[str, str | None]:
    """Return the pages that the menu leaves out, each with the page that leads to it.

    These are the pages of figures, and older versions and comparisons of a regulation: a menu
    with one title several times, or with hundreds of entries, helps nobody.
    """
    pages = set(pages)
    figures = FIGURES if FIGURES in pages else None
    side = {page: figures for page in pages if page.startswith(FOLDER)}
    newest: dict[str, str] = {}
    folders: dict[str, list[str]] = {}
    for page in sorted(pages, key=_version_order):
        folder, _, name = page.rpartition("/")
        if folder.startswith("regulations/"):
            folders.setdefault(folder, []).append(page)
            if not name.startswith("compare"):
                newest[folder] = page
    for folder, inside in folders.items():
        leader = newest.get(folder)
        side |= {page: leader for page in inside if page != leader}
    return side


def _version_order(page: str) -> tuple[bool, str]:
    """Drafts (draft-1 before draft) before dated versions, those by date."""
    name = page.rpartition("/")[2]
    return name[0].isdigit(), name


def named_pages(nav: object) -> Iterator[str]:
    """Yield the pages that the navigation names one by one."""
    yield from (target for target in _targets(nav) if target.endswith(".md"))


def page_titles(nav: object) -> Iterator[tuple[str, str]]:
    """Yield each page that the navigation gives a title, with the title."""
    if isinstance(nav, dict):
        yield from ((target, title) for title, target in nav.items() if isinstance(target, str))
    for item in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from page_titles(item)


def _folders(nav: object) -> Iterator[str]:
    yield from (target for target in _targets(nav) if target.endswith("/"))


def _targets(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    for item in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _targets(item)


def _replaced(nav: list[Entry], taken: dict[str, list[str]]) -> list[Entry]:
    result: list[Entry] = []
    for entry in nav:
        if isinstance(entry, str):
            result += taken.get(entry, [entry])
            continue
        for title, target in entry.items():
            inside = _inside(target, taken)
            if inside:
                result.append({title: inside})
    return result


def _inside(target: object, taken: dict[str, list[str]]) -> object:
    if isinstance(target, list):
        return _replaced(target, taken)
    return taken.get(target, target) if isinstance(target, str) else target


def _order(page: str) -> tuple[tuple[int, str], ...]:
    """The index page first, then the other pages, then the folders."""
    *folders, name = page.split("/")
    return (*((2, folder) for folder in folders), (int(name != "index.md"), name))
