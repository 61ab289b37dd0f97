"""The `handbook` command."""

import gc
import io
import os
import sys
from collections.abc import Mapping
from contextlib import suppress

import click

from macros.cli.group import ChineseGroup, in_chinese
from macros.problems import ProblemsFound, as_text

COMMANDS: Mapping[str, str] = {
    "check": "check.check",
    "build": "build.build",
    "pdf": "pdf.pdf",
    "serve": "serve.serve",
    "trace": "trace.trace",
    "impact": "impact.impact",
    "import": "importing.import_command",
    "export": "export.export",
    "evidence": "evidence.evidence",
    "new-year": "new_year.new_year",
    "close-year": "close_year.close_year",
    "errata": "close_year.errata",
    "generate": "generate.generate",
    "publish": "publish.publish",
    "rollback": "rollback.rollback",
    "bundle": "bundle.bundle",
}
"""Name of each command → module and function, imported when it is asked for: most need little."""

OBJECTS_UNTIL_COLLECTION = 500_000
"""A run makes many objects, which stay, and hardly any cycles: looking for some takes a tenth.

To build 500 pages takes 20 MB more than if cycles were looked for five times as often."""


@click.group(cls=ChineseGroup, commands_in=COMMANDS)
@click.option("-C", "folder", type=click.Path(), default=".", help="在哪个文件夹里工作。")
@click.pass_context
def handbook(context: click.Context, folder: str) -> None:
    """机关手册：数字只录一次，处处可查来源。

    在有 mkdocs.yml 的文件夹或其下使用。退出状态：0 正常，1 有错误，2 命令写法不对。
    """
    context.obj = folder


def main() -> None:
    """Run the command of this process, and end it at once.

    Python would first free every object one by one: 65 ms when a page was edited.
    """
    status = run(sys.argv[1:])
    for stream in filter(None, (sys.stdout, sys.stderr)):  # a service may have none
        with suppress(OSError):  # nobody listens any more
            stream.flush()
    os._exit(status)


def run(arguments: list[str]) -> int:
    """Run a command and return its exit status; editors never see a traceback.

    `HANDBOOK_DEBUG=1` lets an unexpected error through for the technician.
    """
    gc.set_threshold(OBJECTS_UNTIL_COLLECTION)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = handbook.main(arguments, prog_name="handbook", standalone_mode=False)
    except ProblemsFound as error:
        click.echo("\n".join(as_text(error.problems)), err=True)
        code = 1
    except click.Abort:
        code = 1
    except click.ClickException as error:
        click.echo(in_chinese(error), err=True)
        code = error.exit_code
    except Exception as error:
        if os.environ.get("HANDBOOK_DEBUG"):
            raise
        click.echo(f"程序出了意外：{type(error).__name__}: {error}", err=True)
        click.echo("    怎么改：把这一行和刚才的命令发给技术员；数据和网站都没有动。", err=True)
        code = 1
    return code if isinstance(code, int) else 0
