"""`handbook serve`: the site while it is being edited."""

import contextlib

import click

from macros.cli.group import ChineseCommand, project_root
from macros.environment.serving import serve_site


@click.command(cls=ChineseCommand)
@click.option("--port", type=click.IntRange(1024, 65535), default=8000, help="端口。")
@click.pass_context
def serve(context: click.Context, port: int) -> int:
    """在本机浏览器里边改边看；只有本机能访问，按 Ctrl+C 结束。

    存盘后页面自己更新。有错误时显示在页面下方，改好就消失，页面保持上一次的样子。
    """
    root = project_root(context)
    click.echo("正在生成，请稍候……")
    with contextlib.suppress(KeyboardInterrupt):
        serve_site(root, port, lambda: click.echo(f"预览地址：http://127.0.0.1:{port}/"))
    return 0
