"""`handbook close-year` and `handbook errata`: what is issued, and how it is corrected."""

import re
from datetime import datetime
from pathlib import Path

import click

from macros import paths
from macros.books.printing import write_whole
from macros.checks.run import run_checks
from macros.cli.check import report
from macros.cli.group import ChineseCommand, project_root
from macros.figures.closing import draft_errata, edition_text, errata_text, make_edition
from macros.formatting import CHINA
from macros.handbook import Handbook, load_handbook
from macros.problems import Problem, ProblemsFound, Where

YEAR = click.argument("year", type=click.IntRange(1949, 2100), metavar="年")
OPEN_STATE = re.compile(r"^(状态:[ \t]*)编制中", re.MULTILINE)


@click.command("close-year", cls=ChineseCommand)
@YEAR
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="定稿日期；不写就是今天。")
@click.pass_context
def close_year(context: click.Context, year: int, day: datetime | None) -> int:
    """把一年定稿：数冻结成印发的数，写进 edition.yml，状态改成已定稿。

    还有【待填】、冲突或别的错误就不定稿，逐个列出。以后台账改了，网页仍印定稿的数。
    """
    root = project_root(context)
    handbook = load_handbook(root)
    _refuse_unless(handbook, year, is_closed=False)
    problems = [one for one in run_checks(handbook) if _stands_in_the_way(one, year)]
    if problems:
        report(problems, release=True)
        click.echo(f"{year}年没有定稿：先改好上面的错误。什么都没有动。", err=True)
        return 1
    edition = make_edition(handbook, year, (day or datetime.now(CHINA)).date())
    folder = root / paths.DATA / str(year)
    write_whole(folder / paths.EDITION, edition_text(edition).encode())
    _mark_closed(folder / "year.yml")
    click.echo(f"{year}年已定稿，{len(edition.figures)} 个数写进 data/{year}/{paths.EDITION}。")
    click.echo("下一步：送审，合并后发布。以后要更正，改台账，再运行 handbook errata。")
    return 0


@click.command(cls=ChineseCommand)
@YEAR
@click.pass_context
def errata(context: click.Context, year: int) -> int:
    """已定稿的年：给现在的数据与定稿不同的数起草勘误，写进 errata.yml。

    原因、日期、批准人由本局填；填了批准人，网页和印本才印更正的数，并注明原印发多少。
    """
    root = project_root(context)
    handbook = load_handbook(root)
    _refuse_unless(handbook, year, is_closed=True)
    drafts = draft_errata(handbook, year)
    if not drafts:
        click.echo("没有要起草的：数据与定稿一致，或者已经起草了。")
        return 0
    path = root / paths.DATA / str(year) / paths.ERRATA
    before = path.read_text("utf-8-sig") if path.exists() else None
    write_whole(path, errata_text(before, drafts).encode())
    for draft in drafts:
        click.echo(f"起草勘误：{draft.name}，原印发 {draft.issued}，更正为 {draft.corrected}")
    click.echo(f"写进 data/{year}/{paths.ERRATA}。请填原因、日期、批准人，再运行 handbook check。")
    return 0


def _refuse_unless(handbook: Handbook, year: int, is_closed: bool) -> None:
    where = Where(f"{paths.DATA}/{year}")
    data = handbook.years.get(year)
    if data is None:
        known = "、".join(str(one) for one in handbook.years) or "还没有"
        hint = f"有的年：{known}。"
        raise ProblemsFound([Problem(where, "no-year", f"没有 {year} 年的数据", hint)])
    if is_closed == (data.edition is not None):
        return
    if data.edition:
        hint = f"要更正，改台账或填报的数，再运行 handbook errata {year}。"
        raise ProblemsFound([Problem(where, "edition", f"{year}年已经定稿", hint)])
    hint = f"没有印发的数直接改；定稿用 handbook close-year {year}。"
    raise ProblemsFound([Problem(where, "edition", f"{year}年还没有定稿", hint)])


def _stands_in_the_way(found: Problem, year: int) -> bool:
    """Whatever is wrong with the year, its definitions, or what nothing can be built from."""
    is_own = found.where.file.startswith((f"{paths.DATA}/{year}/", f"{paths.DATA}/figures.yml"))
    # A state written by hand is what this command is about to make true.
    is_state = found.code == "edition"
    return is_own and not is_state and found.severity.is_error(release=True)


def _mark_closed(path: Path) -> None:
    """Change the state and nothing else: comments, marks and line ends stay."""
    text = path.read_bytes().decode("utf-8")
    write_whole(path, OPEN_STATE.sub(r"\1已定稿", text).encode())
