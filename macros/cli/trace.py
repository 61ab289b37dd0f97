"""`handbook trace`: a figure back to its rows, and forward to its sentences."""

from collections.abc import Iterator

import click

from macros.cli.group import ChineseCommand, project_root
from macros.figures import (
    Figure,
    FigureKey,
    State,
    UnknownFigure,
    figure,
    issue_notes,
    plain_text,
)
from macros.formatting import chinese_date, text_or_missing
from macros.handbook import Handbook, load_handbook
from macros.problems import Problem, ProblemsFound, Where
from macros.rendering.usage import find_uses


@click.command(cls=ChineseCommand)
@click.argument("name")
@click.option("--year", type=int, required=True, help="年份，如 2023。")
@click.pass_context
def trace(context: click.Context, name: str, year: int) -> int:
    """说明一个数从哪里来、用在哪里：口径、每一行来源、每一句话。"""
    handbook = load_handbook(project_root(context))
    try:
        traced = figure(handbook, name, year)
    except UnknownFigure as error:
        where = Where("data/figures.yml")
        raise ProblemsFound([Problem(where, "unknown-figure", error.fact, error.hint)]) from error
    for line in (*_what(traced), *_backward(traced), *_forward(handbook, traced.key)):
        click.echo(line)
    return 0


def _what(traced: Figure) -> Iterator[str]:
    as_of = chinese_date(traced.as_of)
    yield f"{traced.key.name}（{traced.key.year} 年）：{plain_text(traced)}"
    yield f"状态：{traced.state.value}　截至：{as_of}"
    yield from (f"定稿：{note}" for note in issue_notes(traced))
    yield f"口径：{traced.definition.meaning}"
    yield f"定义：{traced.definition.where}"


def _backward(traced: Figure) -> Iterator[str]:
    typed, counted = traced.typed, traced.counted
    if typed:
        value = "不适用" if typed.not_applicable else text_or_missing(typed.value)
        yield f"填报：{typed.where}　{value}　来源：{text_or_missing(typed.source)}"
        if typed.verified_by:
            yield f"核实：{typed.verified_by}，{chinese_date(typed.verified_on)}"
        for other in typed.other_reports:
            yield f"另报：{other.where}　{other.value}　来源：{other.source}"
    if traced.state is State.MISSING and typed:
        owner, due = text_or_missing(typed.owner), chinese_date(typed.due_on)
        yield f"待填：{text_or_missing(typed.reason)}；责任科室：{owner}；补报期限：{due}"
    if traced.definition.counting is None:
        yield "台账：这个数没有台账，只能手工填报"
    elif counted.value is None and not counted.rows:
        yield f"台账：还没有“{traced.definition.counting.ledger}”台账"
    else:
        yield f"台账：{traced.definition.counting.ledger}，{len(counted.rows)} 行"
        yield from (f"  {row}" for row in counted.rows)
    yield from (f"  {blank}: 要加的格没有填" for blank in counted.blanks)


def _forward(handbook: Handbook, key: FigureKey) -> Iterator[str]:
    uses = [use for use in find_uses(handbook) if use.key == key]
    yield f"用在：{len(uses)} 处" if uses else "用在：还没有页面用到"
    yield from (f"  {use.where}: {use.sentence}" for use in uses)
