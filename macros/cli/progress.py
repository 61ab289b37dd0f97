"""What takes long says so, and on request where its time went."""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from threading import Timer
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from cProfile import Profile

SILENT = 2
"""Seconds that a stage may take before it is named."""

MOST = 12
"""Lines of a profile."""


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Name what is being done while it takes long; on a terminal only, and not in CI."""
    if not sys.stderr or not sys.stderr.isatty() or os.environ.get("CI"):
        yield
        return
    with ExitStack() as shown:
        timer = Timer(SILENT, lambda: shown.enter_context(_spinner(name)))
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()


def _spinner(name: str) -> AbstractContextManager:
    """Return what turns beside a name; most stages end before it is time to import it."""
    from rich.console import Console

    return Console(stderr=True).status(f"{name}……")


@contextmanager
def profiled(is_wanted: bool) -> Iterator[None]:
    """Print, if wanted, the CPU time of each package and each part of our own code."""
    if not is_wanted:
        yield
        return
    from cProfile import Profile

    profile = Profile(time.process_time)
    try:
        yield profile.enable()
    finally:
        profile.disable()
        for line in _lines(profile):
            click.echo(line, err=True)


def _lines(profile: "Profile") -> Iterator[str]:
    from pstats import Stats

    spent: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, _) in Stats(profile).stats.items():
        spent[_part(file)] += own
    total = sum(spent.values()) or 1
    yield f"CPU 时间 {total:.1f} 秒（记录本身约占一半以上，看比例）："
    for part, seconds in spent.most_common(MOST):
        yield f"  {seconds / total:4.0%} {part}"


def _part(file: str) -> str:
    """Return the package a file belongs to, for ours with the part; the rest is Python's own."""
    parts = file.replace(os.sep, "/").split("/")
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1].removesuffix(".py")
    if "macros" in parts[:-1]:
        return "/".join(parts[parts.index("macros") :][:2]).removesuffix(".py")
    return "Python"
