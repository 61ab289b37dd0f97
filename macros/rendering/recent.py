"""The figures, regulations and pages that changed last, as git knows.

The home page shows them below its own text: they are no part of it, or every change would
change it, too.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from macros import paths
from macros.handbook import VERSION_PATH, Handbook
from macros.history import history

SHOWN = 8
NOT_NEWS = ("about/", "index.md")
"""Pages whose changes say nothing about the bureau."""


class Change(NamedTuple):
    """Something that changed."""

    day: date
    kind: str
    title: str
    page: str
    """Path of its page, relative to `docs/`."""


def recent_changes(handbook: Handbook) -> list[Change]:
    """Return the last changes, newest first; none where git cannot tell."""
    newest = sorted(_changes(handbook), key=lambda one: (-one.day.toordinal(), one[1:]))
    changes: dict[tuple[str, str], Change] = {}
    for one in newest:
        # Versions of one regulation have one title: the one that changed last stands for them.
        changes.setdefault((one.kind, one.title), one)
    return list(changes.values())[:SHOWN]


def _changes(handbook: Handbook) -> Iterator[Change]:
    known = history(handbook)
    for key, day in known.figures.items():
        if key.name in handbook.figure_paths:
            title = f"{key.name}（{key.year}年）"
            yield Change(day, "数", title, handbook.figure_paths[key.name])
    for path, page in handbook.pages.items():
        day = known.files.get(f"{paths.DOCS}/{path}")
        if day and not path.startswith(NOT_NEWS):
            kind = "制度" if VERSION_PATH.fullmatch(path) else "页面"
            yield Change(day, kind, page.title, path)
