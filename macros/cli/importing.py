"""`handbook import`: what an office already has, brought in."""

from pathlib import Path

import click

from macros.cli.group import ChineseCommand, project_root


@click.command("import", cls=ChineseCommand)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--as", "kind", type=click.Choice(["report"]), default="report", help="文件是什么：report 报告。"
)
@click.option("--year", type=click.IntRange(1949, 2100), required=True, help="报告的年份。")
@click.pass_context
def import_command(context: click.Context, file: Path, kind: str, year: int) -> int:
    """把已有的报告导入：数字进数据文件，空缺变成【待填】，拿不准的列出来。"""
    from macros.importing.report import import_report

    result = import_report(project_root(context), file, year)
    for line in result.summary():
        click.echo(line)
    return 0
