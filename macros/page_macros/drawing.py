"""Bar charts as inline SVG: no fonts of their own, no style attributes, the same every time."""

import hashlib
import io
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SVG = "{http://www.w3.org/2000/svg}"
WIDTH, HEIGHT, FONT_SIZE = 440, 180, 12
"""Units of the view box; the chart is as wide as its column, and its text grows with it."""

INK = "#000000"
"""What matplotlib draws in this color takes the text color (`currentColor`) of the page."""

SETTINGS = {
    "svg.fonttype": "none",
    "svg.hashsalt": "handbook",
    "font.family": "sans-serif",
    "font.size": FONT_SIZE,
    "text.color": INK,
    "text.usetex": False,
}
KEPT_STYLES = frozenset(
    ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-linecap", "text-anchor"]
)


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


@lru_cache(maxsize=512)
def bar_chart(title: str, description: str, bars: tuple[Bar, ...]) -> str:
    """Return a bar chart as one line of SVG.

    Args:
        title: name of the chart, for screen readers.
        description: the values in words, for screen readers.
        bars: from left to right.
    """
    labels: list[str] = []
    root = etree.fromstring(_drawn(bars, labels), etree.XMLParser(remove_comments=True))
    _strip(root)
    _write_labels(root, labels)
    _name(root, title, description)
    return etree.tostring(root, encoding="unicode").replace("\n", " ")


def _drawn(bars: tuple[Bar, ...], labels: list[str]) -> bytes:
    # matplotlib takes half a second to import: only pages with a chart pay for it.
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(SETTINGS)
        figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72))
        axes = figure.add_axes((0.01, 0.24, 0.98, 0.74))
        axes.set_axis_off()
        figure.patch.set_visible(False)
        _draw_bars(axes, bars, labels)
        output = io.BytesIO()
        FigureCanvasSVG(figure).print_svg(output, metadata={"Date": None})
    return output.getvalue()


def _draw_bars(axes: "Axes", bars: tuple[Bar, ...], labels: list[str]) -> None:
    tallest = max((bar.height for bar in bars if bar.height is not None), default=0) or 1
    axes.set_xlim(-0.5, max(len(bars), 4) - 0.5)
    axes.set_ylim(0, tallest * 1.18)
    axes.axhline(0, color=INK, linewidth=1, clip_on=False)
    for place, bar in enumerate(bars):
        if bar.height is not None:
            axes.bar(place, bar.height, width=0.6, color=INK, linewidth=0, clip_on=False)
            _draw_text(axes, (place, bar.height), 4, bar.value, labels)
        _draw_text(axes, (place, 0), -6, bar.name, labels)
        if bar.remark:
            _draw_text(axes, (place, 0), -24, bar.remark, labels)


def _draw_text(
    axes: "Axes", point: tuple[float, float], offset: int, text: str, labels: list[str]
) -> None:
    """Draw a stand-in for the text, so that matplotlib needs no font that has its letters."""
    labels.append(text)
    axes.annotate(
        f"L{len(labels) - 1}",
        point,
        (0, offset),
        textcoords="offset points",
        ha="center",
        va="bottom" if offset > 0 else "top",
        annotation_clip=False,
    )


def _strip(root: etree._Element) -> None:
    """Leave only shapes and text with presentation attributes (a strict CSP forbids style)."""
    for element in list(root.iter()):
        if element.tag in (f"{SVG}metadata", f"{SVG}defs", f"{SVG}style"):
            element.getparent().remove(element)
            continue
        for name in ("id", "clip-path", "transform"):
            element.attrib.pop(name, None)
        for name, value in _styles(element.attrib.pop("style", "")):
            element.set(name, value)
        for name, value in element.attrib.items():
            kept = "currentColor" if value == INK else re.sub(r"\s+", " ", value).strip()
            element.set(name, kept)
        element.text = (element.text or "").strip() or None
        element.tail = None
    etree.strip_tags(root, f"{SVG}g")
    etree.cleanup_namespaces(root)


def _styles(style: str) -> list[tuple[str, str]]:
    pairs = [part.split(":", 1) for part in style.split(";") if ":" in part]
    return [(name.strip(), value.strip()) for name, value in pairs if name.strip() in KEPT_STYLES]


def _write_labels(root: etree._Element, labels: list[str]) -> None:
    for element in root.iter(f"{SVG}text"):
        element.text = labels[int(element.text.removeprefix("L"))]
        element.set("font-family", "sans-serif")
        element.set("font-size", str(FONT_SIZE))


def _name(root: etree._Element, title: str, description: str) -> None:
    """Give the chart the name and description that screen readers speak."""
    digest = hashlib.sha256(f"{title}\n{description}".encode()).hexdigest()[:10]
    for attribute in ("width", "height", "version"):
        root.attrib.pop(attribute, None)
    root.set("fill", "currentColor")
    root.set("role", "img")
    for index, (tag, text) in enumerate((("title", title), ("desc", description))):
        element = etree.Element(f"{SVG}{tag}", id=f"chart-{digest}-{tag}")
        element.text = text
        root.insert(index, element)
    root.set("aria-labelledby", f"chart-{digest}-title")
    root.set("aria-describedby", f"chart-{digest}-desc")
