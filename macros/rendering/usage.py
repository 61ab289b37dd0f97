"""The where-used index: every figure, with the page, line and sentence that shows it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from macros.figures import FigureKey
from macros.handbook import Handbook
from macros.page import Page
from macros.page_macros import MACROS_BY_NAME, MacroRefused, PageMacro
from macros.problems import Where
from macros.rendering.call import show_call
from macros.sources.calls import Call

SENTENCE_ENDS = "。！？；\n"
SENTENCE_END = re.compile(f"[{SENTENCE_ENDS}]")


@dataclass(frozen=True, slots=True)
class Use:
    """One place that shows a figure."""

    key: FigureKey
    page: str
    """Path relative to `docs/`."""

    where: Where
    macro: str
    sentence: str
    """The sentence as published, for `数`; the call itself for tables and charts."""


def find_uses(handbook: Handbook) -> tuple[Use, ...]:
    """Return every use of every figure, in order of page and line.

    The page of a figure is no use of it: it has every figure.
    """
    written = (page for page in handbook.pages.values() if page.figure is None)
    return tuple(use for page in written for use in uses_of_page(handbook, page))


@lru_cache(maxsize=2)
def uses_by_name(handbook: Handbook) -> Mapping[str, Sequence[Use]]:
    """Return name of a figure → its uses, of all years, in order of page and line."""
    found: dict[str, list[Use]] = {}
    for use in find_uses(handbook):
        found.setdefault(use.key.name, []).append(use)
    return found


def uses_of_page(handbook: Handbook, page: Page) -> Iterator[Use]:
    """Yield the uses of figures on one page; a refused call uses none."""
    for call in page.calls:
        macro = MACROS_BY_NAME.get(call.name)
        for key in _figures(handbook, macro, call) if macro else ():
            shown = _call_text(page, call) if macro.is_block else sentence(handbook, page, call)
            yield Use(key, page.path, call.where, call.name, shown)


def _figures(handbook: Handbook, macro: PageMacro, call: Call) -> Iterable[FigureKey]:
    try:
        return macro.figures_of(handbook, *call.arguments, **call.keywords)
    except MacroRefused:
        return ()


def sentence(handbook: Handbook, page: Page, call: Call) -> str:
    """Return the sentence around a call, all its calls replaced by what they show, as text."""
    text, body = page.file.text, page.file.body_start
    start = max(text.rfind(mark, body, call.start) for mark in SENTENCE_ENDS) + 1
    start = max(start, body)
    stop = SENTENCE_END.search(text, call.end)
    end = stop.end() if stop else len(text)
    parts, position = [], start
    for other in page.calls:
        if start <= other.start < end:
            parts += [text[position : other.start], show_call(handbook, other)[0]]
            position = other.end
    shown = "".join([*parts, text[position:end]])
    return unescape(re.sub(r"<[^>]+>", "", shown)).strip()


def _call_text(page: Page, call: Call) -> str:
    return page.file.text[call.start : call.end]
