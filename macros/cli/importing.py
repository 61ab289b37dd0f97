"""`handbook import`: what an office already has, brought in."""

from datetime import datetime
from pathlib import Path

import click

from macros.cli.group import ChineseCommand, project_root

KINDS = click.Choice(["report", "regulation"])
CATEGORIES = click.Choice(["学习", "管理", "服务", "法律法规"])
DAY = click.DateTime(["%Y-%m-%d"])
FILES = click.Path(exists=True, path_type=Path)


@click.command("import", cls=ChineseCommand)
@click.argument("files", nargs=-1, required=True, type=FILES, metavar="文件…")
@click.option(
    "--as", "kind", type=KINDS, help="报告 report，制度 regulation；不写就看有没有第一条。"
)
@click.option("--year", type=click.IntRange(1949, 2100), help="报告的年份；导入报告时必填。")
@click.option("--category", type=CATEGORIES, help="制度的类别；不写就是法律法规。")
@click.option("--id", "regulation_id", metavar="名称", help="制度的文件夹名；改了标题才要写。")
@click.option("--collected", type=DAY, metavar="日期", help="法规文本采集到哪一天，如 2025-04-19。")
@click.option("--dry-run", is_flag=True, help="只看结果，不写文件。")
@click.pass_context
def import_command(
    context: click.Context, files: tuple[Path, ...], kind: str | None, dry_run: bool, **options
) -> int:
    """把已有的报告和制度导入。

    报告（纯文本）：数字进数据文件，空缺变成【待填】，拿不准的列出来。制度（.md、.txt、.docx，
    也可以是文件夹）：进制度汇编，逐字不变；标题下的题注变成沿革和日期，编号有疑的列出来。
    """
    from macros.importing.kind import is_regulation

    root = project_root(context)
    if kind == "regulation" or (kind is None and all(is_regulation(path) for path in files)):
        return _import_regulations(root, files, dry_run, options)
    return _import_report(root, files, dry_run, options["year"])


def _import_report(root: Path, files: tuple[Path, ...], dry_run: bool, year: int | None) -> int:
    from macros.importing.report import import_report

    if year is None:
        raise click.UsageError("导入报告要写年份，如 --year 2023")
    if len(files) > 1 or files[0].is_dir():
        raise click.UsageError("报告一次导入一个文件")
    result = import_report(root, files[0], year, dry_run=dry_run)
    for line in result.summary():
        click.echo(line)
    return 0


def _import_regulations(
    root: Path, files: tuple[Path, ...], dry_run: bool, options: dict[str, object]
) -> int:
    from macros.importing.regulation import import_regulations

    collected: datetime | None = options["collected"]
    result = import_regulations(
        root,
        list(files),
        category=options["category"],
        collected_on=collected.date() if collected else None,
        only_check=dry_run,
        regulation_id=options["regulation_id"],
    )
    for line in result.summary():
        click.echo(line)
    return int(bool(result.refused))
