"""The scripts of the search box run in old browsers and under a strict policy."""

import re

import pytest

from tests.conftest import REPOSITORY

SCRIPTS = sorted((REPOSITORY / "overrides/assets").rglob("*.js"))
TOO_NEW = re.compile(
    r"\?\.(?!\d)|\?\?|\|\|=|&&=|\(\?<[=!]|\.replaceAll\(|\.at\(|\.matchAll\(|\.replaceChildren\("
    r"|Promise\.any|structuredClone|Object\.hasOwn|Intl\.Segmenter|^\s*(?:import|export)\b",
    re.MULTILINE,
)
"""What Chromium 78 does not know, or knows only in modules, which a folder cannot load."""

UNSAFE = re.compile(
    r"\beval\(|new Function|\.innerHTML|insertAdjacentHTML|document\.write|\.on[a-z]+ ?= ?[\"']"
    r"|\bfetch\(|XMLHttpRequest|new Worker|\.setAttribute\(\"style"
)
"""What a strict policy or a folder forbids."""


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_script_is_plain(script):
    """No script needs a newer browser or asks for what is forbidden."""
    text = script.read_text("utf-8")

    assert [] == TOO_NEW.findall(text) + UNSAFE.findall(text)


INSERTED = "assets/missing-page.js"
"""Written into the one page that needs it, which cannot name files."""


def test_site_loads_every_script():
    """Each script but the inserted one is named in the settings once."""
    settings = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    names = [path.relative_to(REPOSITORY / "overrides").as_posix() for path in SCRIPTS]

    assert names
    assert [INSERTED] == [name for name in names if settings.count(f"  - {name}\n") != 1]
