"""`handbook export`: the handbook as files for other programs."""

from pathlib import Path

import click

from macros import paths
from macros.books.printing import write_whole
from macros.books.word import word_files
from macros.checks.run import run_checks
from macros.cli.group import ChineseCommand, project_root
from macros.exporting.contents import Scope
from macros.exporting.files import data_files
from macros.handbook import Handbook, load_handbook
from macros.problems import Problem, ProblemsFound, Where
from macros.regulations.export import as_json
from macros.rendering.site import render_site
from macros.sources.revision import day_judged, last_revision


@click.command(cls=ChineseCommand)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="文件夹")
@click.option("--year", type=int, help="工作簿是哪一年的；不写就是最近一年。")
@click.option("--restricted", is_flag=True, help="工作簿和 JSON 带上不公开的列，标明内部。")
@click.pass_context
def export(context: click.Context, folder: Path, year: int | None, restricted: bool) -> int:
    """导出给别处用的文件：手册数据.xlsx、空白台账.xlsx、数据和制度的 JSON、数据表 CSV、Word 文件。

    工作簿里的台账改好可以再导入，见“用表格软件记台账”页；JSON 和 CSV 的格式见“数据导出格式”
    “制度汇编导出格式”两页。【待填】都加亮。

    文件夹没有就新建，有同名文件就换掉。有不能生成草稿的错误时什么都不导出。
    """
    handbook, commit = loaded(project_root(context))
    scope = Scope(handbook, known_year(handbook, year), restricted)
    made = {
        **data_files(scope, commit),
        "regulations.json": as_json(handbook),
        **dict(word_files(render_site(handbook))),
    }
    for name, content in made.items():
        write_whole(folder / name, content)
        click.echo(f"已导出 {folder / name}，{len(content) / 1024:.0f} KB。")
    return 0


def loaded(root: Path) -> tuple[Handbook, str]:
    """Return the handbook, and the commit its data are of as it is to be printed.

    Raises:
        ProblemsFound: if a draft could not be built; what is exported would lack it in silence.
    """
    handbook = load_handbook(root, day_judged(root))
    faults = [one for one in run_checks(handbook) if one.severity.stops_build(release=False)]
    if faults:
        raise ProblemsFound(faults)
    revision = last_revision(root)
    if revision is None:
        return handbook, ""
    return handbook, revision.commit[:12] + ("" if revision.is_clean else "（另有未提交的改动）")


def known_year(handbook: Handbook, year: int | None) -> int:
    """Return the year asked for, the newest if none is.

    Raises:
        ProblemsFound: if there are no data of it.
    """
    if year is None and handbook.years:
        return max(handbook.years)
    if year not in handbook.years:
        known = "、".join(map(str, handbook.years)) or "还没有"
        hint = f"现有的年份：{known}；新的一年用 handbook new-year 建立。"
        where = Where(f"{paths.DATA}/{year or '年份'}/year.yml")
        raise ProblemsFound([Problem(where, "no-year", f"没有 {year or ''} 年的数据", hint)])
    return year
