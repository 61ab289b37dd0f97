"""`handbook export`: the handbook as files for other programs."""

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from macros.cli.group import ChineseCommand, project_root
from macros.handbook import Handbook, load_handbook
from macros.problems import ProblemsFound, Severity
from macros.regulations.export import as_json

FILES: Mapping[str, Callable[[Handbook], bytes]] = {"regulations.json": as_json}
"""Name of each file and what makes it."""


@click.command(cls=ChineseCommand)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="文件夹")
@click.pass_context
def export(context: click.Context, folder: Path) -> int:
    """导出制度汇编，供别的程序使用：regulations.json，格式见“制度汇编导出格式”页。

    文件夹没有就新建，有同名文件就换掉。有读不了的文件时什么都不导出。
    """
    handbook = load_handbook(project_root(context))
    faults = [one for one in handbook.problems if one.severity is Severity.FAULT]
    if faults:
        raise ProblemsFound(faults)
    made = {name: make(handbook) for name, make in FILES.items()}
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        _put(folder / name, content)
        click.echo(f"已导出 {folder / name}，{len(content) / 1024:.0f} KB。")
    return 0


def _put(path: Path, content: bytes) -> None:
    """Write a file in one step: whoever reads it sees the old one or the new one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
