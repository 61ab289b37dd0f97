"""`handbook check`: every finding of the project in one run."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from macros.checks.run import run_checks
from macros.cli.group import ChineseCommand, project_root
from macros.handbook import load_handbook
from macros.problems import Problem, as_github, as_records, as_text
from macros.rendering.site import render_site

FORMATS = click.Choice(["text", "github", "json"])


@click.command(cls=ChineseCommand)
@click.option("--release", is_flag=True, help="按定稿要求检查：还有【待填】就不通过。")
@click.option("--fix", is_flag=True, help="先改好标点、文号括号和日期补零，逐处列出；不改字和数。")
@click.option("--format", "form", type=FORMATS, default="text", help="输出格式。")
@click.pass_context
def check(context: click.Context, release: bool, fix: bool, form: str) -> int:
    """检查全部数据、页面和制度，一次列出所有问题。"""
    root = project_root(context)
    if fix:
        for line in apply_fixes(root):
            click.echo(line, err=form != "text")
    problems = run_checks(load_handbook(root))
    report(problems, release, form)
    return int(any(found.severity.is_error(release) for found in problems))


def apply_fixes(root: Path) -> Iterator[str]:
    """Write corrected pages, each whole or not at all; yield what was changed."""
    from macros.books.printing import write_whole
    from macros.checks.fixing import fixed_pages

    count = 0
    for page in fixed_pages(render_site(load_handbook(root))):
        write_whole(root / page.name, page.content)
        count += len(page.changes)
        yield from map(str, page.changes)
    yield f"改了 {count} 处。" if count else "没有能自动改的。"


def report(problems: list[Problem], release: bool, form: str = "text") -> None:
    """Print findings, then, for people, how many there are."""
    if form == "json":
        click.echo(json.dumps(as_records(problems, release), ensure_ascii=False, indent=2))
        return
    if form == "text":
        click.echo(report_text(problems, release))
        return
    for line in as_github(problems, release):
        click.echo(line)


def report_text(problems: list[Problem], release: bool) -> str:
    """Return findings for people, and how many there are."""
    return "\n".join([*as_text(problems, release), summary(problems, release)])


def summary(problems: list[Problem], release: bool) -> str:
    """Return the closing line: errors, reminders, or that all is well."""
    errors = sum(found.severity.is_error(release) for found in problems)
    reminders = len(problems) - errors
    if not problems:
        return "检查通过，没有发现问题。"
    return f"错误 {errors} 处，提醒 {reminders} 处。"
