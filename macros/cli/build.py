"""`handbook build`: check, then the site, put in place only when it is whole."""

from pathlib import Path

import click

from macros import paths
from macros.cli.group import ChineseCommand, project_root
from macros.cli.progress import profiled, stage
from macros.sources.cache import Cache, digest, kept_pieces, site_stamp, tree_digest
from macros.sources.revision import MADE_FROM, day_judged, last_revision, made_at

PRINTS = "印本要再生成一次：handbook pdf。没有变的书不重排。"


@click.command(cls=ChineseCommand)
@click.option("--release", is_flag=True, help="定稿：还有【待填】或错误就不生成。")
@click.option("--no-cache", is_flag=True, help="全部重新生成，不用上一次留下的。")
@click.option("--profile", is_flag=True, help="说明时间花在哪里。")
@click.pass_context
def build(context: click.Context, release: bool, no_cache: bool, profile: bool) -> int:
    """检查后生成网站；不通过时原来的网站一个字节都不动。

    没有变的页面照用上一次的，结果和全部重新生成逐字节相同。
    """
    root = project_root(context)
    with kept_pieces(None if no_cache else root) as cache, profiled(profile):
        return _build(root, release, cache)


def _build(root: Path, release: bool, cache: Cache) -> int:
    """Build, unless the site in place was made from the very same files on the same day."""
    made_from = _made_from(root, release)
    known = cache.find("site", made_from)
    if known and known["stamp"] == site_stamp(root / paths.SITE):
        click.echo(known["findings"])
        click.echo(f"没有变化，网站不用重新生成：{paths.SITE}/index.html。")
        return 0
    state = _build_anew(root, release, cache)
    if state is None:
        return 1
    cache.keep("site", made_from, state)
    return 0


def _made_from(root: Path, release: bool) -> tuple[str, ...]:
    from datetime import date

    day = day_judged(root) or date.today()
    files = tree_digest(root, *MADE_FROM)
    names = sorted(path.name for path in root.iterdir() if path.name[0] != ".")
    around = digest(*(name for name in names if name != paths.SITE))
    made = f"{last_revision(root)} {made_at(root)}"
    return (files, around, day.isoformat(), made, str(release))


def _build_anew(root: Path, release: bool, cache: Cache) -> dict[str, str] | None:
    """Return the findings as printed and the stamp of the site; None if they stop the build."""
    from macros.checks.run import check_site
    from macros.cli.check import report_text
    from macros.environment.building import build_site
    from macros.handbook import load_handbook
    from macros.rendering.site import render_site

    with stage("读数据和页面"):
        rendered = render_site(load_handbook(root, day_judged(root), cache))
    with stage("检查"):
        problems = check_site(rendered)
    findings = report_text(problems, release)
    click.echo(findings)
    if any(found.severity.stops_build(release) for found in problems):
        click.echo("没有生成网站：先改好上面的错误。原来的网站没有动。", err=True)
        return None
    with stage("生成网页"):
        stamp = build_site(root, rendered)
    kind = "定稿" if release else "草稿"
    click.echo(f"已生成{kind}网站：{paths.SITE}/index.html，共 {len(rendered.pages)} 页。")
    click.echo(PRINTS)
    return {"stamp": stamp, "findings": findings}
