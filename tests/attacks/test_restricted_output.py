"""SEC-01 on what is really published: no internal cell reaches site, search, print or export."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from macros.models.ledger_kinds import LEDGER_KINDS

SECRET = "龘靐"
"""Two characters that stand nowhere else in the project."""

PUBLIC = "麤麣"
"""Stands on a page: proves that what is looked through can be read."""

REMARKS = {"日期": "2023-03-06", "编号": "2023-001"}
TEXT = "甲"


def _row(kind) -> str:
    header, cells = [], []
    for column in kind.columns:
        header.append(column.name)
        value = REMARKS.get(column.name) or (column.choices[0] if column.choices else "")
        if column.is_restricted:
            value = SECRET
        elif column.is_required and not value:
            value = "1" if column.kind.name == "COUNT" else TEXT
        cells.append(value)
    return ",".join(header) + "\n" + ",".join(cells) + "\n"


LEDGERS = {f"data/2023/ledgers/{kind.file}": _row(kind) for kind in LEDGER_KINDS}
HEADS = {kind.name: kind for kind in LEDGER_KINDS}
TABLES = "".join(f'{{{{ 台账表("{name}", 2023, 按="月份") }}}}\n\n' for name in HEADS)
PAGE = (
    "---\ntitle: 2023年度报告\n年份: 2023\n类型: 报告\n---\n\n"
    f'# 2023年度报告\n\n{PUBLIC}，集体约谈{{{{ 数("集体约谈", 2023) }}}}。\n\n'
    f'{TABLES}{{{{ 指标表(2023) }}}}\n\n{{{{ 产生自("集体约谈", 2023) }}}}\n'
)
PROJECT = {
    **LEDGERS,
    "data/2023/figures.yml": "局党组会:\n  数值: null\n",
    "data/books.yml": (
        "- 代号: report\n  标题: 年度报告\n  版式: 书\n  页面:\n    - reports/2023.md\n"
    ),
    "docs/reports/2023.md": PAGE,
}


def _published(root: Path) -> Iterator[tuple[str, str]]:
    """Yield every file that leaves the house, archives unpacked and prints as text."""
    for folder in ("site", "out"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix == ".pdf":
                pages = pypdfium2.PdfDocument(path)
                yield path.name, "".join(page.get_textpage().get_text_range() for page in pages)
            elif zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    for name in archive.namelist():
                        yield f"{path.name}/{name}", archive.read(name).decode("utf-8", "ignore")
            elif path.is_file():
                yield path.relative_to(root).as_posix(), path.read_bytes().decode("utf-8", "ignore")


@pytest.mark.slow
def test_no_internal_cell_is_published(buildable, run):
    """
    A name in every internal column of every ledger is in no file; a public word is in each kind.
    """
    root = buildable(PROJECT)
    assert (0, 0, 0) == tuple(
        run(root, *command)[0] for command in (["build"], ["pdf"], ["export", root / "out"])
    )
    files = dict(_published(root))
    holding = {name for name, text in files.items() if PUBLIC[0] in text}

    assert {".html", ".js", ".pdf", ".xml"} <= {Path(name).suffix for name in holding}
    assert [] == [name for name, text in files.items() if any(one in text for one in SECRET)]
    assert [] == [name for name in files if any(one in name for one in SECRET)]


@pytest.mark.parametrize("command", [["build"], ["pdf"], ["export", "out"]])
def test_a_page_that_names_it_is_not_published(buildable, run, command):
    """
    Typed on a page, it stops everything that would carry it outside.
    """
    typed = {**PROJECT, "docs/reports/2023.md": PAGE + f"\n约谈了{SECRET}。\n"}
    root = buildable(typed)
    arguments = [root / one if one == "out" else one for one in command]

    assert 1 == run(root, *arguments)[0]
    assert not list(root.glob("site/**/*")) + list(root.glob("out/**/*"))
