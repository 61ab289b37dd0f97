"""Charts drawn in the page and images, each with its words for those who cannot see it."""

import posixpath
import re
from urllib.parse import unquote

from lxml import etree, html

from macros import paths
from macros.books.source import quoted

CODE = "image-words"

NAMES = (
    "viewBox preserveAspectRatio gradientUnits gradientTransform patternUnits patternTransform"
    " spreadMethod textLength markerWidth markerHeight markerUnits refX refY pathLength clipPath"
    " linearGradient"
)
CAMEL_CASE = {name.lower(): name for name in NAMES.split()}
"""Names of SVG that a parser of HTML writes in small letters."""


def drawing_words(element: html.HtmlElement) -> str:
    """Return the words of a chart or image for those who cannot see it; empty without any."""
    if element.tag == "img":
        return (element.get("alt") or "").strip()
    words = element.get("aria-label") or element.findtext("title") or ""
    return "：".join(part for part in (words, element.findtext("desc") or "") if part)


def _drawing(walker, element: html.HtmlElement) -> str:
    words = drawing_words(element)
    if not words:
        walker.report(CODE, "图没有文字说明，读屏软件读不出", "给 <svg> 加 <title>。", "<svg")
    return f"#chart({quoted(_svg(element, walker.drawing_font))}, {quoted(words)}, 80%)\n\n"


def _svg(element: html.HtmlElement, font: str) -> str:
    copy = etree.fromstring(etree.tostring(element, with_tail=False))
    for one in copy.iter(etree.Element):
        one.tag = CAMEL_CASE.get(one.tag, one.tag)
        for name, value in list(one.attrib.items()):
            del one.attrib[name]
            one.set(CAMEL_CASE.get(name, name), value.replace("currentColor", "#000000"))
    text = etree.tostring(copy, encoding="unicode")
    if "xmlns=" not in text.partition(">")[0]:
        text = text.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return re.sub(r'font-family="[^"]*"', f'font-family="{font}"', text)


def _image(walker, element: html.HtmlElement) -> str:
    words = drawing_words(element)
    source = (element.get("src") or "").strip()
    if not words:
        fact = f"图片“{source}”没有文字说明，读屏软件读不出"
        walker.report(CODE, fact, "写在方括号里，如 ![办公楼平面图](plan.png)。", source)
    inside = posixpath.normpath(posixpath.join(posixpath.dirname(walker.path), unquote(source)))
    path = f"{paths.DOCS}/{inside}"
    walker.images.append(path)
    return f"#picture({quoted(f'/{path}')}, {quoted(words)})\n\n"


def _figure(walker, element: html.HtmlElement) -> str:
    return walker.flow(element)


def _caption(walker, element: html.HtmlElement) -> str:
    return f"#caption[{walker.inline(element)}]\n"


BLOCKS = {"figcaption": _caption, "figure": _figure, "img": _image, "svg": _drawing}
