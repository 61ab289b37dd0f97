"""What the keys of a record mean: the docstrings of its fields, read when somebody asks.

Pydantic would read them whenever a model is defined, for the few commands and pages that show them.
"""

import ast
import inspect
from itertools import pairwise

from pydantic import BaseModel


def meanings(model: type[BaseModel]) -> dict[str, str]:
    """Return the docstring of each field that is a key in files, by that key."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__[: model.__mro__.index(BaseModel)]):
        found |= _docstrings(base)
    fields = model.model_fields.items()
    return {info.alias: found[name] for name, info in fields if info.alias and name in found}


def _docstrings(model: type[BaseModel]) -> dict[str, str]:
    [definition] = ast.parse(inspect.getsource(model)).body
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in pairwise(definition.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
    }
