"""The layers of `macros/`: imports point downwards, and each outer tool has one door."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "macros"
LAYERS = (
    {"paths", "problems", "formatting"},
    {"sources"},
    {"models"},
    {"figure_pages", "page"},
    {"handbook"},
    {"figures", "prose", "regulations"},
    {"history"},
    {"page_macros"},
    {"rendering"},
    {"checks", "books", "search", "impact", "importing", "exporting", "new_year", "publishing"},
    {"environment"},
    {"cli"},
    {"__init__", "__main__"},
)
"""Lowest first. A module imports from lower layers and from its own folder, from nowhere else."""

LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
PRINTS = {"print", "pprint"}


def modules() -> Iterator[tuple[Path, ast.Module]]:
    """Yield every module of the package, relative to it, with its syntax tree."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE), ast.parse(path.read_text("utf-8"))


def imports(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield the dotted name and line of each import, within functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((name.name, node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            names = [f"{module}.{one.name}" for one in node.names]
            yield from ((name, node.lineno) for name in names)


def part(path: Path) -> str:
    """Return the part of the package a module belongs to."""
    return path.parts[0].removesuffix(".py")


def test_every_part_has_a_layer():
    """A new part of the package is given its place here."""
    assert set() == {part(path) for path, _ in modules()} - set(LEVEL)


def test_imports_point_downwards():
    """No module imports from its own layer or from one above it."""
    upward = [
        f"{path}:{line} imports {name}"
        for path, tree in modules()
        for name, line in imports(tree)
        if name.startswith("macros.")
        and name.split(".")[1] != part(path)
        and LEVEL[name.split(".")[1]] >= LEVEL[part(path)]
    ]

    assert [] == upward


def test_no_relative_imports():
    """Every import says where it leads."""
    relative = [
        f"{path}:{node.lineno}"
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level
    ]

    assert [] == relative


def test_doors():
    """Only the YAML reader knows YAML, only `environment` knows MkDocs, only `cli` knows click."""
    doors = {"yaml": ("sources/yaml_",), "mkdocs": ("environment/",), "mkdocs_macros":
             ("environment/",), "click": ("cli/",), "rich": ("cli/",)}  # fmt: skip
    wrong = [
        f"{path}:{line} imports {name}"
        for path, tree in modules()
        for name, line in imports(tree)
        if not path.as_posix().startswith(doors.get(name.split(".")[0], ("",)))
    ]

    assert [] == wrong


def test_only_the_command_line_prints():
    """Everything else returns values."""
    printing = [
        f"{path}:{node.lineno}"
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in PRINTS
        and part(path) != "cli"
    ]

    assert [] == printing


def test_nothing_runs_commands_from_data():
    """No module evaluates text or loads objects from files."""
    forbidden = {"eval", "exec", "compile", "__import__"}
    found = [
        f"{path}:{node.lineno}"
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in forbidden
    ]
    pickled = [str(path) for path, tree in modules() for name, _ in imports(tree)
               if name.split(".")[0] in ("pickle", "marshal", "shelve")]  # fmt: skip

    assert [] == found + pickled


def test_modules_stay_small():
    """A module that grows beyond 250 lines holds more than one idea."""
    sizes = {path: len((PACKAGE / path).read_text("utf-8").splitlines()) for path, _ in modules()}

    assert {} == {str(path): size for path, size in sizes.items() if size > 250}
