"""The XML within a Word document, read without looking at anything outside of it."""

import zipfile
from pathlib import Path

from lxml import etree

from macros.problems import Problem, ProblemsFound, Where

PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml")
MAX_BYTES = 50_000_000
"""Of XML within a document; beyond this it is no regulation but an attack."""

Root = etree._Element | None


def read_parts(path: Path, name: str) -> tuple[Root, Root, Root]:
    """Return the roots of the text, the styles and the lists; None for what is not there.

    Raises:
        ProblemsFound: if the file is no .docx file.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            document, styles, numbering = (_root(archive, part) for part in PARTS)
    except (OSError, zipfile.BadZipFile, etree.XMLSyntaxError, RuntimeError) as error:
        raise ProblemsFound([unreadable(name)]) from error
    return document, styles, numbering


def unreadable(name: str) -> Problem:
    """Return the problem of a file that is no Word document."""
    hint = "用 Word 或 WPS 打开，另存为“Word 文档（*.docx）”，不加密码，再导入。"
    return Problem(Where(name), "not-word", "这不是能读的 .docx 文件", hint)


def _root(archive: zipfile.ZipFile, part: str) -> Root:
    if part not in archive.namelist():
        return None
    if archive.getinfo(part).file_size > MAX_BYTES:
        raise zipfile.BadZipFile(part)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(archive.read(part), parser)


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """Return the first child of that name, then its child of the next name, and so on."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """Return an attribute without regard to its namespace."""
    if element is None:
        return None
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), None)
