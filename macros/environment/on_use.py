"""Spares builds an import: what the macros plugin brings along for pages we do not have."""

from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import ModuleType


class OnUse(MetaPathFinder):
    """Finds a module so that it is executed when the first thing in it is asked for."""

    def __init__(self, name: str) -> None:
        self.name = name

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path, target) if name == self.name else None
        if spec and spec.loader:
            spec.loader = LazyLoader(spec.loader)
        return spec
