"""A site ready to be handed on: checked, built, with its books, and looked at once more."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from macros import paths
from macros.checks.data.restricted_value import internal_texts
from macros.checks.run import check_site
from macros.cli.check import report
from macros.handbook import Handbook, load_handbook
from macros.problems import Problem, ProblemsFound, Where
from macros.publishing.acceptance import faults
from macros.publishing.draft import mark_draft
from macros.sources.revision import Revision, day_judged, last_revision


@dataclass(frozen=True, slots=True)
class FinishedSite:
    """A built site and what it was built from."""

    folder: Path
    handbook: Handbook

    revision: str
    """The first digits of the commit; for a preview with ``draft`` behind them."""


@contextmanager
def finished_site(root: Path, is_draft: bool) -> Iterator[FinishedSite]:
    """Build site and books, and hold the lock of builds while they are handed on.

    Raises:
        ProblemsFound: if anything stands in the way; for what is final, also gaps and files that
            are not committed.
    """
    from macros.books.edition import chosen_books, print_books, write_books
    from macros.environment.building import build_site, site_to_add_to
    from macros.rendering.site import render_site

    revision = _revision(root, is_draft)
    handbook = load_handbook(root, day_judged(root))
    rendered = render_site(handbook)
    _stop_at_problems(check_site(rendered), not is_draft)
    prints = print_books(rendered, chosen_books(rendered, ()), not is_draft)
    build_site(root, rendered)
    with site_to_add_to(root) as folder:
        write_books(folder / paths.BOOKS, prints)
        if is_draft:
            mark_draft(folder)
        _stop_at_problems(faults(folder, handbook, internal_texts(handbook)), not is_draft)
        yield FinishedSite(folder, handbook, revision)


def _stop_at_problems(problems: list[Problem], release: bool) -> None:
    """Print what stands in the way and stop; what does not is for `handbook check` to tell."""
    stopping = [found for found in problems if found.severity.stops_build(release)]
    if stopping:
        report(stopping, release)
        raise click.Abort


def _revision(root: Path, is_draft: bool) -> str:
    found = last_revision(root)
    if is_draft:
        return f"{found.commit[:12] if found else 'no-commit'}-draft"
    if found is None or not found.is_clean:
        raise ProblemsFound([_uncommitted(found)])
    return found.commit[:12]


def _uncommitted(found: Revision | None) -> Problem:
    fact = "还有没提交的改动" if found else "没有 git 提交记录，说不清发布的是哪一稿"
    hint = "先提交：git add -A，再 git commit -m 说明；只给内部看的，加 --draft。"
    return Problem(Where(paths.CONFIG), "not-committed", fact, hint)
