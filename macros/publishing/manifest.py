"""The list of all files of a release with their SHA-256, as `sha256sum --check` reads it."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.problems import Problem, ProblemsFound, Where

MANIFEST = "sha256.txt"
"""File in the folder it lists; it does not list itself."""

NAMED = 10
"""Files named in one message."""


def digests(folder: Path) -> dict[str, str]:
    """Return path and SHA-256 of every file below a folder, by path, the manifest left out.

    Raises:
        ProblemsFound: for symbolic links, which a web server would follow and a copy would not.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    links = [path for path in files if path.is_symlink()]
    if links:
        where, fact = Where(str(links[0])), f"要发布的内容里有 {len(links)} 个符号链接"
        hint = "换成真实的文件，再发布。"
        raise ProblemsFound([Problem(where, "symbolic-link", fact, hint)])
    found = {path.relative_to(folder).as_posix(): path for path in files}
    return {name: digest(path) for name, path in found.items() if name != MANIFEST}


def digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def as_text(listed: Mapping[str, str]) -> str:
    """Return the manifest as it is written: one line per file, sorted by path."""
    return "".join(f"{listed[name]}  {name}\n" for name in sorted(listed))


def read_manifest(folder: Path) -> dict[str, str]:
    """Return what the manifest of a folder lists; nothing if it has none."""
    path = folder / MANIFEST
    if not path.is_file():
        return {}
    lines = path.read_text("utf-8").splitlines()
    return {name: found for found, _, name in (line.partition("  ") for line in lines)}


def verify(folder: Path, listed: Mapping[str, str]) -> None:
    """Compare a folder with a list of its files.

    Raises:
        ProblemsFound: if a file is missing, other than listed, or not on the list.
    """
    problems = list(_differences(folder, listed))
    if problems:
        raise ProblemsFound(problems)


def _differences(folder: Path, listed: Mapping[str, str]) -> Iterator[Problem]:
    found = digests(folder)
    kinds = {
        "缺少": [name for name in listed if name not in found],
        "内容与清单不同": [one for one in listed if found.get(one, listed[one]) != listed[one]],
        "不在清单里": [name for name in found if name not in listed],
    }
    for fact, names in kinds.items():
        if names:
            more = "等" if len(names) > NAMED else ""
            named = f"{'、'.join(names[:NAMED])}{more}"
            hint = "再发布一次；反复如此，检查磁盘和内存是否损坏。"
            text = f"{len(names)} 个文件{fact}：{named}"
            yield Problem(Where(str(folder)), "manifest", text, hint)
