"""The theme's templates, made small and fast: a page is the smaller, a build the shorter."""

import re
from collections.abc import Mapping

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from jinja2.ext import Extension

from macros.sources.cache import NoCache

KIND = "template"

INDENTED = re.compile(r"\n\s+")
TAGS_ALONE = re.compile(r"^((?:\{%(?:(?!%\}).)*%\})+)\n", re.MULTILINE)


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
