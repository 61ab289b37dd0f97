"""When a print was made: the time of the last commit, so that the same commit prints the same."""

import os
import subprocess
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

CHINA = timezone(timedelta(hours=8))
"""Dates in print are those of the office, whatever the time zone of the machine."""


def print_time(root: Path) -> int:
    """Return ``SOURCE_DATE_EPOCH``, else the time of the last commit, else 0, in seconds."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return 0
    return int(done.stdout.strip() or 0)


def print_day(root: Path) -> date | None:
    """Return the day of `print_time` in China; None if there is neither commit nor setting."""
    seconds = print_time(root)
    return datetime.fromtimestamp(seconds, CHINA).date() if seconds else None
