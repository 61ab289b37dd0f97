"""`handbook evidence`: a figure, a regulation or a year, down to the filed records."""

from pathlib import Path

import click

from macros import paths
from macros.cli.group import ChineseCommand, project_root

PUBLISHED = (paths.DOCS, paths.DATA, paths.OVERRIDES, paths.SITE)


@click.command(cls=ChineseCommand)
@click.argument("name", required=False, metavar="[指标或制度]")
@click.option("--year", type=int, required=True, help="年份，如 2023。")
@click.option(
    "--into", "folder", type=click.Path(file_okay=False, path_type=Path), default="佐证材料",
    metavar="文件夹", help="放进哪个文件夹，没有就新建；不写就是这里的“佐证材料”。",
)  # fmt: skip
@click.option("--restricted", is_flag=True, help="带上不公开的列；每一面标明内部。")
@click.pass_context
def evidence(
    context: click.Context, name: str | None, year: int, folder: Path, restricted: bool
) -> int:
    """备查的佐证材料，PDF 和 Excel 各一份：数、台账的每一行、记录号、缺什么。

    写指标的名称，或者制度的代号、标题；不写就是全年。没有的一律印【待填】，年度没有定稿的印草稿。
    """
    from macros.books.edition import print_books
    from macros.books.printing import write_whole
    from macros.cli.export import known_year, loaded
    from macros.exporting.contents import Scope
    from macros.exporting.evidence import as_site, make_pack
    from macros.models.book import Book
    from macros.problems import Where

    root = project_root(context)
    _refuse_published(root, folder)
    handbook, commit = loaded(root)
    pack = make_pack(Scope(handbook, known_year(handbook, year), restricted), name, commit)
    site = as_site(pack)
    book = Book(
        代号="evidence",
        标题=pack.title,
        版式="公文",
        页面=tuple(site.pages),
        where=Where("data/books.yml"),
    )
    is_final = pack.scope.data.state.state == "已定稿"
    [printed] = print_books(site, [book], is_final, "内部" if restricted else "")
    for suffix, content in ((".pdf", printed.pdf), (".xlsx", pack.as_workbook())):
        path = folder / f"{pack.file}{suffix}"
        write_whole(path, content)
        click.echo(f"已生成 {path}，{len(content) / 1024:.0f} KB。")
    return 0


def _refuse_published(root: Path, folder: Path) -> None:
    """Evidence may hold names: it never lies where the site is made from or served."""
    inside = [root / name for name in PUBLISHED]
    target = folder.resolve()
    if any(one == target or one in target.parents for one in inside):
        raise click.UsageError(f"佐证材料不能放在 {folder}：那里的文件会随网站发布")
