"""The pages of a new year: headings and tables of last year's, and not one sentence."""

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from macros import paths
from macros.handbook import Handbook
from macros.page import Page
from macros.sources.markdown_file import without_code

HEADING = re.compile(r"(#{1,6}) +\S.*")
FOLDERS = ("evidence", "work-points")
"""Where pages of a year are mostly tables; a report is prose, so it is written anew."""

PLAIN = re.compile(r"(?!\d+$)[\w“”《》（）、，]+")
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def year_pages(handbook: Handbook, latest: int, year: int) -> Iterator[tuple[Path, str]]:
    """Yield path and content of each page of the new year that is not there yet."""
    pages = {path: page for path, page in handbook.pages.items() if _is_of(path, latest)}
    for path, page in pages.items():
        target = handbook.root / paths.DOCS / path.replace(str(latest), str(year))
        if not target.exists():
            others = [other for other in pages if _is_beside(other, path)]
            text = _skeleton(page, latest, year)
            text += _links([pages[other] for other in others], latest, year)
            yield target, text


def pages_to_look_at(handbook: Handbook, latest: int) -> list[str]:
    """Return the other pages, and the settings, in which last year is named by a macro or menu."""
    named = [
        page.name
        for path, page in handbook.pages.items()
        if page.figure is None and not _is_of(path, latest) and not page.is_report
        if any(latest in (*call.arguments, *call.keywords.values()) for call in page.calls)
    ]
    settings = (handbook.root / paths.CONFIG).read_text("utf-8")
    return [paths.CONFIG, *named] if f"evidence/{latest}" in settings else named


def _is_of(path: str, latest: int) -> bool:
    parts = PurePosixPath(path).with_suffix("").parts
    return parts[0] in FOLDERS and str(latest) in parts


def _is_beside(other: str, path: str) -> bool:
    """Whether a page belongs on the list of an index page."""
    here = PurePosixPath(path)
    return here.name == "index.md" and other != path and PurePosixPath(other).parent == here.parent


def _skeleton(page: Page, latest: int, year: int) -> str:
    head = ["---", f"title: {_scalar(page.title)}", f"年份: {year}"]
    head += [f"类型: {page.meta.kind}"] if page.meta.kind else []
    head += [f"归口科室: {_scalar(page.meta.owner)}"] if page.meta.owner else []
    body = "\n\n".join(_kept(page, year - latest)) or f"# {page.title}"
    return "\n".join([*head, "---\n\n"]).replace(str(latest), str(year)) + (
        body.replace(str(latest), str(year)) + "\n"
    )


def _kept(page: Page, shift: int) -> Iterator[str]:
    """Yield the title, each table and chart, and the headings above them."""
    lines = page.file.text.split("\n")
    shown = without_code(page.file.text).split("\n")
    calls = {call.where.line for call in page.calls}
    pending: list[str] = []
    for number in range(page.file.body_line, len(lines) + 1):
        line = lines[number - 1].strip()
        if HEADING.fullmatch(shown[number - 1].strip()):
            level = len(HEADING.fullmatch(line)[1])
            pending = [one for one in pending if len(HEADING.fullmatch(one)[1]) < level]
            pending.append(line)
            if level == 1:
                yield pending.pop()
        elif number in calls and line.startswith("{{") and line.endswith("}}"):
            yield from pending
            pending = []
            yield YEAR.sub(lambda found: str(int(found[0]) + shift), line)


def _links(pages: list[Page], latest: int, year: int) -> str:
    lines = [f"- [{page.title}]({PurePosixPath(page.path).name})" for page in pages]
    text = "\n".join(lines).replace(str(latest), str(year))
    return f"\n## 各页\n\n{text}\n" if lines else ""


def _scalar(text: str) -> str:
    """Return a text as YAML reads it back."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
