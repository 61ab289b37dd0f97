"""Where things are: the only module that knows the names of the folders."""

from pathlib import Path

BOOKS = "books"
"""Folder of the printed books, within the site."""

CONFIG = "mkdocs.yml"
DATA = "data"
DOCS = "docs"
EDITION = "edition.yml"
ERRATA = "errata.yml"
LEDGERS = "ledgers"
OVERRIDES = "overrides"
REPORTS = "docs/reports"
SCHEMAS = "data/schemas"
SITE = "site"
TEMPLATES = "data/templates"

SOURCES = (DATA, DOCS, OVERRIDES)
"""Folders that people fill and the site is made from."""


class NoProject(Exception):
    """No folder with `mkdocs.yml` at or above the starting folder."""


def find_root(start: Path) -> Path:
    """Return the project folder: the nearest one at or above `start` with `mkdocs.yml`.

    Raises:
        NoProject: if there is none.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file():
            return folder
    raise NoProject(str(start))


def relative(root: Path, path: Path) -> str:
    """Return `path` as messages show it: relative to the project, with forward slashes.

    Bytes of a name that are not UTF-8 show as ``?``, because they could not be printed.
    """
    return path.relative_to(root).as_posix().encode("utf-8", "replace").decode("utf-8")


def shown(root: Path, path: Path) -> str:
    """Return a file anywhere as messages show it: relative to the project if it lies within."""
    try:
        return relative(root.resolve(), path.resolve())
    except ValueError:
        return path.as_posix()
