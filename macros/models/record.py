"""The base of every record, and the conversion of source values into records."""

import difflib
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, ValidationError
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import CoreSchema

from macros.models.meanings import meanings
from macros.problems import Problem, Where
from macros.sources.yaml_file import Document

Item = TypeVar("Item")
Many = Annotated[tuple[Item, ...], Field(strict=False)]
"""A list in YAML; a tuple here, so that records stay immutable."""

Text = Annotated[str, Field(min_length=1, max_length=5000)]
LINE = r"^[^\n]*$"
OneLine = Annotated[str, Field(min_length=1, max_length=200, pattern=LINE)]
"""A name or title: it goes into menus, tables and headings."""

OptionalText = Text | None
OptionalDate = date | None
Ordinal = Annotated[int, Field(ge=1, le=999)]
Person = Annotated[str, Field(min_length=1, max_length=50)] | None

NOWHERE = Where("", 0)


class Contradiction(ValueError):
    """Keys of a record that cannot stand together; carries fact and hint."""

    def __init__(self, fact: str, hint: str) -> None:
        self.fact = fact
        self.hint = hint
        super().__init__(fact)


class Record(BaseModel):
    """A record of `data/`: immutable, no unknown keys, no silent conversion."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        arbitrary_types_allowed=True,
        defer_build=True,
    )

    TOPIC: ClassVar[str] = "record"
    """First part of the code of its problems, e.g. ``figure`` in ``figure-value``."""

    where: SkipJsonSchema[Where] = Field(default=NOWHERE, exclude=True, repr=False)
    """Where the record stands, for messages and provenance."""

    lines: SkipJsonSchema[tuple[tuple[str, int], ...]] = Field(
        default=(), exclude=True, repr=False
    )
    """Line of each of its keys."""

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler):
        described = handler(schema)
        keys = handler.resolve_ref_schema(described)["properties"]
        for key, meaning in meanings(cls).items():
            keys[key]["description"] = meaning
        return described

    def place(self, alias: str) -> Where:
        """Return where a key of the record stands; the record itself if it is not written."""
        return Where(self.where.file, dict(self.lines).get(alias, self.where.line))


Model = TypeVar("Model", bound=Record)

OPEN_MAPPINGS = frozenset({"条件"})
"""Keys under which the keys of a mapping are column names, not fields."""


def build(
    model: type[Model], document: Document, path: tuple[str | int, ...] = ()
) -> tuple[Model | None, list[Problem]]:
    """Return the record at `path` of a document, or None with what is wrong with it."""
    value = document.value
    for step in path:
        value = value[step]
    try:
        return model.model_validate(_located(value, document, path)), []
    except ValidationError as error:
        found = [_problem(model, document, path, one) for one in error.errors()]
        # A number that is neither whole nor decimal is one mistake, not two.
        return None, list({(one.where, one.code): one for one in reversed(found)}.values())


def build_list(
    model: type[Model], document: Document
) -> tuple[tuple[Model, ...], list[Problem]]:
    """Return the records of a document that is a list."""
    if not isinstance(document.value, list):
        hint = "每一条以“- ”开头，照文件开头的样例。"
        return (), [Problem(document.where(), "not-a-list", "这个文件应当是一列记录", hint)]
    built = [build(model, document, (index,)) for index in range(len(document.value))]
    return tuple(one for one, _ in built if one), [found for _, some in built for found in some]


def build_mapping(
    model: type[Model], document: Document
) -> tuple[dict[str, Model], list[Problem]]:
    """Return the records of a document that maps names to records."""
    if not isinstance(document.value, dict):
        hint = "每一条以“名称:”开头，下面各行缩进两个空格，照文件开头的样例。"
        return {}, [Problem(document.where(), "not-a-mapping", "这个文件应当按名称分条写", hint)]
    records, problems = {}, []
    for name in document.value:
        record, found = build(model, document, (name,))
        problems += found
        if record:
            records[name] = record
    return records, problems


def _located(value: object, document: Document, path: tuple[str | int, ...]) -> object:
    if isinstance(value, dict):
        inner = {key: _located(item, document, (*path, key)) for key, item in value.items()}
        if path and path[-1] in OPEN_MAPPINGS:
            return inner
        lines = tuple((key, document.where(*path, key).line) for key in value)
        return {**inner, "where": document.where(*path), "lines": lines}
    if isinstance(value, list):
        return [_located(item, document, (*path, index)) for index, item in enumerate(value)]
    return value


def _problem(
    model: type[Record], document: Document, path: tuple[str | int, ...], found: dict
) -> Problem:
    location = _location(document, path, found["loc"])
    key = next((step for step in reversed(location) if isinstance(step, str)), "")
    owner, name, field = _field(model, found["loc"])
    where = document.where(*path, *location)
    kind = found["type"]
    if kind == "missing":
        key = found["loc"][-1]
        hint = f"补上一行 {key}: …；{_example(field)}"
        return Problem(where, "missing-key", f"缺少“{key}”", hint)
    if kind == "extra_forbidden":
        return Problem(where, "unknown-key", f"不认识的键“{key}”", _did_you_mean(owner, key))
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        shown = f"“{_shown(found['input'])}”"
        hint = "冒号后换行，下面各行缩进两个空格，照文件开头的样例。"
        return Problem(where, "not-a-mapping", f"这里应当是一组键值，写的是{shown}", hint)
    if kind == "value_error":
        error = found["ctx"]["error"]
        return Problem(where, owner.TOPIC, error.fact, error.hint)
    code = f"{owner.TOPIC}-{name.replace('_', '-')}" if name else owner.TOPIC
    fact = f"{key}写的是“{_shown(found['input'])}”" if key else f"{found['msg']}"
    return Problem(where, code, fact, _hint(found, field))


def _location(
    document: Document, path: tuple[str | int, ...], steps: Iterable[str | int]
) -> tuple[str | int, ...]:
    """Return the steps that stand in the file, without the names pydantic gives to unions."""
    location: tuple[str | int, ...] = ()
    for step in steps:
        if (*path, *location, step) in document.lines:
            location = (*location, step)
    return location


def _field(model: type[Record], location: Iterable[str | int]):
    owner, name, field = model, "", None
    for step in location:
        for candidate, info in owner.model_fields.items():
            if info.alias == step:
                name, field = candidate, info
                nested = _nested(info.annotation)
                if nested:
                    owner = nested
                break
    return owner, name, field


def _nested(annotation: object) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        nested = _nested(part)
        if nested:
            return nested
    return None


def _did_you_mean(model: type[Record], key: str) -> str:
    known = [info.alias for info in model.model_fields.values() if info.alias]
    close = difflib.get_close_matches(key, known, n=1, cutoff=0.4)
    guess = f"是不是想写“{close[0]}”？" if close else ""
    return f"{guess}这里能写的键：{'、'.join(known)}。"


HINTS = {
    "int": "写成阿拉伯数字，如 30。",
    "decimal": "写成阿拉伯数字，如 30 或 98.71。",
    "date": "写成“年-月-日”，如 2023-03-05。",
    "string_type": "写成文字；像数字或日期的文字加引号。",
    "string_too_short": "写上内容；没有就写 null。",
    "string_too_long": "缩短；长的内容写进页面。",
    "bool": "只能写 true 或 false。",
    "tuple": "写成一列，每项一行，以“- ”开头。",
    "greater_than_equal": "写不小于 {ge} 的数。",
    "less_than_equal": "写不大于 {le} 的数；确实如此大时先核对单位。",
}


def _hint(found: dict, field: object) -> str:
    kind, context = found["type"], found.get("ctx", {})
    if kind == "literal_error":
        return f"只能填：{context['expected'].replace(' or ', '、').replace(', ', '、')}。".replace(
            "'", ""
        )
    if kind == "string_pattern_mismatch":
        return "写成一行，不换行。" if context["pattern"] == LINE else _example(field)
    if kind.startswith("int") and getattr(field, "examples", None):
        return f"写成阿拉伯数字，如 {field.examples[0]}。"
    for start, hint in HINTS.items():
        if kind.startswith(start):
            return hint.format(**context)
    return _example(field)


def _example(field: object) -> str:
    examples = getattr(field, "examples", None)
    if examples:
        return f"如 {_shown(examples[0])}。"
    return "照文件开头的样例写；没有内容写 null。"


def _shown(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, Decimal, date, str)):
        text = str(value)
        return text if len(text) <= 40 else text[:40] + "…"
    return "一列内容" if isinstance(value, list) else "一组键值"
