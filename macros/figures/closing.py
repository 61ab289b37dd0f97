"""Closing a year: its figures become what was issued; later differences become errata."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from macros.figures.figure import Figure, State, figures_of_year
from macros.figures.writing import plain_text
from macros.handbook import Handbook
from macros.models.edition import Edition, Erratum, IssuedFigure, LedgerDigest

EDITION_HEADER = """\
# 定稿的数：由 handbook close-year 写出，不要手改。
# 以后台账或填报的数改了，网页和印本仍印这里的数；要更正，用 handbook errata 起草勘误。

"""
ERRATA_HEADER = """\
# yaml-language-server: $schema=../schemas/errata.json
# 勘误：定稿以后发现数不对，在这里更正。
#
# 谁来填：handbook errata 起草；原因、日期、批准人由本局填。填了批准人，网页和印本才印更正的数。
# 怎么检查：保存后运行 handbook check。
#
# 写法（一处更正一段，写了就不删）：
#
# - 指标: 局党组会
#   原数: 30               更正前印发的数
#   更正为: 31
#   原因: null             批准时必填。为什么更正，依据哪份材料
#   日期: null             批准时必填。年-月-日
#   批准人: null           没有批准写 null，仍印原数
"""


def make_edition(handbook: Handbook, year: int, issued_on: date) -> Edition:
    """Return what is issued for a year whose figures are all settled.

    Args:
        handbook: with the year still open, its 截至 given.
        year: the year.
        issued_on: the day of issue.
    """
    fields = {
        "年份": year,
        "定稿日期": issued_on,
        "截至": handbook.years[year].state.as_of,
        "指标": tuple(_record(one) for one in figures_of_year(handbook, year)),
        "台账": tuple(
            LedgerDigest(文件=name, 校验码=digest)
            for name, digest in ledger_digests(handbook, year).items()
        ),
    }
    return Edition(**fields, 校验码=Edition(**fields, 校验码="-").digest())


def _record(figure: Figure) -> IssuedFigure:
    # What comes from a ledger is exact, though somebody typed 余.
    approximation = {"余": True, "": False}.get(figure.approximation, "多")
    return IssuedFigure(
        名称=figure.key.name,
        印发=plain_text(figure),
        数值=figure.value,
        约数=approximation,
        状态=figure.state.value,
    )


def ledger_digests(handbook: Handbook, year: int) -> dict[str, str]:
    """Return file name → SHA-256 of each ledger, whatever its line ends and byte order mark."""
    found = {}
    for ledger in handbook.years[year].ledgers.values():
        raw = (handbook.root / ledger.file).read_bytes().removeprefix(b"\xef\xbb\xbf")
        name = ledger.file.rpartition("/")[2]
        found[name] = hashlib.sha256(raw.replace(b"\r\n", b"\n")).hexdigest()
    return dict(sorted(found.items()))


def edition_text(edition: Edition) -> str:
    """Return the content of `edition.yml`."""
    values = edition.model_dump(by_alias=True)
    head = [f"{key}: {values[key]}" for key in ("年份", "定稿日期", "截至")]
    parts = ["\n".join(head), "指标:" + _entries(values["指标"])]
    parts += ["台账:" + _entries(values["台账"])] if values["台账"] else []
    return EDITION_HEADER + "\n".join([*parts, f"校验码: {values['校验码']}"]) + "\n"


def _entries(records: Iterable[dict[str, object]]) -> str:
    lines = []
    for record in records:
        first, *others = (f"{key}: {_scalar(value)}" for key, value in record.items())
        lines += [f"  - {first}", *(f"    {line}" for line in others)]
    return "\n" + "\n".join(lines) if lines else " []"


def _scalar(value: object) -> str:
    """Return a value as YAML: as JSON, with decimals and dates as they are."""
    is_bare = isinstance(value, (Decimal, date))
    return str(value) if is_bare else json.dumps(value, ensure_ascii=False)


def drifting(handbook: Handbook, year: int) -> Iterator[Figure]:
    """Yield each issued figure from which the data differ by now."""
    for one in figures_of_year(handbook, year):
        if one.has_drifted:
            yield one


def draft_errata(handbook: Handbook, year: int) -> list[Erratum]:
    """Return an erratum for each figure that differs and has a number, unless there is one."""
    return [
        Erratum(指标=one.key.name, 原数=one.value, 更正为=one.live.value)
        for one in drifting(handbook, year)
        if one.live.value is not None and one.live.state is not State.CONFLICT
        and (one.issued.draft is None or one.issued.draft.corrected != one.live.value)
    ]  # fmt: skip


def errata_text(before: str | None, drafts: Iterable[Erratum]) -> str:
    """Return the content of `errata.yml` with drafts added, what was there left as it is."""
    kept = [line for line in (before or ERRATA_HEADER).splitlines() if line.strip() != "[]"]
    for draft in drafts:
        values = draft.model_dump(by_alias=True)
        first, *others = (f"{key}: {_scalar(value)}" for key, value in values.items())
        kept += ["", f"- {first}", *(f"  {line}" for line in others)]
    return "\n".join(kept) + "\n"
