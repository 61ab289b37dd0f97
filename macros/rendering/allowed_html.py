"""The tags and attributes that pages and drawings may hold; everything else is refused."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TEXT_TAGS = _words(
    "a abbr article blockquote br button caption code col colgroup dd del details div dl dt em"
    " figcaption figure h1 h2 h3 h4 h5 h6 hr img ins kbd li mark ol p pre section small span"
    " strong sub summary sup table tbody td tfoot th thead time tr ul"
)
DRAWING_TAGS = _words(
    "circle clippath defs desc ellipse g line lineargradient marker metadata path pattern"
    " polygon polyline rect stop svg symbol text title tspan use"
)
TEXT_ATTRIBUTES = _words(
    "align alt class colspan datetime decoding dir headers height hidden href id lang loading"
    " open rel reversed role rowspan scope span src start tabindex title type value width"
)
DRAWING_ATTRIBUTES = _words(
    "alignment-baseline baseline-shift baseprofile clip-path clip-rule color cx cy d display"
    " dominant-baseline dx dy enable-background fill fill-opacity fill-rule focusable font-family"
    " font-size font-style font-variant font-weight gradienttransform gradientunits"
    " letter-spacing marker-end marker-mid marker-start markerheight markerunits markerwidth"
    " offset opacity orient overflow pathlength patterntransform patternunits points"
    " preserveaspectratio r refx refy rx ry shape-rendering space spreadmethod stop-color"
    " stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin"
    " stroke-miterlimit stroke-opacity stroke-width text-anchor text-rendering textlength"
    " transform vector-effect version viewbox visibility x x1 x2 xmlns y y1 y2"
)
TAGS = TEXT_TAGS | DRAWING_TAGS
ATTRIBUTES = TEXT_ATTRIBUTES | DRAWING_ATTRIBUTES
PREFIXED = re.compile(r"(?:aria-|data-(?!md)|xmlns:)[a-z-]+")
"""Families of attributes; `data-md-…` would set off code of the theme."""

OWN_DRAWING = re.compile(r"#[\w.:-]+")
OUTSIDE_URL = re.compile(r"url\s*\(\s*['\"]?(?!['\"]?#)", re.IGNORECASE)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
IGNORED_BY_BROWSERS = re.compile("[\u0000-\u0020]")


def violations(
    top: etree._Element, tags: frozenset[str] = TAGS
) -> Iterator[tuple[etree._Element, str, str]]:
    """Yield each element below `top` that is not allowed, what is wrong with it, and its source.

    The last is a piece of text by which the place in the source can be found.
    """
    for element in top.iter():
        tag = _plain_name(element.tag)
        if tag not in tags:
            yield element, _called(element, tag), f"<{tag or '[!?]'}"
            continue
        for name, value in element.items():
            wrong = _wrong_attribute(tag, _plain_name(name), value)
            if wrong:
                yield element, f"<{tag}> 的 {wrong}", value or _plain_name(name)


def is_safe_link(target: str) -> bool:
    """Return whether a link leads within the site or to a web page."""
    if target.startswith("#"):
        return True
    target = IGNORED_BY_BROWSERS.sub("", target)
    scheme = SCHEME.match(target)
    return scheme is None or scheme.group().lower() in ("http:", "https:")


def is_outside(target: str) -> bool:
    """Return whether an address names another host or a scheme."""
    target = IGNORED_BY_BROWSERS.sub("", target).replace("\\", "/")
    return target.startswith("//") or SCHEME.match(target) is not None


@lru_cache(maxsize=1 << 10)  # few names on many elements
def _plain_name(name: object) -> str:
    """Return a name without namespace, in small letters; empty for comments and the like."""
    if not isinstance(name, str):
        return ""
    return name.rpartition("}")[2].lower().removeprefix("xlink:").removeprefix("xml:")


def _called(element: etree._Element, tag: str) -> str:
    return f"标签 <{tag}>" if tag else f"注释或声明“{(element.text or '').strip()[:20]}”"


def _wrong_attribute(tag: str, name: str, value: str) -> str:
    if name not in ATTRIBUTES and not PREFIXED.fullmatch(name):
        return f"属性 {name}"
    if name == "src" and is_outside(value):
        return f"外站图片“{value[:60]}”"
    if tag in DRAWING_TAGS and OUTSIDE_URL.search(value):
        return f"属性 {name}（取自别处）"
    if name != "href":
        return ""
    is_good = OWN_DRAWING.fullmatch(value) if tag in DRAWING_TAGS else is_safe_link(value)
    return "" if is_good else f"链接“{value[:60]}”"
