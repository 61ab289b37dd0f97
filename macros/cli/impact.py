"""`handbook impact`: what a change does to what readers see."""

import json
from datetime import date
from pathlib import Path

import click

from macros.checks.run import check_site
from macros.cli.group import ChineseCommand, project_root
from macros.environment.comparing import built_pages
from macros.handbook import load_handbook
from macros.impact.base import RevisionUnavailable, changed_files, revision_folder
from macros.impact.markdown import as_markdown
from macros.impact.records import as_values
from macros.impact.report import Impact, Side, compare, side
from macros.rendering.site import render_site
from macros.sources.revision import day_judged


@click.command(cls=ChineseCommand)
@click.argument("base", metavar="基准")
@click.option("--format", "form", type=click.Choice(["markdown", "json"]), default="markdown",
              help="输出格式。")  # fmt: skip
@click.option("--rendered", is_flag=True, help="两边都完整生成网页再比，连程序和模板的改动也算。")
@click.pass_context
def impact(context: click.Context, base: str, form: str, rendered: bool) -> int:
    """列出从基准（分支、标签或提交号）到现在，读者会看到哪些变化。

    没有提交的改动也算。旧地址消失又没有去处，或检查有新的错误，退出状态为 1。
    """
    root = project_root(context)
    try:
        found = compared(root, base, rendered)
    except RevisionUnavailable as error:
        click.echo(f"没法比：{error.fact}\n    怎么改：{error.hint}", err=True)
        return 2
    if form == "json":
        click.echo(json.dumps(as_values(found, base), ensure_ascii=False, indent=2))
    else:
        click.echo(as_markdown(found, base), nl=False)
    return int(found.is_blocked)


def compared(root: Path, base: str, rendered: bool = False) -> Impact:
    """Return what leads from a revision to the working tree, both judged by the same day.

    Raises:
        RevisionUnavailable: see `revision_folder`.
        ProblemsFound: if a side cannot be built.
    """
    # MkDocs on its own, as it is run on both sides, judges by today.
    day = None if rendered else day_judged(root)
    with revision_folder(root, base) as folder:
        sides = (_side(one, day, rendered) for one in (folder, root))
        return compare(*sides, changed_files(root, base))


def _side(root: Path, day: date | None, rendered: bool) -> Side:
    site = render_site(load_handbook(root, day))
    return side(site, check_site(site), built_pages(site) if rendered else None)
