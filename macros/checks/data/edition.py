"""定稿的数不再变；台账、填报后来变了的，要看得见，要有勘误。

状态写“已定稿”的，要有 `handbook close-year` 写出的定稿数，而且没有人改过。台账后来数出的
不一样，网页仍印定稿数，这里指出差在哪里；起草了勘误、还没有批准的只提醒。

依据：印发的文件不得悄悄改动；更正要有记录、有批准人。

不通过：

    data/2023/year.yml：
    年份: 2023
    状态: 已定稿
    截至: 2023-12-31

通过：

    data/2023/year.yml：
    年份: 2023
    状态: 编制中
    截至: 2023-12-31
"""

from collections.abc import Iterator

from macros import paths
from macros.figures import Figure, issue_notes, number_text
from macros.figures.closing import drifting, ledger_digests
from macros.figures.issued import issued
from macros.handbook import Handbook, YearData
from macros.models.edition import Erratum
from macros.problems import Problem, Severity, Where
from macros.rendering.site import RenderedSite

RULE = "FIG-06"
CODE = "edition"
SEVERITIES = (Severity.ERROR, Severity.WARNING)
ROWS_NAMED = 5


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each year whose data and issued figures do not stand together."""
    for year, data in site.handbook.years.items():
        if data.edition is None:
            yield from _not_issued(year, data)
            continue
        yield from _edition(year, data)
        drifted = list(drifting(site.handbook, year))
        yield from map(_drift, drifted)
        if not drifted:
            yield from _changed_ledgers(site.handbook, year)
        for erratum in data.errata:
            yield from _erratum(site.handbook, data, erratum)


def _not_issued(year: int, data: YearData) -> Iterator[Problem]:
    if data.state.state == "已定稿":
        fact = f"{year}年写的是已定稿，还没有定稿的数"
        hint = f"改回 编制中，数都核好以后运行 handbook close-year {year}，由它改成已定稿。"
        yield Problem(data.state.place("状态"), CODE, fact, hint, Severity.ERROR)
    for erratum in data.errata:
        hint = "还没有定稿的数直接改；把这一条删去。"
        yield Problem(erratum.where, CODE, f"{year}年还没有定稿，不用勘误", hint, Severity.ERROR)


def _edition(year: int, data: YearData) -> Iterator[Problem]:
    edition = data.edition
    if edition.seal != edition.digest():
        hint = "从 git 记录里恢复这个文件；数要更正，写进 errata.yml。"
        yield Problem(edition.where, CODE, "定稿的数被改过，校验码对不上", hint, Severity.ERROR)
    if data.state.state != "已定稿":
        fact = f"{year}年有定稿的数，状态写的是{data.state.state}"
        hint = f"改成 状态: 已定稿；确实没有印发、要重新编，先移走 data/{year}/{paths.EDITION}。"
        yield Problem(data.state.place("状态"), CODE, fact, hint, Severity.ERROR)
    if data.state.as_of != edition.as_of:
        fact = f"截至日期和定稿时的 {edition.as_of} 不一样"
        hint = f"改回 截至: {edition.as_of}；定稿的数只统计到那一天。"
        yield Problem(data.state.place("截至"), CODE, fact, hint, Severity.ERROR)


def _drift(figure: Figure) -> Problem:
    _, *notes = issue_notes(figure)
    rows = figure.counted.rows
    named = "、".join(str(row) for row in rows[-ROWS_NAMED:])
    counted = f"（台账数了 {len(rows)} 行，最后几行：{named}）" if rows else ""
    fact = f"“{figure.key.name}”{figure.key.year}年定稿印的是 {figure.issued.record.text}，"
    fact += f"{'，'.join(notes)}{counted}"
    if figure.issued.draft:
        hint = f"由本局决定：批准就在 {paths.ERRATA} 填 原因、日期、批准人；台账错了就改台账。"
        return Problem(figure.issued.draft.where, CODE, fact, hint, Severity.WARNING)
    hint = f"台账改对了的，运行 handbook errata {figure.key.year} 起草勘误；改错了的改回来。"
    return Problem(figure.where, CODE, fact, hint, Severity.ERROR)


def _changed_ledgers(handbook: Handbook, year: int) -> Iterator[Problem]:
    """A ledger changed although no number did: somebody should know."""
    now = ledger_digests(handbook, year)
    before = {one.file: one.digest for one in handbook.years[year].edition.ledgers}
    corrected = any(one.is_approved for one in handbook.years[year].errata)
    for name in sorted({*now, *before}) if not corrected else ():
        if now.get(name) != before.get(name):
            where = Where(f"{paths.DATA}/{year}/{paths.LEDGERS}/{name}")
            hint = "看一下改了什么；补记录号、备注这类不影响数的，可以保留。"
            fact = "定稿以后台账改过，定稿的数没有变"
            yield Problem(where, CODE, fact, hint, Severity.WARNING)


def _erratum(handbook: Handbook, data: YearData, erratum: Erratum) -> Iterator[Problem]:
    found = issued(data, erratum.name)
    if found is None or erratum.name not in handbook.definitions:
        hint = f"名称照 {paths.EDITION} 写。"
        fact = f"定稿的数里没有“{erratum.name}”"
        yield Problem(erratum.place("指标"), CODE, fact, hint, Severity.ERROR)
        return
    before = _value_before(data, erratum, found.record.value)
    if erratum.issued != before:
        definition = handbook.definitions[erratum.name]
        stated = "null" if before is None else number_text(definition, before)
        fact = f"“{erratum.name}”的原数写的是 {erratum.issued}，在它以前印发的是 {stated}"
        yield Problem(erratum.place("原数"), CODE, fact, f"改成 原数: {stated}。", Severity.ERROR)


def _value_before(data: YearData, erratum: Erratum, value: object) -> object:
    for earlier in data.errata[: data.errata.index(erratum)]:
        if earlier.name == erratum.name and earlier.is_approved:
            value = earlier.corrected
    return value
