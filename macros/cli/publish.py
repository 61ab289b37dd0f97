"""`handbook publish`: build, verify, and serve the release in one step."""

from pathlib import Path

import click

from macros.cli.finished_site import FinishedSite, finished_site
from macros.cli.group import ChineseCommand, project_root
from macros.problems import Problem, ProblemsFound, Where
from macros.publishing.acceptance import lost_pages
from macros.publishing.manifest import digests, read_manifest
from macros.publishing.release import Switch, release_folder
from macros.publishing.web_root import OFFICIAL, PREVIEW, WebRoot, opened


@click.command(cls=ChineseCommand)
@click.argument("folder", type=click.Path(path_type=Path), metavar="位置")
@click.option("--draft", is_flag=True, help="发布到预览的文件夹：允许【待填】，每页标“草稿”。")
@click.pass_context
def publish(context: click.Context, folder: Path, draft: bool) -> int:
    """生成、核对以后发布到网站目录；核对不过或中途出错，读者看到的还是原来那一版。

    位置是网站服务器上的一个文件夹，第一次用要是空的。留最近五版，退回用 handbook rollback。
    """
    root = project_root(context)
    _refuse_inside(root, folder)
    with opened(folder, PREVIEW if draft else OFFICIAL) as web_root:
        with finished_site(root, draft) as site:
            _stop_at_lost_pages(web_root, site)
            switch = release_folder(web_root, site.folder, site.revision)
        count = len(read_manifest(web_root.releases / switch.after))
    click.echo(f"已发布{'草稿' if draft else ''} {switch.after}，共 {count} 个文件，逐个核对无误。")
    tell_switch(folder, switch)
    return 0


def tell_switch(folder: Path, switch: Switch) -> None:
    """Print what readers got before and get now, and what is still to be done."""
    click.echo(f"原来：{switch.before or '（没有发布过）'}")
    click.echo(f"现在：{switch.after}，在 {folder / 'current'}")
    if switch.settings_changed:
        click.echo(f"网站服务器的设置变了：{folder / 'nginx.conf'}")
        click.echo("    请运行 nginx -t && nginx -s reload。")


def _refuse_inside(root: Path, folder: Path) -> None:
    target = folder.resolve()
    if target.is_relative_to(root) or root.is_relative_to(target):
        fact = "发布的位置和手册项目互相包含"
        hint = "换成项目以外的文件夹，如 /srv/handbook。"
        raise ProblemsFound([Problem(Where(str(folder)), "web-root", fact, hint)])


def _stop_at_lost_pages(web_root: WebRoot, site: FinishedSite) -> None:
    before = read_manifest(web_root.served) if web_root.served else {}
    moved = [one.old for one in site.handbook.redirects]
    lost = list(lost_pages(before, digests(site.folder), moved))
    if lost:
        raise ProblemsFound(lost)
