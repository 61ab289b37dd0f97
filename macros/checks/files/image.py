"""图片不太大，内容与扩展名相符；SVG 图里没有程序和外站的内容。

太大的图让页面半天打不开；SVG 图是一种网页，能带程序。只读文件开头，不打开图片。

依据：安全要求；单张图片不超过 2 MB、2500 万像素。

不通过：

    docs/files/a.svg：
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
    <script>alert(1)</script>
    </svg>

通过：

    docs/files/a.svg：
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
    <path d="M0 0h9"/>
    </svg>
"""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from macros import paths
from macros.problems import Problem, Severity, Where
from macros.rendering.allowed_html import DRAWING_TAGS, violations
from macros.rendering.site import RenderedSite
from macros.sources.folder import Entry
from macros.sources.image_file import READERS, image_size

RULE = "SEC-02"
CODE = "image"
SEVERITIES = (Severity.FAULT,)

MAX_BYTES = 2_000_000
MAX_PIXELS = 25_000_000


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each picture that is too large or not a mere picture."""
    for folder in (paths.DOCS, paths.OVERRIDES):
        for entry in site.entries(folder):
            if entry.is_file and (entry.path.suffix in READERS or entry.path.suffix == ".svg"):
                yield from _check_picture(entry)


def _check_picture(entry: Entry) -> Iterator[Problem]:
    size = entry.path.stat().st_size
    if size > MAX_BYTES:
        fact = f"图片有 {size} 字节，超过 {MAX_BYTES} 字节"
        yield Problem(Where(entry.name), CODE, fact, "缩小或压缩图片。")
    elif entry.path.suffix == ".svg":
        yield from _check_drawing(entry)
    else:
        yield from _check_pixels(entry)


def _check_pixels(entry: Entry) -> Iterator[Problem]:
    size = image_size(entry.path)
    if size is None:
        hint = "用看图软件另存为 PNG 或 JPG，扩展名与格式一致。"
        yield Problem(Where(entry.name), CODE, f"不是 {entry.path.suffix} 格式的图片", hint)
    elif size[0] * size[1] > MAX_PIXELS:
        fact = f"图片有 {size[0]}×{size[1]} 像素，超过 2500 万像素"
        yield Problem(Where(entry.name), CODE, fact, "缩小到 1600 像素宽以内。")


def _check_drawing(entry: Entry) -> Iterator[Problem]:
    drawing = _parse(entry.path)
    if drawing is None:
        hint = "用绘图软件另存为普通 SVG，或换成 PNG。"
        yield Problem(Where(entry.name), CODE, "不是规范的 SVG 图", hint)
        return
    for element, wrong, _ in violations(drawing, DRAWING_TAGS):
        where = Where(entry.name, element.sourceline or 1)
        yield Problem(where, CODE, f"SVG 图里有不允许的{wrong}", "删去它，或把图另存为 PNG。")


def _parse(path: Path) -> etree._Element | None:
    """Return the drawing, nothing it refers to resolved; None if it declares entities."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        document = etree.parse(str(path), parser)
    except (etree.XMLSyntaxError, OSError):
        return None
    declared = document.docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        return None
    if next(document.getroot().itersiblings(preceding=True), None) is not None:
        return None  # a processing instruction that fetches style sheets
    return document.getroot() if etree.QName(document.getroot()).localname == "svg" else None
