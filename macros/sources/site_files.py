"""The files of a site; those made from the same as in the site before are taken over as they are.

What a file was made from is known by a hash, and only of a site that nobody has touched since: so
no file has to be read to be taken over.
"""

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from macros.sources.folder import files_below

Known = Mapping[str, Sequence[str]]
"""Path within a site → hash of what the file was made from, and notes on it."""


@dataclass(slots=True)
class SiteFiles:
    """What is known of the files of a site that is being made, and of the site before."""

    folder: Path
    """Where new files are written."""

    former: Path | None = None
    """The site before."""

    known: Known = field(default_factory=dict)
    """The files of the site before."""

    made: dict[str, Sequence[str]] = field(default_factory=dict)
    """The files of this site, by now."""

    kept: list[str] = field(default_factory=list)
    """Those of them that are taken over."""

    def take_over(self, name: str, made_from: str) -> Sequence[str] | None:
        """Keep the former file if it was made from the same; return the notes on it.

        None if there is no such file, and a new one has to be written.
        """
        known = self.known.get(name)
        if known is None or known[0] != made_from:
            return None
        self.made[name] = known
        self.kept.append(name)
        return known[1:]

    def note(self, name: str, made_from: str, *notes: str) -> None:
        """Remember what a new file is made from."""
        self.made[name] = (made_from, *notes)

    def complete(self) -> None:
        """Put the files that are taken over beside the new ones."""
        for name in self.kept:
            _put(_link, f"{self.former}/{name}", f"{self.folder}/{name}")

    def renew(self, spare: Path, known: Known) -> None:
        """Make an older site this one, with as few changes as it takes; the new files move there.

        Args:
            spare: the older site.
            known: its files.
        """
        new = {name for name, _ in files_below(self.folder, "")}
        same = {name for name in self.kept if list(known.get(name, ())) == list(self.made[name])}
        for name, _ in list(files_below(spare, "")):
            if name not in new and name not in same:
                _remove(spare, name)
        for name in self.kept:
            if name not in same:
                _put(_link, f"{self.former}/{name}", f"{spare}/{name}")
        for name in new:
            _put(os.replace, f"{self.folder}/{name}", f"{spare}/{name}")


def _put(put: Callable[[str, str], object], old: str, new: str) -> None:
    """Put a file in its place, in a folder that is made if there is none."""
    try:
        put(old, new)
    except FileNotFoundError:
        Path(new).parent.mkdir(parents=True, exist_ok=True)
        put(old, new)


def _link(old: str, new: str) -> None:
    """Let `new` be the file `old`, as a second name of it if the file system can."""
    try:
        os.link(old, new)
    except FileNotFoundError:
        raise
    except OSError:  # a file system without hard links
        shutil.copyfile(old, new)


def _remove(site: Path, name: str) -> None:
    """Remove a file, and the folders that hold nothing more."""
    (site / name).unlink()
    with suppress(OSError):  # the first that still holds something
        for folder in (site / name).parents:
            folder.rmdir()
