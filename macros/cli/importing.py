"""`handbook import`: what an office already has, brought in."""

from datetime import datetime
from pathlib import Path

import click

from macros.cli.group import ChineseCommand, project_root
from macros.models.ledger_kinds import LEDGER_KINDS, ledger_kind

KINDS = click.Choice(["report", "regulation", "ledger"])
LEDGERS = click.Choice([kind.name for kind in LEDGER_KINDS])
BOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv"})
"""File names that say a file is a ledger."""

CATEGORIES = click.Choice(["学习", "管理", "服务", "法律法规"])
YEARS = click.IntRange(1949, 2100)
DAY = click.DateTime(["%Y-%m-%d"])
FILES = click.Path(exists=True, path_type=Path)


@click.command("import", cls=ChineseCommand)
@click.argument("files", nargs=-1, required=True, type=FILES, metavar="文件…")
@click.option(
    "--as", "kind", type=KINDS,
    help="报告 report，制度 regulation，台账 ledger；不写就看扩展名和有没有第一条。",
)
@click.option("--year", type=YEARS, help="哪一年；导入报告和台账时必填。")
@click.option("--ledger", type=LEDGERS, help="哪本台账；不写就看工作表的名称和列名。")
@click.option("--accept-doubtful", is_flag=True, help="台账里存疑的行也照读到的导入。")
@click.option("--ignore", "ignored", multiple=True, metavar="列名", help="表里不要导入的列。")
@click.option("--category", type=CATEGORIES, help="制度的类别；不写就是法律法规。")
@click.option("--id", "regulation_id", metavar="名称", help="制度的文件夹名；改了标题才要写。")
@click.option("--collected", type=DAY, metavar="日期", help="法规文本采集到哪一天，如 2025-04-19。")
@click.option("--dry-run", is_flag=True, help="只看结果，不写文件。")
@click.pass_context
def import_command(
    context: click.Context, files: tuple[Path, ...], kind: str | None, dry_run: bool, **options
) -> int:
    """把已有的报告、制度和台账导入。

    报告（纯文本）：数字进数据文件，空缺变成【待填】，拿不准的列出来。制度（.md、.txt、.docx，
    也可以是文件夹）：进制度汇编，逐字不变；标题下的题注变成沿革和日期，编号有疑的列出来。
    台账（.xlsx、.xls、.ods、.csv）：有一行要改就都不写，存疑的行列出来不写，已有的行不重复。
    """
    from macros.importing.kind import is_regulation

    root = project_root(context)
    if kind == "regulation" or (kind is None and all(is_regulation(path) for path in files)):
        return _import_regulations(root, files, dry_run, options)
    if kind == "ledger" or (kind is None and files[0].suffix.lower() in BOOKS):
        return _import_ledgers(root, files, dry_run, options)
    return _import_report(root, files, dry_run, options["year"])


def _import_ledgers(
    root: Path, files: tuple[Path, ...], dry_run: bool, options: dict[str, object]
) -> int:
    from macros.importing.ledger import Wishes, import_ledgers

    if options["year"] is None:
        raise click.UsageError("导入台账要写年份，如 --year 2023")
    if len(files) > 1 or files[0].is_dir():
        raise click.UsageError("台账一次导入一个文件")
    wishes = Wishes(
        ledger=ledger_kind(options["ledger"] or ""),
        is_doubt_accepted=options["accept_doubtful"],
        ignored=options["ignored"],
        is_rehearsal=dry_run,
    )
    result = import_ledgers(root, files[0], options["year"], wishes)
    for line in result.summary():
        click.echo(line)
    return int(not result.is_clean)


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
