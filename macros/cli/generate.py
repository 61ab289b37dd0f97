"""`handbook generate`: files made from the code, never edited by hand."""

import inspect
import json
import re
from collections.abc import Iterator, Mapping
from textwrap import dedent

import click
from pydantic import TypeAdapter

from macros import paths
from macros.checks import CHECKS
from macros.cli.group import ChineseCommand, project_root
from macros.models.book import Book
from macros.models.cadence import Cadence
from macros.models.compilation import Compilation
from macros.models.edition import Edition, Erratum
from macros.models.exception import CheckException
from macros.models.exported import HandbookData
from macros.models.figure import FigureDefinition, FigureValue
from macros.models.ledger_kinds import LEDGER_KINDS
from macros.models.organization import Organization
from macros.models.rectifications import Rectifications
from macros.models.redirect import Redirect
from macros.models.responsibilities import Responsibilities
from macros.models.terms import Terms
from macros.models.work_points import WorkPoints
from macros.models.year import YearState
from macros.page_macros import PAGE_MACROS
from macros.problems import Severity

SCHEMAS: Mapping[str, object] = {
    "organization": Organization,
    "figures": dict[str, FigureDefinition],
    "values": dict[str, FigureValue],
    "year": YearState,
    "work-points": WorkPoints,
    "responsibilities": Responsibilities,
    "rectifications": Rectifications,
    "edition": Edition,
    "errata": list[Erratum],
    "cadences": list[Cadence],
    "terms": Terms,
    "books": list[Book],
    "exceptions": list[CheckException],
    "redirects": list[Redirect],
    "regulations-export": Compilation,
    "handbook-export": HandbookData,
}
"""Name of each schema file and what it describes."""

LEVELS = {
    Severity.FAULT: "错误，草稿也不生成",
    Severity.ERROR: "错误，草稿照样生成，定稿不生成",
    Severity.GAP: "编制中是提醒，定稿是错误",
    Severity.WARNING: "提醒",
}
"""How the catalog words a severity."""


@click.command(cls=ChineseCommand)
@click.pass_context
def generate(context: click.Context) -> int:
    """更新由程序生成的文件：数据样式、空台账、检查项和宏的说明页（技术员用）。"""
    root = project_root(context)
    for name, content in generated_files().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    click.echo(f"已更新 {len(generated_files())} 个文件。")
    return 0


def generated_files() -> dict[str, bytes]:
    """Return every generated file: path relative to the project and content."""
    files = {f"{paths.SCHEMAS}/{name}.json": _schema(model) for name, model in SCHEMAS.items()}
    for kind in LEDGER_KINDS:
        header = ",".join(column.name for column in kind.columns)
        files[f"{paths.TEMPLATES}/{kind.file}"] = f"\ufeff{header}\r\n".encode()
    files["docs/about/checks.md"] = "\n".join(_check_page()).encode()
    files["docs/about/macros.md"] = "\n".join(_macro_page()).encode()
    return files


def _schema(model: object) -> bytes:
    schema = _for_editors(TypeAdapter(model).json_schema(by_alias=True))
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _for_editors(schema: object) -> object:
    """Return a schema without what is said in English, and without numbers as strings."""
    if isinstance(schema, list):
        return [_for_editors(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    left_out = {"title"} | ({"description"} if "properties" in schema else set())
    kept = {key: _for_editors(item) for key, item in schema.items() if key not in left_out}
    kinds = kept.get("anyOf", [])
    if any(kind.get("type") == "number" for kind in kinds):
        kept["anyOf"] = [kind for kind in kinds if kind.get("type") != "string"]
    return kept


def _check_page() -> Iterator[str]:
    yield "# 检查项一览\n"
    yield "本页由 `handbook generate` 根据程序生成，不要手工修改。"
    yield "“错误”使检查不通过，“提醒”只供核对；标题括号里是消息末尾的代号。"
    yield "样例没有写文件名的，是2023年度报告里的一段；这些样例就是检查自己的测试。"
    yield "确有理由不改的，一处一条写进 `data/exceptions.yml`；不能生成草稿的错误不得例外。\n"
    for module in CHECKS:
        title, _, body = inspect.getdoc(module).partition("\n")
        yield f"## {title.rstrip('。')}（{module.CODE}）\n"
        levels = "；".join(LEVELS[one] for one in module.SEVERITIES)
        yield f"规则：{module.RULE.replace(' ', '、')}。级别：{levels}。\n"
        yield _fenced(body.strip()) + "\n"


def _fenced(text: str) -> str:
    """Return text with its indented examples in fences, so that nothing in them is a page."""
    example = re.compile(r"(?:^    .*\n?|^\n(?=    ))+", re.MULTILINE)
    return example.sub(lambda found: f"\n~~~~text\n{dedent(found[0]).strip()}\n~~~~\n", text)


def _macro_page() -> Iterator[str]:
    yield "# 宏一览\n"
    yield "本页由 `handbook generate` 根据程序生成，不要手工修改。"
    yield "页面里只能这样调用：双花括号、宏名、括号里写明的文字和年份。\n"
    for macro in PAGE_MACROS:
        yield f"## {macro.name}\n"
        yield from _macro_entry(inspect.getdoc(macro.function))
        yield "单独占一行。\n" if macro.is_block else "写在句子里。\n"


def _macro_entry(text: str) -> Iterator[str]:
    """Turn the sections of a docstring into Markdown."""
    summary, _, rest = text.partition("\n")
    yield summary + "\n"
    arguments, _, example = rest.partition("Example:")
    for line in arguments.replace("Args:", "").strip().splitlines():
        name, _, meaning = line.strip().partition(":")
        yield f"- `{name}`：{meaning.strip()}" if meaning else line.strip()
    if arguments.replace("Args:", "").strip():
        yield ""
    if example.strip():
        yield f"```text\n{example.strip()}\n```\n"
