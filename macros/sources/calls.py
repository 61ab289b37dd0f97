"""Macro calls in pages: found, and everything beyond a call with literal arguments refused.

Jinja lets a page run commands on the machine that builds it; so no page reaches Jinja before
this module has seen that it holds calls of the form ``{{ 名称("文字", 2023) }}`` and nothing else.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.problems import Problem, ProblemsFound, Where
from macros.sources.markdown_file import MarkdownFile, without_code

Literal = str | int | bool | None | tuple["Literal", ...]

OPENING = re.compile(r"\{\{|\{%|\{#|[{}｛｝]")
HEADING_ID = re.compile(r"\{: *#[a-z][a-z0-9-]* *\}[ \t]*$", re.MULTILINE)
EXAMPLE = "只能写宏名加括号，里面是文字和数，如 {{ 数(\"局党组会\", 2023) }}。"


@dataclass(frozen=True, slots=True)
class Call:
    """One macro call in a page."""

    name: str
    arguments: tuple[Literal, ...]
    keywords: Mapping[str, Literal]
    where: Where
    start: int
    """Offset of ``{{`` in the text of the file."""

    end: int
    """Offset behind ``}}``."""


def as_list(call: Call) -> list[object]:
    """Return a call ready for JSON."""
    return [call.name, call.arguments, call.keywords, call.where.line, call.start, call.end]


def from_list(name: str, found: list) -> Call:
    """Return the call in a file of a name that `as_list` was made from."""
    macro, arguments, keywords, line, start, end = found
    keywords = {key: _as_written(value) for key, value in keywords.items()}
    return Call(macro, _as_written(arguments), keywords, Where(name, line), start, end)


def _as_written(value: object) -> Literal:
    return tuple(map(_as_written, value)) if isinstance(value, list) else value


def find_calls(file: MarkdownFile) -> tuple[tuple[Call, ...], list[Problem]]:
    """Return the macro calls of a page in order, and a problem for every other brace."""
    calls, problems = [], []
    body = " " * file.body_start + without_code(file.text)[file.body_start :]
    for start, end, where in _spans(body, file, problems):
        try:
            calls.append(_parse(body[start + 2 : end - 2], where, start, end))
        except ProblemsFound as error:
            problems += error.problems
    return tuple(calls), problems


def _spans(
    body: str, file: MarkdownFile, problems: list[Problem]
) -> Iterator[tuple[int, int, Where]]:
    heading_ids = {found.start(): found.end() for found in HEADING_ID.finditer(body)}
    position = 0
    while found := OPENING.search(body, position):
        where = Where(file.name, file.line_at(found.start()))
        position = heading_ids.get(found.start(), found.end())
        if found.start() in heading_ids:
            continue
        if found.group() != "{{":
            problems.append(_stray(found.group(), where))
            position = _line_end(body, found.end())
            continue
        line_end = _line_end(body, found.end())
        close = body.find("}}", found.end(), line_end)
        if close < 0:
            hint = "在同一行补上 }}；" + EXAMPLE
            problems.append(Problem(where, "template-syntax", "{{ 没有用 }} 收尾", hint))
            position = line_end
            continue
        position = close + 2
        yield found.start(), position, where


def _line_end(body: str, position: int) -> int:
    end = body.find("\n", position)
    return len(body) if end < 0 else end


def _stray(mark: str, where: Where) -> Problem:
    if mark in ("{%", "{#"):
        fact = f"页面里用了 {mark}"
        return Problem(where, "template-logic", fact, "页面不能写程序；" + EXAMPLE)
    fact = f"有一个单独的花括号“{mark}”"
    return Problem(where, "stray-brace", fact, EXAMPLE + "要原样显示花括号，放进 `反引号` 里。")


def _parse(source: str, where: Where, start: int, end: int) -> Call:
    shown = source.strip()[:40]
    try:
        body = _parsed(source)
    except (TemplateSyntaxError, RecursionError):
        fact = f"宏调用“{shown}”写法不对"
        hint = EXAMPLE + "引号、逗号、括号都用半角。"
        raise ProblemsFound([Problem(where, "template-syntax", fact, hint)]) from None
    call = body[0].nodes[0] if len(body) == 1 and len(body[0].nodes) == 1 else None
    if not _is_plain_call(call):
        fact = f"“{shown}”不是宏调用"
        raise ProblemsFound([Problem(where, "template-logic", fact, EXAMPLE)])
    try:
        arguments = tuple(_literal(item) for item in call.args)
        keywords = {item.key: _literal(item.value) for item in call.kwargs}
    except TypeError:
        fact = f"“{shown}”的参数不是写明的文字或数"
        raise ProblemsFound([Problem(where, "template-logic", fact, EXAMPLE)]) from None
    return Call(call.node.name, arguments, keywords, where, start, end)


@lru_cache(maxsize=5000)
def _parsed(source: str) -> list[nodes.Node]:
    """Return what Jinja makes of a call; pages say the same again and again."""
    return Environment().parse("{{" + source + "}}").body


def _is_plain_call(node: nodes.Node | None) -> bool:
    return (
        isinstance(node, nodes.Call)
        and isinstance(node.node, nodes.Name)
        and node.dyn_args is None
        and node.dyn_kwargs is None
    )


def _literal(node: nodes.Node) -> Literal:
    """Return the value of a literal; raise TypeError for anything else."""
    if isinstance(node, nodes.Const) and isinstance(node.value, (str, int, bool, type(None))):
        return node.value
    if isinstance(node, (nodes.List, nodes.Tuple)):
        return tuple(_literal(item) for item in node.items)
    raise TypeError
