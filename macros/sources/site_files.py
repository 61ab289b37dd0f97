"""The files of a site; those made from the same as in the site before are put in place as they are.

What a file was made from is known by a hash, and only of a site that nobody has touched since: so
no file has to be read to be taken over.
"""

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class SiteFiles:
    """What is known of the files of a site that is being made, and of the site before."""

    folder: Path
    """The site that is being made."""

    former: Path | None = None
    """The site before."""

    known: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Path in the former site → hash of what the file was made from, and notes on it."""

    made: dict[str, Sequence[str]] = field(default_factory=dict)
    """The same of the files that are in place by now."""

    def take_over(self, name: str, made_from: str) -> Sequence[str] | None:
        """Put the former file in place if it was made from the same; return the notes on it.

        None if there is no such file.
        """
        known = self.known.get(name)
        if known is None or known[0] != made_from:
            return None
        _put_same(self.former / name, self.folder / name)
        self.made[name] = known
        return known[1:]

    def note(self, name: str, made_from: str, *notes: str) -> None:
        """Remember what a new file is made from."""
        self.made[name] = (made_from, *notes)


def _put_same(old: Path, new: Path) -> None:
    """Let `new` be the file `old`, as a second name of it if the file system can."""
    try:
        os.link(old, new)
    except OSError:  # a file system without hard links
        shutil.copyfile(old, new)
