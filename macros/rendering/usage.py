"""The where-used index: every figure, with the page, line and sentence that shows it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from macros.figures import FigureKey
from macros.handbook import Handbook, Page
from macros.page_macros import MACROS_BY_NAME
from macros.problems import Where
from macros.rendering.page import show_call
from macros.sources.calls import Call

SENTENCE_END = re.compile(r"[。！？；]|\n")


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
    """Return every use of every figure, in order of page and line."""
    return tuple(use for page in handbook.pages.values() for use in uses_of_page(handbook, page))


def uses_of_page(handbook: Handbook, page: Page) -> Iterator[Use]:
    """Yield the uses of figures on one page."""
    for call in page.calls:
        macro = MACROS_BY_NAME.get(call.name)
        if macro is None or show_call(handbook, call)[1]:
            continue
        for key in macro.figures(handbook, *call.arguments, **call.keywords):
            shown = _call_text(page, call) if macro.is_block else sentence(handbook, page, call)
            yield Use(key, page.path, call.where, call.name, shown)


def sentence(handbook: Handbook, page: Page, call: Call) -> str:
    """Return the sentence around a call, all its calls replaced by what they show, as text."""
    text = page.file.text
    start = page.file.body_start
    for end in SENTENCE_END.finditer(text, page.file.body_start, call.start):
        start = end.end()
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
