"""`handbook rollback`: the release before, served again."""

from pathlib import Path

import click

from macros.cli.group import ChineseCommand
from macros.cli.publish import tell_switch
from macros.publishing.release import roll_back
from macros.publishing.web_root import opened


@click.command(cls=ChineseCommand)
@click.argument("folder", type=click.Path(path_type=Path), metavar="位置")
def rollback(folder: Path) -> int:
    """退回上一版：读者下一次打开看到的就是它。没有可退的就什么都不动。"""
    with opened(folder) as web_root:
        switch = roll_back(web_root)
        kept = web_root.names
    click.echo("已退回。")
    tell_switch(folder, switch)
    click.echo(f"留着的各版：{'、'.join(kept)}")
    return 0
