"""台账内部列里的姓名和内容，不能出现在任何页面上。

网页、检索和 PDF 都从页面来，所以查全部页面，也查同一行里会公布的其他列。本来就公开的岗位
（机构表、责任人等表格里的人）、类别、职务和机构名称不算；其他确实要写的，写进容许词并说明理由。
提示只给第一个字，免得检查结果也泄露。

依据：台账明细只供内部核查。

不通过：

    data/2023/ledgers/talks.csv：
    编号,日期,类别,对象,人数
    2023-001,2023-03-06,个别约谈,赵试试,1
    docs/a.md：
    # 约谈情况

    约谈了赵试试同志。

通过：

    data/2023/ledgers/talks.csv：
    编号,日期,类别,对象,人数
    2023-001,2023-03-06,个别约谈,赵试试,1
    docs/a.md：
    # 约谈情况

    约谈科级干部。
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from macros.checks.data.public import is_office, public_people, public_words
from macros.handbook import Handbook
from macros.models.ledger import Ledger
from macros.problems import Problem, Severity, Where
from macros.rendering.site import RenderedPage, RenderedSite

RULE = "SEC-01"
CODE = "restricted-value"
SEVERITIES = (Severity.FAULT,)
BLANKS = re.compile("[ \u3000\u00a0]")


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each internal name or text in a column that is published."""
    secrets = _secrets(site.handbook)
    for ledger in _ledgers(site.handbook):
        yield from _in_other_columns(ledger, secrets)


def check_page(page: RenderedPage) -> Iterator[Problem]:
    """Yield a problem for each internal name or text on a page."""
    secrets = _secrets(page.handbook)
    title, body = page.page.meta.title or "", page.body
    whole = f"{title}\n{body.typed}\n{unescape(page.text)}"
    some = _found(f"{whole}\n{BLANKS.sub('', whole)}", secrets) if secrets else []
    if some:
        yield from _on_page(page, {value: secrets[value] for value in some})


def internal_texts(handbook: Handbook) -> set[str]:
    """Return every internal name and text that no published file may hold."""
    return _secrets(handbook).keys() - _known(handbook)


@lru_cache(maxsize=2)
def _secrets(handbook: Handbook) -> dict[str, str]:
    """Return each text of internal columns that is no public word, with its column."""
    words = public_words(handbook)
    held = (found for ledger in _ledgers(handbook) for found in _values(ledger))
    return {value: name for _, name, value in held if value not in words}


def _ledgers(handbook: Handbook) -> Iterator[Ledger]:
    return (one for data in handbook.years.values() for one in data.ledgers.values())


def _values(ledger: Ledger) -> Iterator[tuple[int, str, str]]:
    """Yield row, column and text of each internal cell, and of each name in it."""
    for column in ledger.kind.columns:
        if not column.is_restricted:
            continue
        for row, cell in enumerate(ledger.cells[column.name]):
            for value in _parts(cell) if cell else ():
                yield row, column.name, value


@lru_cache(maxsize=1 << 16)  # a ledger repeats few people on many rows
def _parts(cell: str) -> tuple[str, ...]:
    """Return a cell and each name in it, blanks within names (王　强) left out."""
    names = (BLANKS.sub("", name) for name in re.split("[、，；,;]", cell))
    parts = {cell, *names, *BLANKS.split(cell)}
    return tuple(sorted(part for part in parts if len(part) >= 2 and not is_office(part)))


def _in_other_columns(ledger: Ledger, own: dict[str, str]) -> Iterator[Problem]:
    public = [column.name for column in ledger.kind.columns if not column.is_restricted]
    for row, column, value in _values(ledger):
        for name in public if value in own else ():
            cell = ledger.cells[name][row]
            if isinstance(cell, str) and value in cell:
                where = Where(ledger.file, ledger.lines[row], name)
                yield _problem(where, f"“{name}”里写了内部列“{column}”的内容", value)


def _on_page(page: RenderedPage, secrets: dict[str, str]) -> Iterator[Problem]:
    known = _known(page.handbook)
    title, lines = page.page.meta.title or "", page.body.lines
    for line, text in zip(lines, page.text.split("\n"), strict=True):
        shown = unescape(text)
        typed = f"{title}\n{line.typed}" if line.index == 0 else line.typed
        for value in _found(f"{shown}\n{BLANKS.sub('', shown)}\n{typed}", secrets):
            if value in typed or value not in known:
                fact = f"页面会公布台账内部列“{secrets[value]}”的内容"
                yield _problem(line.where, fact, value)


@lru_cache(maxsize=2)
def _known(handbook: Handbook) -> set[str]:
    return public_people(handbook)


def _found(text: str, secrets: dict[str, str]) -> list[str]:
    """Return the secrets in `text`; only those are searched for whose first two letters are."""
    pairs = {text[start : start + 2] for start in range(len(text) - 1)}
    return [value for value in secrets if value[:2] in pairs and value in text]


def _problem(where: Where, fact: str, value: str) -> Problem:
    hint = (
        "删去，改写成次数、人次等汇总数；不是人名也不是谈话内容的，"
        "写进 data/terms.yml 的容许词并说明理由。"
    )
    return Problem(where, CODE, f"{fact}（“{value[0]}……”）", hint)
