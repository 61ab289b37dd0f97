"""The frame of the command line: Chinese help, Chinese usage errors, the project folder."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import click

from macros import paths

WORDS = {
    "Usage:": "用法：",
    "Options:": "选项：",
    "Commands:": "命令：",
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "命令 [参数]…",
    "Show this message and exit.": "显示这段说明。",
    "[required]": "[必填]",
}


class ChineseCommand(click.Command):
    """A command whose help is Chinese throughout."""

    def get_help(self, context: click.Context) -> str:
        return _translated(super().get_help(context))


class ChineseGroup(click.Group):
    """The group of commands, its help Chinese throughout."""

    def __init__(self, *arguments: object, commands_in: Mapping[str, str], **keywords: object):
        super().__init__(*arguments, **keywords)
        self.commands_in = commands_in

    def list_commands(self, context: click.Context) -> list[str]:
        return list(self.commands_in)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in self.commands_in:
            return None
        module, _, function = self.commands_in[name].partition(".")
        return getattr(import_module(f"macros.cli.{module}"), function)

    def get_help(self, context: click.Context) -> str:
        return _translated(super().get_help(context))


def _translated(text: str) -> str:
    for english, chinese in WORDS.items():
        text = text.replace(english, chinese)
    return text


def project_root(context: click.Context) -> Path:
    """Return the project folder for the folder given with ``-C``.

    Raises:
        UsageError: if there is no project.
    """
    try:
        return paths.find_root(Path(context.obj))
    except paths.NoProject as error:
        message = f"这里不是手册项目：从 {context.obj} 往上都没有 {paths.CONFIG}"
        raise click.UsageError(message) from error


def in_chinese(error: click.ClickException) -> str:
    """Return a usage error as an editor reads it."""
    return f"命令写法不对：{_reason(error)}\n    怎么改：用 handbook --help 看有哪些命令和选项。"


def _reason(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"没有选项 {error.option_name}"
    if isinstance(error, click.MissingParameter):
        shown = error.param.human_readable_name if error.param else ""
        return f"缺少 {shown}"
    if isinstance(error, click.BadParameter):
        shown = error.param.human_readable_name if error.param else ""
        return f"{shown} 的值不能用（{error.message}）"
    message = error.message
    if message.startswith("No such command"):
        return f"没有命令 {message.split(maxsplit=3)[-1].rstrip('.')}"
    return message
