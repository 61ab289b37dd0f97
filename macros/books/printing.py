"""Typst to PDF, through a cache keyed by content; what Typst refuses becomes a problem."""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import typst

from macros.books.fonts import REMEDY, FontChoice, installed_fonts
from macros.books.volume import Volume
from macros.problems import Problem, ProblemsFound, Where
from macros.rendering.site import RenderedSite

CACHE = ".cache/books"
MOST_KEPT = 60
"""Prints in the cache."""

STANDARDS = ["ua-1", "a-2a"]
"""Both at once: PDF/UA-1 also makes Typst refuse to print a box for a missing glyph."""

MISSING_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed with font `"(.+?)"`')
ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
UNKNOWN_FAMILY = re.compile(r"unknown font family: (.+)")


def print_volume(site: RenderedSite, volume: Volume, fonts: FontChoice, seconds: int) -> bytes:
    """Return the PDF of a volume, from the cache if nothing it is made of has changed.

    Args:
        seconds: the time written into the file, as `revision.made_at` gives it.

    Raises:
        ProblemsFound: if pages hold what cannot be printed, or a font lacks a character.
    """
    if volume.problems:
        raise ProblemsFound(volume.problems)
    root = site.handbook.root
    kept = root / CACHE / f"{_key(root, volume, fonts, seconds)}.pdf"
    if kept.is_file():
        return kept.read_bytes()
    pdf = _compile(site, volume, seconds)
    write_whole(kept, pdf)
    _forget_old(kept.parent)
    return pdf


def _forget_old(folder: Path) -> None:
    """Drop what was printed longest ago."""
    newest = sorted(folder.glob("*.pdf"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest[MOST_KEPT:]:
        path.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _key(root: Path, volume: Volume, fonts: FontChoice, seconds: int) -> str:
    parts = [volume.source, str(seconds), version("typst"), *STANDARDS, *fonts.files]
    parts += [f"{name} {_file_hash(root / name)}" for name in volume.images]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _file_hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _compile(site: RenderedSite, volume: Volume, seconds: int) -> bytes:
    compiler = typst.Compiler(root=str(site.handbook.root), font_paths=installed_fonts())
    try:
        pdf, warnings = compiler.compile_with_warnings(
            input=volume.source.encode(), format="pdf", pdf_standards=STANDARDS, timestamp=seconds
        )
    except typst.TypstError as error:
        raise ProblemsFound(_problems(site, volume, str(error.diagnostic))) from error
    if warnings:
        text = "\n".join(warning.message for warning in warnings)
        raise ProblemsFound(_problems(site, volume, text))
    return pdf


def _problems(site: RenderedSite, volume: Volume, diagnostic: str) -> list[Problem]:
    found = [
        Problem(_where(site, volume, text), "missing-glyph",
                f"字体“{family}”和备用的字体都没有“{text}”这个字", REMEDY)
        for quoted, family in dict.fromkeys(MISSING_GLYPH.findall(diagnostic))
        for text in [ESCAPE.sub(lambda found: chr(int(found[1], 16)), quoted)]
    ]  # fmt: skip
    found += [
        Problem(volume.book.where, "missing-font", f"没有叫“{name.strip()}”的字体", REMEDY)
        for name in dict.fromkeys(UNKNOWN_FAMILY.findall(diagnostic))
    ]
    return found or [_refusal(volume, diagnostic)]


def _refusal(volume: Volume, diagnostic: str) -> Problem:
    fact = f"“{volume.book.title}”没有排成：{' '.join(diagnostic.split())[:300]}"
    return Problem(volume.book.where, "typesetting", fact, "原来的印本没有动；把这一行发给技术员。")


def _where(site: RenderedSite, volume: Volume, text: str) -> Where:
    return next(_places(site, volume, text), volume.book.where)


def _places(site: RenderedSite, volume: Volume, text: str) -> Iterator[Where]:
    """Yield the line of each page that has the text, in its source or by way of a macro."""
    for path in volume.book.pages:
        page = site.pages[path]
        if text in page.article.text_content():
            found = page.places(re.compile(re.escape(text)))
            yield found[0] if found else page.line_of(text)
