"""The site while it is being edited: made anew after each save, the last good one kept."""

import json
import os
import shutil
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path

from macros.checks.run import check_site
from macros.environment.building import run_mkdocs
from macros.environment.content import Content
from macros.handbook import load_handbook
from macros.problems import Problem, ProblemsFound, as_text
from macros.rendering.site import RenderedSite, render_site
from macros.sources.cache import Cache

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

    problems: list[str] = field(default_factory=list)
    pages: str = ""
    """Another word whenever the site was made anew."""

    stamp: int = 0
    changed: threading.Condition = field(default_factory=threading.Condition)

    def refresh(self) -> None:
        """Make the site of what the files say now, show it, then check it."""
        try:
            site = render_site(load_handbook(self.root, cache=self.cache))
            faults = [one for one in site.handbook.problems if one.severity.stops_build(False)]
            if faults:
                raise ProblemsFound(faults)
            self._show(self._made(site))
            self._tell(check_site(site))
        except ProblemsFound as error:
            self._tell(error.problems)
        self.cache.save()

    def _made(self, site: RenderedSite) -> Path:
        new = Path(tempfile.mkdtemp(dir=self.workplace))
        try:
            run_mkdocs(self.root, new, Content(site, self.folder))
        except ProblemsFound:
            shutil.rmtree(new, ignore_errors=True)
            # The checks say more than MkDocs does, unless they find nothing.
            faults = [one for one in check_site(site) if one.severity.stops_build(False)]
            if faults:
                raise ProblemsFound(faults) from None
            raise
        return new

    def _show(self, new: Path) -> None:
        with self.changed:
            old, self.folder = self.folder, new
            self.pages = f"{os.getpid()} {new.name}"
            self.stamp += 1
            self.changed.notify_all()
        if old:
            shutil.rmtree(old, ignore_errors=True)

    def _tell(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        with self.changed:
            self.problems = as_text(problems)
            self.stamp += 1
            self.changed.notify_all()

    def news(self, after: str) -> bytes:
        """Return the state as JSON, as soon as it is not the one that `after` names."""
        with self.changed:
            self.changed.wait_for(lambda: str(self.stamp) != after, LONGEST_WAIT)
            state = {"stamp": self.stamp, "pages": self.pages, "problems": self.problems}
        return json.dumps(state, ensure_ascii=False).encode("utf-8")
