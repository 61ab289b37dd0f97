"""`handbook pdf`: the printed books, single pages and regulations."""

import click

from macros import paths
from macros.checks.run import run_checks
from macros.cli.check import report
from macros.cli.group import ChineseCommand, project_root


@click.command(cls=ChineseCommand)
@click.argument("names", nargs=-1, metavar="[书]...")
@click.option("--release", is_flag=True, help="定稿：还有【待填】或错误就不印。")
@click.option("--fonts", "only_fonts", is_flag=True, help="只查字体够不够，不印。")
@click.pass_context
def pdf(context: click.Context, names: tuple[str, ...], release: bool, only_fonts: bool) -> int:
    """生成要印的书，写进 site/books/；不写名称就全印。

    名称可以是书的代号、页面的路径（如 reports/2023.md）或制度的代号（如 integrity-talks）。
    """
    from macros.books.edition import chosen_books, print_books, write_books
    from macros.books.fonts import choose_fonts, installed_fonts
    from macros.environment.building import site_to_add_to
    from macros.handbook import load_handbook
    from macros.rendering.site import render_site
    from macros.sources.revision import day_judged

    if only_fonts:
        click.echo("\n".join(choose_fonts(installed_fonts()).log()))
        return 0
    root = project_root(context)
    handbook = load_handbook(root, day_judged(root))
    site = render_site(handbook)
    books = chosen_books(site, names)
    problems = [one for one in run_checks(handbook) if one.severity.stops_build(release)]
    if problems:
        report(problems, release)
        click.echo("没有印：先改好上面的错误。原来的印本没有动。", err=True)
        return 1
    prints = print_books(site, books, release)
    with site_to_add_to(root) as folder:
        for path in write_books(folder / paths.BOOKS, prints):
            click.echo(f"已生成 {paths.relative(root, path)}")
    click.echo("用了哪些字体、代替了哪些，写在同名的 .txt 里。")
    return 0
