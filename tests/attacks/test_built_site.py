"""Nasty data through MkDocs itself: what the theme makes of it is text as well."""

import re

from macros.environment.building import build_site
from macros.handbook import load_handbook
from macros.rendering.site import render_site
from tests.attacks.text_cases import TEXTS

NASTY = {f"数{id}": text for id, (_, text, *_) in TEXTS.items()}
"""A figure for each text, which is its unit, its definition and its source."""


def test_text_stays_text(buildable):
    """On no page of the built site has a text of the data become a tag, a link or a program."""
    calls = "".join(f'## {name}\n\n召开{{{{ 数("{name}", 2023) }}}}。\n\n' for name in NASTY)
    root = buildable(
        {
            "data/figures.yml": "".join(
                f"{name}:\n  单位: {text}\n  口径: {text}\n" for name, text in NASTY.items()
            ),
            "data/2023/figures.yml": "".join(
                f"{name}:\n  数值: 30\n  来源: {text}\n" for name, text in NASTY.items()
            ),
            "docs/index.md": f"# 数\n\n{calls}{{{{ 指标表(2023) }}}}\n",
        }
    )

    build_site(root, render_site(load_handbook(root)))
    html = (root / "site/index.html").read_text("utf-8")
    article = re.search("<article.*</article>", html, re.DOTALL)[0]

    assert len(NASTY) == len(re.findall(r'<p>召开<a class="figure"', article))
    forbidden = [text for _, _, *must_not in TEXTS.values() for text in must_not]
    assert [] == [text for text in forbidden if text in article]
