"""Templates lose their indents, never a space between words; compiled ones are found again."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.theme import Theme

from macros.environment.templates import CompiledTemplates, ThemeWithoutIcons, WithoutIndent
from macros.sources.cache import Cache


def shown(template: str, **values: object) -> str:
    return Environment(extensions=[WithoutIndent]).from_string(template).render(values)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("<ul>\n    <li>甲</li>\n</ul>", "<ul>\n<li>甲</li>\n</ul>"),
        ("<b>\n  {% if a %}\n    甲\n  {% endif %}\n</b>", "<b>\n甲\n</b>"),
        ("<i>甲</i>\n  {% if a %}\n<i>乙</i>\n{% endif %}\n", "<i>甲</i>\n<i>乙</i>\n"),
        ("{% if a %}甲{% endif %}\n乙", "甲\n乙"),
        ("甲 {{ a }}\n乙", "甲 1\n乙"),
    ],
)
def test_without_indent(template, expected):
    """Lines that hold tags alone are gone; where a line ended, there still is a space."""
    assert expected == shown(template, a=1)


def test_values_stay():
    """What is shown keeps its own spaces: code, for example."""
    assert "<pre>甲\n    乙</pre>" == shown("<pre>{{ a }}</pre>", a="甲\n    乙")


def test_compiled_templates(tmp_path):
    """A template compiled by an earlier run is taken; one of another text is compiled anew."""
    assert ("甲乙", True) == made(tmp_path, "甲{{ a }}")
    assert ("甲乙", False) == made(tmp_path, "甲{{ a }}")
    assert ("丙乙", True) == made(tmp_path, "丙{{ a }}")


def made(folder: Path, text: str) -> tuple[str, bool]:
    """Return what a template gives, and whether it had to be compiled."""
    compiled = []

    class Watched(Environment):
        def compile(self, *arguments, **keywords):
            compiled.append(arguments)
            return super().compile(*arguments, **keywords)

    cache = Cache(folder / "pieces.sqlite")
    loader = DictLoader({"a.html": text})
    templates = Watched(loader=loader, bytecode_cache=CompiledTemplates(cache))
    result = templates.get_template("a.html").render(a="乙")
    cache.save()
    return result, bool(compiled)


def test_theme_without_icons():
    """
    Whatever MkDocs would copy is listed, and an icon can be included.
    """
    whole, theme = Theme("material"), Theme("material")
    theme.__class__ = ThemeWithoutIcons
    icon = "{% include '.icons/material/weather-night.svg' %}"

    listed = [name for name in whole.get_env().list_templates() if not name.startswith(".")]
    assert listed == [name for name in theme.get_env().list_templates() if name[0] != "."]
    assert "<svg" in theme.get_env().from_string(icon).render()
