"""How far something has come, as a bar: done, under way, not known."""

from macros.page_macros.html import escape

Parts = tuple[int, ...]
"""How many are done, under way or disputed, and not known."""

SHADES = ("0.85", "0.4", "0.12")
"""Told apart on paper, too: the darker, the further."""

WIDTH, HEIGHT = 300, 8


def progress_bar(words: str, parts: Parts) -> str:
    """Return a bar whose parts are as long as their counts, as one line of SVG.

    Args:
        words: what it shows, for screen readers.
    """
    start, drawn = 0.0, []
    for count, shade in zip(parts, SHADES, strict=True):
        width = round(WIDTH * count / sum(parts), 2)
        if count:
            drawn.append(
                f'<rect x="{start:g}" width="{width:g}" height="{HEIGHT}"'
                f' fill="currentColor" fill-opacity="{shade}"/>'
            )
        start += width
    return (
        f'<svg class="progress" role="img" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' preserveAspectRatio="none"><title>{escape(words)}</title>{"".join(drawn)}</svg>'
    )
