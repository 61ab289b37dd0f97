"""What a page macro is, and how it refuses."""

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from macros import paths
from macros.figures import FigureKey, UnknownFigure
from macros.handbook import Handbook

WORDS = {str: "文字，加引号", int: "数，不加引号"}
"""What the arguments of macros can be, as editors are told."""


class MacroRefused(Exception):
    """The arguments of a call cannot be used; carries fact and hint for the editor."""

    def __init__(self, fact: str, hint: str) -> None:
        self.fact = fact
        self.hint = hint
        super().__init__(fact)


def no_figures(handbook: Handbook, *arguments: object, **keywords: object) -> tuple[()]:
    """The figures of a macro that shows none."""
    return ()


_signature = lru_cache(inspect.signature)  # it takes longer than most macros


@dataclass(frozen=True, slots=True)
class PageMacro:
    """A function pages may call."""

    name: str
    """Name in pages."""

    function: Callable[..., str]
    """Takes the handbook, then what the page passes; returns Markdown or HTML."""

    is_block: bool = True
    """Whether it stands alone on its line, because it returns a table or chart."""

    figures: Callable[..., Iterable[FigureKey]] = no_figures
    """Takes the same arguments; returns the figures whose values are shown."""

    data: tuple[str, ...] = ()
    """Other files of `data/` whose content is shown, e.g. ``{year}/work-points.yml``."""

    def call(self, handbook: Handbook, *arguments: object, **keywords: object) -> str:
        """Return what the page shows.

        Raises:
            MacroRefused: for wrong arguments.
        """
        self._check(handbook, *arguments, **keywords)
        try:
            return self.function(handbook, *arguments, **keywords)
        except UnknownFigure as error:
            raise MacroRefused(error.fact, error.hint) from error

    def figures_of(
        self, handbook: Handbook, *arguments: object, **keywords: object
    ) -> tuple[FigureKey, ...]:
        """Return the figures whose values a call shows.

        Raises:
            MacroRefused: for wrong arguments.
        """
        self._check(handbook, *arguments, **keywords)
        try:
            return tuple(self.figures(handbook, *arguments, **keywords))
        except UnknownFigure as error:
            raise MacroRefused(error.fact, error.hint) from error

    def files_of(
        self, handbook: Handbook, *arguments: object, **keywords: object
    ) -> tuple[str, ...]:
        """Return the files of `data/`, besides those of figures, whose content a call shows."""
        given = _signature(self.function).bind(handbook, *arguments, **keywords).arguments
        return tuple(f"{paths.DATA}/{name.format(**given)}" for name in self.data)

    def _check(self, handbook: Handbook, *arguments: object, **keywords: object) -> None:
        signature = _signature(self.function)
        try:
            given = signature.bind(handbook, *arguments, **keywords).arguments
        except TypeError:
            raise MacroRefused(f"宏“{self.name}”的参数写得不对", self.usage) from None
        for name, value in list(given.items())[1:]:
            annotation = signature.parameters[name].annotation
            accepted = get_args(annotation) or (annotation,)
            word = next((WORDS[kind] for kind in accepted if kind in WORDS), "")
            if word and type(value) not in accepted:
                fact = f"宏“{self.name}”的参数写的是“{value}”，应当是{word}"
                raise MacroRefused(fact, self.usage)

    @property
    def usage(self) -> str:
        """The example of the docstring, as a hint."""
        text = self.function.__doc__ or ""
        example = text[text.find("{{") : text.find("}}") + 2] if "{{" in text else ""
        return f"照样例写：{example}。" if example else "见“宏一览”页。"
