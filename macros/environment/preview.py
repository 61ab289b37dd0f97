"""The site while it is being edited: made anew after each save, the last good one kept."""

import json
import os
import shutil
import tempfile
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from macros import paths
from macros.checks.run import check_site
from macros.environment.building import run_mkdocs
from macros.environment.content import Content
from macros.environment.retouching import retouch
from macros.handbook import load_handbook
from macros.problems import Problem, ProblemsFound, as_text, ordered
from macros.rendering.site import RenderedSite, render_site
from macros.sources.cache import Cache, digest, tree_digest
from macros.sources.site_files import SiteFiles

LONGEST_WAIT = 20
"""Seconds a browser waits for news before it asks again."""


@dataclass
class Preview:
    """A folder with the site as it was when last all was well, and what is wrong now."""

    root: Path
    workplace: Path
    """Folder on the same disk as the project, for the site in its states."""

    cache: Cache
    folder: Path | None = None
    """The site; None until the first is made."""

    content: Content | None = None
    """What the site in the folder was made from."""

    problems: tuple[Problem, ...] = ()
    """What the checks say of the files now."""

    look: str = ""
    """Hash of the scripts and styles of all pages."""

    steps: int = 0
    """How often anything has changed."""

    changed: threading.Condition = field(default_factory=threading.Condition)

    def refresh(self, changed: set[Path] = frozenset()) -> None:
        """Make the site of what the files say now, show it, then check it.

        Args:
            changed: the files that were touched; a page by itself is shown ahead of the rest.
        """
        try:
            if self.content and retouch(self.content, changed, self.folder):
                self._notify()
            site = render_site(load_handbook(self.root, cache=self.cache))
            faults = [one for one in site.handbook.problems if one.severity.stops_build(False)]
            if faults:
                raise ProblemsFound(faults)
            self._show(*self._made(site))
            self._tell(check_site(site))
        except ProblemsFound as error:
            self._tell(error.problems)
        except FileNotFoundError:
            pass  # a file is just being put in place of another: that is the next change
        self.cache.save()

    def _made(self, site: RenderedSite) -> tuple[Path, Content]:
        new = Path(tempfile.mkdtemp(dir=self.workplace))
        known = self.content.outputs.made if self.content else {}
        content = Content(site, SiteFiles(new, self.folder, known))
        try:
            run_mkdocs(self.root, content)
            content.outputs.complete()
        except ProblemsFound:
            shutil.rmtree(new, ignore_errors=True)
            # The checks say more than MkDocs does, unless they find nothing.
            faults = [one for one in check_site(site) if one.severity.stops_build(False)]
            if faults:
                raise ProblemsFound(faults) from None
            raise
        return new, content

    def _show(self, new: Path, content: Content) -> None:
        with self.changed:
            old, self.folder, self.content = self.folder, new, content
            self.look = tree_digest(self.root, paths.OVERRIDES, paths.CONFIG)
            self._notify()
        if old:
            shutil.rmtree(old, ignore_errors=True)

    def _tell(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        with self.changed:
            self.problems = tuple(problems)
            self._notify()

    def _notify(self) -> None:
        with self.changed:
            self.steps += 1
            self.changed.notify_all()

    @property
    def _stamp(self) -> str:
        return f"{os.getpid()}-{self.steps}"

    def page(self, address: Path) -> tuple[bytes, str]:
        """Return a page of the site, empty if it is not there, and its hash with all it wears."""
        with self.changed:
            file = self.folder / address if self.folder else self.workplace
            shown = file.read_bytes() if file.is_file() else b""
            return shown, digest(self.look, shown)

    def news(self, after: str, address: Path) -> bytes:
        """Return the state as JSON, as soon as it is not the one that `after` names.

        Args:
            address: of the page that asks, relative to the site.
        """
        with self.changed:
            self.changed.wait_for(lambda: self._stamp != after, LONGEST_WAIT)
            page = self.page(address)[1]
            state = {"stamp": self._stamp, "page": page, **_told(self.problems)}
        return json.dumps(state, ensure_ascii=False).encode("utf-8")


def _told(problems: Iterable[Problem]) -> dict[str, list[str]]:
    """Return what has to be mended, and what only reminds, a text for each problem."""
    found: dict[str, list[str]] = {"faults": [], "reminders": []}
    for one in ordered(problems):
        kind = "faults" if one.severity.is_error(release=False) else "reminders"
        found[kind].append("\n".join(as_text([one])))
    return found
