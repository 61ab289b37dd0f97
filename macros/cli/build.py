"""`handbook build`: check, then the site, put in place only when it is whole."""

from pathlib import Path

import click

from macros import paths
from macros.checks.run import check_site
from macros.cli.check import report
from macros.cli.group import ChineseCommand, project_root
from macros.environment.building import build_site
from macros.handbook import load_handbook
from macros.rendering.site import render_site
from macros.sources.cache import Cache, kept_pieces
from macros.sources.revision import day_judged


@click.command(cls=ChineseCommand)
@click.option("--release", is_flag=True, help="定稿：还有【待填】或错误就不生成。")
@click.option("--no-cache", is_flag=True, help="全部重新生成，不用上一次留下的。")
@click.pass_context
def build(context: click.Context, release: bool, no_cache: bool) -> int:
    """检查后生成网站；不通过时原来的网站一个字节都不动。"""
    root = project_root(context)
    with kept_pieces(None if no_cache else root) as cache:
        return _build(root, release, cache)


def _build(root: Path, release: bool, cache: Cache) -> int:
    rendered = render_site(load_handbook(root, day_judged(root), cache))
    problems = check_site(rendered)
    report(problems, release)
    if any(found.severity.stops_build(release) for found in problems):
        click.echo("没有生成网站：先改好上面的错误。原来的网站没有动。", err=True)
        return 1
    site = build_site(root, rendered)
    pages = sum(1 for _ in site.rglob("*.html"))
    kind = "定稿" if release else "草稿"
    click.echo(f"已生成{kind}网站：{paths.SITE}/index.html，共 {pages} 页。")
    click.echo("印本要再生成一次：handbook pdf。没有变的书不重排。")
    return 0
