"""Which files of `data/` the handbook reads; a misspelt one would silently be left out."""

import re
from collections.abc import Iterator
from pathlib import Path

from macros import paths
from macros.models.ledger_kinds import LEDGER_KINDS
from macros.problems import Problem, Where
from macros.sources.folder import entries

DATA_FILES = ("organization.yml", "figures.yml", "cadences.yml", "terms.yml", "books.yml",
              "exceptions.yml", "redirects.yml", "README.md")  # fmt: skip
YEAR_FILES = ("year.yml", "figures.yml", "work-points.yml", "responsibilities.yml",
              "rectifications.yml", paths.EDITION, paths.ERRATA)  # fmt: skip
LEDGER_FILES = frozenset(kind.file for kind in LEDGER_KINDS)
GENERATED_FOLDERS = ("schemas", "templates")


def unknown_files(root: Path) -> Iterator[Problem]:
    """Yield a problem for each file of `data/` that nothing reads."""
    for entry in entries(root, paths.DATA):
        if entry.is_file and not _is_known(entry.path.relative_to(root / paths.DATA).parts):
            hint = "对照 data/README.md 改成正确的文件名和文件夹；不用的文件请删去。"
            fact = "手册不认识这个数据文件，里面的内容不会用到"
            yield Problem(Where(entry.name), "unknown-file", fact, hint)


def _is_known(parts: tuple[str, ...]) -> bool:
    if parts[0] in GENERATED_FOLDERS:
        return len(parts) == 2
    if len(parts) == 1:
        return parts[0] in DATA_FILES
    if not re.fullmatch("[0-9]{4}", parts[0]):
        return False
    if len(parts) == 2:
        return parts[1] in YEAR_FILES
    return len(parts) == 3 and parts[1] == paths.LEDGERS and parts[2] in LEDGER_FILES
