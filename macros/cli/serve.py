"""`handbook serve`: the site while it is being edited."""

import click

from macros.checks.run import run_checks
from macros.cli.check import report
from macros.cli.group import ChineseCommand, project_root
from macros.environment.serving import serve_site
from macros.handbook import load_handbook


@click.command(cls=ChineseCommand)
@click.option("--port", type=click.IntRange(1024, 65535), default=8000, help="端口。")
@click.pass_context
def serve(context: click.Context, port: int) -> int:
    """在本机浏览器里边改边看；只有本机能访问，按 Ctrl+C 结束。"""
    root = project_root(context)
    problems = run_checks(load_handbook(root))
    report(problems, release=False)
    if any(found.severity.stops_build(release=False) for found in problems):
        click.echo("先改好上面的错误，再预览。", err=True)
        return 1
    click.echo(f"预览地址：http://127.0.0.1:{port}/")
    serve_site(root, port)
    return 0
