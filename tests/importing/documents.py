"""Word documents made of the XML that a test is about."""

import zipfile
from pathlib import Path

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def document(path: Path, body: str, styles: str = "", numbering: str = "") -> Path:
    """Write a .docx file with this body, these styles and lists; return its path."""
    parts = {"document": f"<w:body>{body}</w:body>", "styles": styles, "numbering": numbering}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            if content:
                text = f'<w:{name} xmlns:w="{WORD}">{content}</w:{name}>'
                archive.writestr(f"word/{name}.xml", text)
    return path


def paragraph(*runs: str, properties: str = "") -> str:
    """Return a paragraph of texts; what begins with ``<`` stands as it is."""
    made = (one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(made)}</w:p>"


def run(text: str) -> str:
    """Return a run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, level: int = 0, number: int = 1) -> str:
    """Return a paragraph that Word numbers by itself."""
    own = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=own)


def levels(*forms: tuple[str, str]) -> str:
    """Return a numbering part whose list 1 has these levels: form of counting and text."""
    made = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for index, (form, text) in enumerate(forms)
    )
    abstract = f'<w:abstractNum w:abstractNumId="0">{made}</w:abstractNum>'
    return f'{abstract}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def table(*rows: str) -> str:
    """Return a table of rows."""
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def cell(text: str, properties: str = "") -> str:
    """Return a cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"
