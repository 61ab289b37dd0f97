"""One page of the handbook as its file states it."""

import re
from dataclasses import dataclass

from macros.models.front_matter import FrontMatter
from macros.sources.calls import Call
from macros.sources.markdown_file import MarkdownFile


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown page of `docs/`."""

    path: str
    """Relative to `docs/`, with forward slashes."""

    file: MarkdownFile
    meta: FrontMatter
    calls: tuple[Call, ...]
    figure: str | None = None
    """The figure it was made for; None for a page that somebody wrote."""

    @property
    def name(self) -> str:
        """The page as messages show it."""
        return self.file.name

    @property
    def title(self) -> str:
        """Title of the front matter, else the first heading, else the file name."""
        heading = re.search(r"^# +(.+?) *$", self.file.body, re.MULTILINE)
        return self.meta.title or (heading[1] if heading else self.path)

    @property
    def is_report(self) -> bool:
        """Whether numbers before measure words must come from the data."""
        return self.meta.kind == "报告" or self.path.startswith("reports/")
