"""The commit a handbook is made from, so that the same commit gives the same bytes on any day."""

import os
import subprocess
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from macros import paths
from macros.formatting import CHINA

EPOCH = "SOURCE_DATE_EPOCH"

MADE_FROM = (*paths.SOURCES, "macros", paths.CONFIG)
"""What a change of which changes the site."""


@dataclass(frozen=True, slots=True)
class Revision:
    """The last commit, and whether the files are still as it has them."""

    commit: str
    """Its hash in full."""

    seconds: int
    """When it was made, in seconds since 1970."""

    is_clean: bool


def last_revision(root: Path) -> Revision | None:
    """Return the last commit of the project; None without git or before the first commit."""
    line = run_git(root, "log", "-1", "--format=%H %ct")
    changed = run_git(root, "status", "--porcelain", "--", *MADE_FROM)
    if not line or changed is None:
        return None
    commit, seconds = line.split()
    return Revision(commit, int(seconds), not changed)


def made_at(root: Path) -> int:
    """Return ``SOURCE_DATE_EPOCH``, else the time of the last commit, else 0, in seconds."""
    given = os.environ.get(EPOCH, "")
    if given.isdigit():
        return int(given)
    revision = last_revision(root)
    return revision.seconds if revision else 0


def day_judged(root: Path) -> date | None:
    """Return the day, in China, by which the status of regulations is judged.

    That of ``SOURCE_DATE_EPOCH``, else of the commit; None, which is today, while there are
    changes that are not committed, or without git.
    """
    if not os.environ.get(EPOCH, "").isdigit():
        revision = last_revision(root)
        if revision is None or not revision.is_clean:
            return None
    return datetime.fromtimestamp(made_at(root), CHINA).date()


def run_git(root: Path, *arguments: str) -> str | None:
    """Return what git prints, without the line break; None if it cannot tell."""
    # No optional locks: a build must not stand in the way of an editor's own git.
    command = ["git", "--no-optional-locks", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.decode("utf-8", "replace").strip()
