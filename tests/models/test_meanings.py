"""What the keys of records mean."""

from importlib import import_module
from pkgutil import iter_modules

import pytest
from pydantic import BaseModel, ConfigDict, Field

from macros import models
from macros.models.front_matter import RegulationFrontMatter
from macros.models.meanings import meanings
from macros.models.record import Record


class Measured(BaseModel):
    """Read by us and by pydantic."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    number: int = Field(alias="数")
    """第一行，
    第二行“引号”。"""

    bare: int = Field(alias="无")

    word: str | None = Field(default="a", alias="词")
    r"""反斜线 \d。"""

    inner: int = 0
    """不是键。"""

    @property
    def twice(self) -> int:
        """No field."""
        return 2 * self.number


class More(Measured):
    """Inherits keys, and says another thing of one."""

    number: int = Field(alias="数")
    """改过的。"""

    last: int = Field(alias="末")
    """最后。"""


def record_models(base: type[Record] = Record) -> list[type[Record]]:
    """Return the records of the program that are made of a base, and those made of them."""
    for module in iter_modules(models.__path__, "macros.models."):
        import_module(module.name)
    return [one for sub in base.__subclasses__() for one in (sub, *record_models(sub))]


class TestMeanings:
    @pytest.mark.parametrize("model", [Measured, More])
    def test_reads_what_pydantic_reads(self, model):
        """
        Our keys mean what pydantic finds when it reads all docstrings at once.
        """
        fields = model.model_fields.values()
        known = {info.alias: info.description for info in fields if info.alias and info.description}

        assert known == meanings(model)

    def test_keys_of_a_base_are_there(self):
        """
        The front matter of a regulation has the keys of every page as well.
        """
        assert {"title", "文号"} <= meanings(RegulationFrontMatter).keys()

    @pytest.mark.parametrize(
        "model", [one for one in record_models() if one.__module__.startswith("macros")]
    )
    def test_every_key_has_one(self, model):
        """
        Editors are told of each key what to write there.
        """
        keys = {info.alias for info in model.model_fields.values() if info.alias}

        assert keys == meanings(model).keys()
