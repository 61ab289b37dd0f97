"""What lies in a folder, without ever following a symbolic link."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from os import DirEntry
from pathlib import Path

from macros import paths


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, folder or symbolic link of the project."""

    place: str
    """Where it is on this computer."""

    name: str
    """As messages show it: relative to the project, with forward slashes."""

    is_link: bool
    is_folder: bool

    @property
    def path(self) -> Path:
        """Where it is on this computer, made only when asked for: many entries are walked past."""
        return Path(self.place)

    @property
    def is_file(self) -> bool:
        """Whether it is neither a folder nor a link."""
        return not self.is_link and not self.is_folder


def entries(root: Path, folder: str) -> Iterator[Entry]:
    """Yield all that lies below a folder of the project, by name; nothing behind links.

    A folder that is missing or itself a link has nothing in it.
    """
    start = root / folder
    if start.is_dir() and not is_linked(root, start):
        yield from _below(start, paths.relative(root, start))


def _below(folder: str | Path, name: str) -> Iterator[Entry]:
    with os.scandir(folder) as found:
        children = sorted(found, key=lambda child: child.name)
    for child in children:
        shown = f"{name}/{child.name}".encode("utf-8", "replace").decode("utf-8")
        is_folder = child.is_dir(follow_symlinks=False)
        yield Entry(child.path, shown, child.is_symlink(), is_folder)
        if is_folder:
            yield from _below(child.path, shown)


def is_linked(root: Path, path: Path) -> bool:
    """Return whether a path below the project folder is, or lies behind, a symbolic link."""
    inside = path.relative_to(root)
    return any((root / part).is_symlink() for part in (inside, *list(inside.parents)[:-1]))


def files_below(top: Path | str, prefix: str, left_out: str = "") -> Iterator[tuple[str, DirEntry]]:
    """Yield what is below a folder, folders apart: its name within behind a prefix, and itself.

    In no order, and without an `Entry` for each: it goes over whole sites. Nothing if there is no
    such folder.

    Args:
        left_out: name of a folder that is not looked into.
    """
    with suppress(FileNotFoundError), os.scandir(top) as found:
        for entry in found:
            name = f"{prefix}{entry.name}"
            if not entry.is_dir(follow_symlinks=False):
                yield name, entry
            elif name != left_out:
                yield from files_below(entry.path, f"{name}/", left_out)
