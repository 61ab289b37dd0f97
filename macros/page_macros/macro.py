"""What a page macro is, and how it refuses."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from macros.figures import FigureKey, UnknownFigure
from macros.handbook import Handbook


class MacroRefused(Exception):
    """The arguments of a call cannot be used; carries fact and hint for the editor."""

    def __init__(self, fact: str, hint: str) -> None:
        self.fact = fact
        self.hint = hint
        super().__init__(fact)


def no_figures(handbook: Handbook, *arguments: object, **keywords: object) -> tuple[()]:
    """The figures of a macro that shows none."""
    return ()


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

    def call(self, handbook: Handbook, *arguments: object, **keywords: object) -> str:
        """Return what the page shows.

        Raises:
            MacroRefused: for wrong arguments.
        """
        try:
            return self.function(handbook, *arguments, **keywords)
        except UnknownFigure as error:
            raise MacroRefused(error.fact, error.hint) from error
        except TypeError as error:
            if error.__traceback__ and error.__traceback__.tb_next is None:
                raise MacroRefused(f"宏“{self.name}”的参数写得不对", self.usage) from error
            raise

    @property
    def usage(self) -> str:
        """The example of the docstring, as a hint."""
        text = self.function.__doc__ or ""
        example = text[text.find("{{") : text.find("}}") + 2] if "{{" in text else ""
        return f"照样例写：{example}。" if example else "见“宏一览”页。"
