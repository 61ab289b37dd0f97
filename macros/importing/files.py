"""All files of an import written at once: either every one is in place, or none has changed."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from macros.problems import Problem, ProblemsFound, Where


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file as it will be."""

    name: str
    """Relative to the project folder."""

    content: bytes
    original: bytes | None
    """What it held when the import was planned; None if it did not exist."""


def write_all(root: Path, files: Iterable[PlannedFile]) -> None:
    """Write the files.

    Raises:
        ProblemsFound: if one has changed since the import was planned, or cannot be written;
            then all are as they were.
    """
    planned = [file for file in files if file.content != file.original]
    _refuse_changed(root, planned)
    folders: list[Path] = []
    done: list[PlannedFile] = []
    try:
        for file in planned:
            _make_folder((root / file.name).parent, folders)
            _temporary(root, file).write_bytes(file.content)
        for file in planned:
            _temporary(root, file).replace(root / file.name)
            done.append(file)
    except OSError as error:
        _undo(root, planned, done, folders)
        hint = "确认磁盘没有满、文件没有被别的程序占用，再导入一次；这次什么也没有写。"
        fact = f"写不进去（{error.strerror}）"
        where = Where(planned[len(done)].name if len(done) < len(planned) else planned[-1].name)
        raise ProblemsFound([Problem(where, "unwritable", fact, hint)]) from error


def _refuse_changed(root: Path, planned: list[PlannedFile]) -> None:
    problems = []
    for file in planned:
        path = root / file.name
        current = path.read_bytes() if path.exists() else None
        if current != file.original:
            fact = "导入期间有人改了这个文件"
            problems.append(Problem(Where(file.name), "changed-meanwhile", fact, "再导入一次。"))
    if problems:
        raise ProblemsFound(problems)


def _temporary(root: Path, file: PlannedFile) -> Path:
    path = root / file.name
    return path.with_name(f".{path.name}.import")


def _make_folder(folder: Path, made: list[Path]) -> None:
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir()
        made.append(one)


def _undo(
    root: Path, planned: list[PlannedFile], done: list[PlannedFile], folders: list[Path]
) -> None:
    for file in planned:
        with suppress(OSError):
            _temporary(root, file).unlink()
    for file in done:
        if file.original is None:
            (root / file.name).unlink(missing_ok=True)
        else:
            (root / file.name).write_bytes(file.original)
    for folder in reversed(folders):
        folder.rmdir()
