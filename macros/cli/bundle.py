"""`handbook bundle`: the site and its books as a copy to carry away."""

import hashlib
from pathlib import Path

import click

from macros.cli.finished_site import finished_site
from macros.cli.group import ChineseCommand, project_root
from macros.problems import Problem, ProblemsFound, Where
from macros.publishing.bundle import bundle_files, write_folder, write_zip
from macros.publishing.manifest import MANIFEST
from macros.sources.revision import made_at


@click.command(cls=ChineseCommand)
@click.argument("target", type=click.Path(path_type=Path), metavar="文件夹或文件.zip")
@click.option("--draft", is_flag=True, help="允许【待填】，每页标“草稿”。")
@click.pass_context
def bundle(context: click.Context, target: Path, draft: bool) -> int:
    """做一份可以拷进 U 盘的手册：网站、印本、清单和核对页，不联网也能看、能核对。"""
    root = project_root(context)
    target = target.absolute()
    _refuse_unusable(root, target)
    with finished_site(root, draft) as site:
        contents = bundle_files(site.folder)
    try:
        if target.suffix.lower() == ".zip":
            write_zip(target, contents, made_at(root))
        else:
            write_folder(target, contents)
    except OSError as error:
        fact = f"写不进去（{error.strerror or error}）"
        hint = "检查 U 盘空间、是否写保护，再来一次；没有留下半份。"
        raise ProblemsFound([Problem(Where(str(target)), "not-writable", fact, hint)]) from error
    seal = hashlib.sha256(contents[MANIFEST]).hexdigest()
    click.echo(f"已做好 {target}，共 {len(contents)} 个文件。拷贝以后用 verify.html 核对。")
    click.echo(f"清单校验码（另外告诉收的人）：{seal}")
    return 0


def _refuse_unusable(root: Path, target: Path) -> None:
    """Refuse before the minutes that a build takes."""
    fact = hint = ""
    if target.resolve().is_relative_to(root):
        fact, hint = "要写的位置在手册项目里面", "写到项目以外，如 U 盘。"
    elif not target.parent.is_dir():
        fact, hint = f"没有 {target.parent} 这个文件夹", "核对写得对不对，U 盘插好没有。"
    if fact:
        raise ProblemsFound([Problem(Where(str(target)), "bundle", fact, hint)])
