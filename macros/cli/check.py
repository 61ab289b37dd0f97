"""`handbook check`: every finding of the project in one run."""

import json

import click

from macros.checks.run import run_checks
from macros.cli.group import ChineseCommand, project_root
from macros.handbook import load_handbook
from macros.problems import Problem, as_github, as_records, as_text

FORMATS = click.Choice(["text", "github", "json"])


@click.command(cls=ChineseCommand)
@click.option("--release", is_flag=True, help="按定稿要求检查：还有【待填】就不通过。")
@click.option("--format", "form", type=FORMATS, default="text", help="输出格式。")
@click.pass_context
def check(context: click.Context, release: bool, form: str) -> int:
    """检查全部数据、页面和制度，一次列出所有问题。"""
    problems = run_checks(load_handbook(project_root(context)))
    report(problems, release, form)
    return int(any(found.severity.is_error(release) for found in problems))


def report(problems: list[Problem], release: bool, form: str = "text") -> None:
    """Print findings, then, for people, how many there are."""
    if form == "json":
        click.echo(json.dumps(as_records(problems, release), ensure_ascii=False, indent=2))
        return
    lines = as_github(problems, release) if form == "github" else as_text(problems, release)
    for line in lines:
        click.echo(line)
    if form == "text":
        click.echo(summary(problems, release))


def summary(problems: list[Problem], release: bool) -> str:
    """Return the closing line: errors, reminders, or that all is well."""
    errors = sum(found.severity.is_error(release) for found in problems)
    reminders = len(problems) - errors
    if not problems:
        return "检查通过，没有发现问题。"
    return f"错误 {errors} 处，提醒 {reminders} 处。"
