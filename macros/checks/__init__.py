"""The checks: one module each, in the order in which they are documented."""

from types import ModuleType

CHECKS: tuple[ModuleType, ...] = ()
"""Each module has `CODE`, `check(site)` and a docstring that is its entry in “检查项一览”."""
