"""The page of each figure, made from its definition: nobody has to keep a file for it."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from macros.models.figure import FigureDefinition
from macros.sources.cache import NoCache

FOLDER = "data/figures/"
"""Where the pages are, relative to `docs/`; a file that is there is taken instead."""

LONGEST = 80
"""Characters of a file name."""

TITLE_MARKS = str.maketrans("<>&{}\n", "＜＞＆（） ")
"""Marks that a title cannot hold, and what stands for them."""

HEADING_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]#!|~"})
"""Marks that would mean something in a heading, and how they are written instead."""

QUOTED_MARKS = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "{}`｛｝"})
"""Marks that would end a macro call, and how a quoted text names them."""


@dataclass(frozen=True, slots=True)
class FigurePage:
    """A page nobody wrote."""

    path: str
    """Relative to `docs/`."""

    figure: str
    text: str


def figure_pages(
    definitions: Mapping[str, FigureDefinition],
    ledgers: Mapping[int, Collection[str]],
    cache: NoCache,
) -> Iterator[FigurePage]:
    """Yield the page of each figure, in the order of the definitions.

    The names of the files are how the figures are read (pinyin), numbered where two are alike.

    Args:
        ledgers: the years, and the names of the ledgers that each one has.
        cache: where the readings of earlier runs are.
    """
    taken: dict[str, int] = {}
    slugs = cache.recall("slugs", definitions, lambda: [_slug(name) for name in definitions])
    for (name, definition), slug in zip(definitions.items(), slugs, strict=True):
        count = taken[slug] = taken.get(slug, 0) + 1
        path = f"{FOLDER}{slug}{'' if count == 1 else f'_{count}'}.md"
        yield FigurePage(path, name, _text(name, definition, ledgers))


def _slug(name: str) -> str:
    from pypinyin import lazy_pinyin  # takes a moment, and is not needed when nothing is new

    read = "-".join(lazy_pinyin(name)).lower()
    return re.sub(r"[^a-z0-9]+", "-", read)[:LONGEST].strip("-") or "figure"


def _text(
    name: str, definition: FigureDefinition, ledgers: Mapping[int, Collection[str]]
) -> str:
    quoted = json.dumps(name, ensure_ascii=False).translate(QUOTED_MARKS)
    counted_from = definition.counting and definition.counting.ledger
    years = sorted(ledgers, reverse=True)
    title = name.translate(TITLE_MARKS)
    blocks = [
        f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n类型: 数据\n---",
        f"# {title.translate(HEADING_MARKS)}",
        _call("指标说明", quoted),
    ]
    if len(years) > 1:
        blocks += ["## 历年", _call("图", quoted, str(years[0]), '按="年份"')]
    for year in years:
        blocks += [f"## {year}年", _call("产生自", quoted, str(year))]
        if counted_from in ledgers[year]:
            blocks.append(_call("图", quoted, str(year), '按="月份"'))
    return "\n\n".join([*blocks, "## 用在哪里"]) + "\n\n"


def _call(macro: str, *arguments: str) -> str:
    return f"{{{{ {macro}({', '.join(arguments)}) }}}}"
