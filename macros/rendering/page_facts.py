"""What the foot of a page says: who keeps it, when it last changed, when it is looked at again."""

from collections.abc import Iterator
from datetime import date

from macros import paths
from macros.formatting import chinese_date
from macros.handbook import Handbook
from macros.history import history
from macros.page import Page
from macros.page_macros import MACROS_BY_NAME, MacroRefused
from macros.sources.calls import Call

Fact = tuple[str, str]
"""What it is about, and the fact."""


def page_facts(handbook: Handbook, page: Page) -> Iterator[Fact]:
    """Yield the facts of a page, as plain text; what nobody has said or git cannot tell is left
    out."""
    meta = page.meta
    days = {
        "本页更新": history(handbook).files.get(page.name),
        "所用数据更新": _data_day(handbook, page),
        "下次复核": meta.next_review_on,
        "下次清理": getattr(meta, "next_cleanup_on", None),
    }
    if meta.owner:
        yield "归口科室", meta.owner
    yield from ((what, chinese_date(day)) for what, day in days.items() if day)


def printed_in(handbook: Handbook, page: Page) -> Iterator[Fact]:
    """Yield title and address, relative to the page, of each printed book that holds it."""
    for book in handbook.books:
        if page.path in book.pages:
            yield book.title, f"{'../' * page.path.count('/')}{paths.BOOKS}/{book.id}.pdf"


def _data_day(handbook: Handbook, page: Page) -> date | None:
    found = (day for call in page.calls for day in _days(handbook, call))
    return max(filter(None, found), default=None)


def _days(handbook: Handbook, call: Call) -> Iterator[date | None]:
    known, macro = history(handbook), MACROS_BY_NAME.get(call.name)
    if macro is None:
        return
    try:
        keys = macro.figures_of(handbook, *call.arguments, **call.keywords)
    except MacroRefused:
        return
    yield from (known.figure(handbook, key) for key in keys)
    files = macro.files_of(handbook, *call.arguments, **call.keywords)
    yield from (known.files.get(name) for name in files)
