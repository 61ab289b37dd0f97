"""`字段表`: what each data file holds, told by the models themselves."""

import types
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from macros.handbook import Handbook
from macros.models.book import Book
from macros.models.cadence import Cadence
from macros.models.edition import Erratum
from macros.models.exception import CheckException
from macros.models.figure import FigureDefinition, FigureValue
from macros.models.ledger import CellKind, Column
from macros.models.ledger_kinds import LEDGER_KINDS, ledger_kind
from macros.models.meanings import meanings
from macros.models.organization import Organization
from macros.models.record import Record
from macros.models.rectifications import Rectifications
from macros.models.redirect import Redirect
from macros.models.responsibilities import Responsibilities
from macros.models.terms import Terms
from macros.models.work_points import WorkPoints
from macros.models.year import YearState
from macros.page_macros.html import badge, escape, optional_text, table, wide
from macros.page_macros.lookup import require

MODELS: dict[str, type[Record]] = {
    "organization": Organization,
    "figures": FigureDefinition,
    "values": FigureValue,
    "year": YearState,
    "work-points": WorkPoints,
    "responsibilities": Responsibilities,
    "rectifications": Rectifications,
    "cadences": Cadence,
    "terms": Terms,
    "books": Book,
    "exceptions": CheckException,
    "errata": Erratum,
    "redirects": Redirect,
}
"""Name in pages → the record a file is made of."""

SHAPES = {
    str: "文字",
    int: "整数",
    Decimal: "数",
    date: "日期，如 2023-03-05",
    bool: "true 或 false",
    dict: "列名: 内容",
}


def show_fields(handbook: Handbook, name: str) -> str:
    """列出一个数据文件的键，或一本台账的列，以及各填什么。

    Args:
        name: organization、figures、values（某年的数）、year、work-points、responsibilities、
            rectifications、cadences、terms、books、exceptions、errata、redirects，或台账名称。

    Example:
        {{ 字段表("figures") }}
    """
    kind = ledger_kind(name)
    if kind:
        rows = [_column_row(column) for column in kind.columns]
        header = ("列", "填什么", "写法", "必填", "公开")
        return table(f"{kind.name}台账的列", header, rows, kinds=wide("填什么", "写法"))
    require(name, [*MODELS, *(one.name for one in LEDGER_KINDS)], "数据文件或台账")
    rows = [_field_row(*one) for one in _fields(MODELS[name], "")]
    header = ("键", "填什么", "写法", "必填", "样例")
    return table(f"{name} 的键", header, rows, kinds=wide("填什么", "写法"))


def _column_row(column: Column) -> tuple[str, ...]:
    shape = {
        CellKind.TEXT: SHAPES[str],
        CellKind.DATE: SHAPES[date],
        CellKind.COUNT: "整数",
        CellKind.CHOICE: f"选项：{'、'.join(column.choices)}；可用顿号并列",
    }
    return (
        escape(column.name),
        escape(column.description),
        escape(shape[column.kind]),
        _yes(column.is_required),
        badge("内部", "conflict") if column.is_restricted else "可公开",
    )


def _fields(model: type[Record], prefix: str) -> Iterator[tuple[str, str, FieldInfo]]:
    """Yield the path of Chinese keys, the meaning and the field, also of records within records."""
    meaning = meanings(model)
    for field in model.model_fields.values():
        if field.alias is None:
            continue
        yield prefix + field.alias, meaning[field.alias], field
        nested = _nested(field.annotation)
        if nested:
            yield from _fields(nested, f"{prefix}{field.alias} › ")


def _nested(annotation: object) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next(filter(None, map(_nested, get_args(annotation))), None)


def _field_row(key: str, meaning: str, field: FieldInfo) -> tuple[str, ...]:
    example = field.examples[0] if field.examples else None
    return (
        escape(key),
        escape(meaning),
        escape(_shape(field.annotation)),
        _yes(field.is_required()),
        optional_text(None if example is None else _written(example)),
    )


def _yes(is_required: bool) -> str:
    return "必填" if is_required else "选填"


def _shape(annotation: object) -> str:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(inner[0])
    if origin is Literal:
        return "、".join(_written(word) for word in inner)
    if origin in (Union, types.UnionType):
        shapes = [_shape(one) for one in inner if one is not types.NoneType]
        rest = "；没有写 null" if types.NoneType in inner else ""
        return "或".join(dict.fromkeys(shapes)) + rest
    if origin is tuple:
        return f"一列，每项：{_shape(inner[0])}"
    if _nested(annotation):
        return "一组键"
    return SHAPES.get(origin or annotation, "文字")


def _written(value: object) -> str:
    """Return a value as it is written in YAML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "，".join(f"{key}: {_written(item)}" for key, item in value.items())
    return str(value)
