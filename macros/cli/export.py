"""`handbook export`: the handbook as files for other programs."""

from pathlib import Path

import click

from macros.books.printing import write_whole
from macros.books.word import word_files
from macros.cli.group import ChineseCommand, project_root
from macros.handbook import load_handbook
from macros.problems import ProblemsFound, Severity
from macros.regulations.export import as_json
from macros.rendering.site import render_site
from macros.sources.revision import day_judged


@click.command(cls=ChineseCommand)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="文件夹")
@click.pass_context
def export(context: click.Context, folder: Path) -> int:
    """导出给别处用的文件：制度汇编 regulations.json，报告、要点和各件制度的 Word 文件。

    regulations.json 的格式见“制度汇编导出格式”页。Word 文件里的【待填】加亮。

    文件夹没有就新建，有同名文件就换掉。有读不了的文件时什么都不导出。
    """
    root = project_root(context)
    handbook = load_handbook(root, day_judged(root))
    faults = [one for one in handbook.problems if one.severity is Severity.FAULT]
    if faults:
        raise ProblemsFound(faults)
    made = {"regulations.json": as_json(handbook), **dict(word_files(render_site(handbook)))}
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        write_whole(folder / name, content)
        click.echo(f"已导出 {folder / name}，{len(content) / 1024:.0f} KB。")
    return 0
