"""Markdown for a pull request: text that no mark in it can break, and old against new."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from macros.regulations.word_marks import Run, marked

MARKS = str.maketrans({
    **{mark: f"\\{mark}" for mark in "\\`*_[]|~#"},
    "&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;", "\n": " ",
})  # fmt: skip
"""Marks of Markdown, and the sign by which forges call people."""

LONGEST = 500
"""Letters of a text shown that is new or gone as a whole."""

AROUND = 28
"""Letters shown on either side of a change."""

NOTHING = "—"


def plain(text: str) -> str:
    """Return text safe in Markdown and in its tables, on one line."""
    return text.translate(MARKS)


def code(text: str) -> str:
    """Return a name of a file or the like."""
    return f"`{text.replace('`', '').replace('|', '')}`"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a table, its cells Markdown, and a blank line."""
    yield f"| {' | '.join(header)} |"
    yield f"|{' --- |' * len(header)}"
    yield from (f"| {' | '.join(cell or NOTHING for cell in row)} |" for row in rows)
    yield ""


def sides(old: str, new: str) -> tuple[str, str]:
    """Return both texts with what differs struck out in one and underlined in the other."""
    if not old or not new:
        return _whole(old, "del"), _whole(new, "ins")
    return runs_as_sides(list(_runs(old, new)))


def runs_as_sides(runs: Sequence[Run]) -> tuple[str, str]:
    """Return the old and the new text of runs; long stretches that stayed are cut short."""
    last = len(runs) - 1
    one, other = [], []
    for index, run in enumerate(runs):
        if run.is_kept:
            one.append(plain(_short(run.old, index == 0, index == last)))
            other.append(plain(_short(run.new, index == 0, index == last)))
        else:
            one.append(_marked(run.old, "del"))
            other.append(_marked(run.new, "ins"))
    return "".join(one), "".join(other)


def _whole(text: str, tag: str) -> str:
    return _marked(text if len(text) <= LONGEST else f"{text[:LONGEST]}…", tag)


def _marked(text: str, tag: str) -> str:
    return f"<{tag}>{plain(text)}</{tag}>" if text.strip() else plain(text)


def _short(text: str, is_first: bool, is_last: bool) -> str:
    """Return a stretch that stayed without its middle, or without the end far from the change."""
    if len(text) <= 2 * AROUND:
        return text
    start = "" if is_first else text[:AROUND]
    end = "" if is_last else text[-AROUND:]
    return f"{start}…{end}"


def _runs(old: str, new: str) -> Iterator[Run]:
    """Yield the runs of two texts; width of punctuation and white space count here."""
    for run in marked(old, new):
        if not run.is_kept or run.old == run.new:
            yield run
            continue
        matcher = SequenceMatcher(None, run.old, run.new, autojunk=False)
        for tag, i, j, k, m in matcher.get_opcodes():
            yield Run(tag == "equal", run.old[i:j], run.new[k:m])
