"""What a file is, told from its text."""

import re
from pathlib import Path

from macros.importing.word import read_word
from macros.problems import ProblemsFound
from macros.sources import text as text_source

ENCODINGS = ("utf-8", "gb18030")
FIRST_ARTICLE = re.compile(r"^[#\s\u3000]*第\s*一\s*条(?!第|规定|的)", re.MULTILINE)


def is_regulation(path: Path) -> bool:
    """Return whether a file has a paragraph that begins with 第一条; a folder always counts."""
    if path.is_dir():
        return True
    try:
        return FIRST_ARTICLE.search(_text(path)) is not None
    except ProblemsFound:
        return False


def _text(path: Path) -> str:
    if path.suffix.lower() == ".docx":
        return "\n".join(line.text for line in read_word(path, path.name).lines)
    return text_source.read_text(path, path.name, ENCODINGS)
