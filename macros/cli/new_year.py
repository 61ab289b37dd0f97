"""`handbook new-year`: next year's folder, every value emptied."""

import click

from macros import paths
from macros.cli.group import ChineseCommand, project_root
from macros.handbook import load_handbook
from macros.new_year import plan_year, write_year
from macros.new_year.pages import pages_to_look_at


@click.command("new-year", cls=ChineseCommand)
@click.argument("year", type=click.IntRange(1949, 2100))
@click.pass_context
def new_year(context: click.Context, year: int) -> int:
    """建立新的一年：照上一年的结构，所有数值清空。"""
    root = project_root(context)
    handbook = load_handbook(root)
    files = plan_year(handbook, year)
    write_year(files)
    for path in files:
        click.echo(f"新建 {paths.relative(root, path)}")
    latest = max(handbook.years)
    for name in pages_to_look_at(handbook, latest):
        click.echo(f"请看 {name}：还写着 {latest} 年，该换的换成 {year} 年")
    click.echo("下一步：在 year.yml 写截至日期；有了数再填 figures.yml，或建台账。")
    return 0
