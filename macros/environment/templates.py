"""The theme's templates, made small and fast: a page is the smaller, a build the shorter."""

import re
from collections.abc import Mapping

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from mkdocs.theme import Theme

from macros.sources.cache import NoCache
from macros.sources.folder import files_below

KIND = "template"

INDENTED = re.compile(r"\n\s+")
TAGS_ALONE = re.compile(r"^((?:\{%(?:(?!%\}).)*%\})+)\n", re.MULTILINE)


class ThemeWithoutIcons(Theme):
    """The theme, of which MkDocs asks for a list of all files to copy what is no template.

    None of its 14,000 icons is copied: templates take those they show.
    """

    def get_env(self) -> Environment:
        """Return what loads its templates."""
        templates = super().get_env()
        templates.loader = _WithoutIcons(self.dirs)
        return templates


class _WithoutIcons(FileSystemLoader):
    def list_templates(self) -> list[str]:
        found = (files_below(folder, "", ".icons") for folder in self.searchpath)
        return sorted({name for files in found for name, _ in files})


class WithoutIndent(Extension):
    """Leaves out the indents of templates, and the lines that hold nothing but tags.

    A third of a page was such space. Between words one line break stays, which reads the same.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return a template as it is compiled."""
        return TAGS_ALONE.sub(r"\1", INDENTED.sub("\n", source))


def joined_globals(templates: Environment, own: Mapping[str, object] | None) -> dict[str, object]:
    """Return what a template knows besides what it is given, as one mapping.

    Jinja would chain two, and ask both for every name whenever a template includes another.
    """
    return {**templates.globals, **(own or {})}


class CompiledTemplates(BytecodeCache):
    """What Jinja makes of templates, which takes longer than a page; kept with other pieces."""

    def __init__(self, cache: NoCache) -> None:
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template that was compiled from the same text."""
        found = self._cache.find(KIND, [bucket.key, bucket.checksum])
        if found is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        self._cache.keep(KIND, [bucket.key, bucket.checksum], bucket.bytecode_to_string())
