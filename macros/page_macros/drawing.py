"""Bar charts as inline SVG: no fonts of their own, no style attributes, the same every time."""

import hashlib
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

WIDTH, HEIGHT = 440, 180
"""Units of the view box; the chart is as wide as its column, and its text grows with it."""

TOP, BASE = 24, 137
"""Where the tallest bar ends and where all begin, down from the top: text needs the rest."""

FONT_SIZE = 12
VALUE_GAP, NAME_GAP, REMARK_GAP = 6, 15, 33
"""How far the lines of text stand above the end of a bar and below its foot."""

FEWEST_PLACES = 4
"""A single bar would be as wide as the page."""

BAR_SHARE = 0.6
"""Of the room that a bar has."""


class Bar(NamedTuple):
    """One bar of a chart."""

    name: str
    """Month, quarter or year, below the bar."""

    height: float | None
    """None draws no bar: what is not known is not zero."""

    value: str
    """The number as written above the bar."""

    remark: str = ""
    """What to say below the name where there is no bar, e.g. 待填."""


def bar_chart(title: str, description: str, bars: tuple[Bar, ...]) -> str:
    """Return a bar chart as one line of SVG.

    Args:
        title: name of the chart, for screen readers.
        description: the values in words, for screen readers.
        bars: from left to right.
    """
    digest = hashlib.sha256(f"{title}\n{description}".encode()).hexdigest()
    name = f"chart-{digest[:10]}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' fill="currentColor" role="img"'
        f' aria-labelledby="{name}-title" aria-describedby="{name}-desc">'
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-desc">{escape(description)}</desc>'
        f'{"".join(_shapes(bars))}'
        f'<path d="M0 {BASE}H{WIDTH}" stroke="currentColor"/></svg>'
    )


def _shapes(bars: tuple[Bar, ...]) -> Iterator[str]:
    """Yield each bar with its text; it is named below its foot, and its number stands on it."""
    tallest = max((bar.height for bar in bars if bar.height is not None), default=0) or 1
    room = WIDTH / max(len(bars), FEWEST_PLACES)
    for place, bar in enumerate(bars):
        middle = room * (place + 0.5)
        if bar.height is not None:
            end = BASE - (BASE - TOP) * bar.height / tallest
            left, right = middle - room * BAR_SHARE / 2, middle + room * BAR_SHARE / 2
            yield f'<path d="M{left:.1f} {BASE}V{end:.1f}H{right:.1f}V{BASE}z"/>'
            yield _text(middle, end - VALUE_GAP, bar.value)
        yield _text(middle, BASE + NAME_GAP, bar.name)
        if bar.remark:
            yield _text(middle, BASE + REMARK_GAP, bar.remark)


def _text(middle: float, bottom: float, text: str) -> str:
    return (
        f'<text x="{middle:.1f}" y="{bottom:.1f}" text-anchor="middle"'
        f' font-family="sans-serif" font-size="{FONT_SIZE}">{escape(text)}</text>'
    )
