"""Evidence for a regulation: versions, basis, where it is cited, and what shows it is kept."""

from collections.abc import Iterator

from macros.exporting.contents import WIDE, Scope
from macros.exporting.evidence.records import records_table
from macros.exporting.table import Field, Table
from macros.figures.windows import windows
from macros.formatting import chinese_date, text_or_missing
from macros.models.cadence import Cadence
from macros.page_macros.cadence import period_name
from macros.page_macros.obligations import is_required_by
from macros.page_macros.versions import version_label
from macros.regulations.links import Citations
from macros.regulations.register import Regulation, Status, current_version

Facts = list[tuple[str, str]]
VERSIONS = (
    Field("版本", width=18),
    Field("状态"),
    Field("文号", width=20, is_expected=True),
    Field("制定机关", width=20, is_expected=True),
    Field("通过日期", is_day=True, is_expected=True),
    Field("公布日期", is_day=True, is_expected=True),
    Field("施行日期", is_day=True, is_expected=True),
    Field("废止日期", is_day=True),
    Field("文件", width=40),
)
BASIS = (Field("版本", width=18), Field("依据", width=70, is_expected=True))
CITED = (Field("在哪里", width=40), Field("引用", width=24), Field("引到", width=30))
CADENCES = (
    Field("编号", width=8),
    Field("事项", width=20),
    Field("要求", width=WIDE, is_expected=True),
    Field("周期", width=8),
    Field("强度", width=8),
    Field("核验", width=10),
    Field("台账", is_expected=True),
    Field("党组织", width=16),
    Field("期", width=14),
    Field("情况", width=14),
    Field("台账记录", width=40),
)


def regulation_facts(scope: Scope, regulation: Regulation) -> Facts:
    """Return what a regulation is and how it stands on the day up to which the data go."""
    day = scope.data.state.as_of or scope.handbook.day
    version = current_version(regulation, day)
    status = regulation.status(version, day)
    remark = "，不产生义务" if status is Status.DRAFT else ""
    return [
        ("制度", f"《{version.title}》（{regulation.id}）"),
        ("状态", f"{status.value}（按{chinese_date(day)}）{remark}"),
        ("文号", text_or_missing(version.meta.document_number)),
        ("制定机关", text_or_missing(version.meta.issuer)),
        ("归口科室", text_or_missing(version.meta.owner)),
    ]


def regulation_tables(scope: Scope, regulation: Regulation) -> Iterator[Table]:
    """Yield versions, basis, citations, frequencies, and the ledger rows that prove them."""
    day = scope.data.state.as_of or scope.handbook.day
    yield Table("版本", VERSIONS, tuple(
        (version_label(one), regulation.status(one, day).value, one.meta.document_number,
         one.meta.issuer, one.meta.adopted_on, one.meta.issued_on, one.meta.effective_on,
         one.meta.repealed_on, one.page.name)
        for one in regulation.versions
    ))  # fmt: skip
    yield Table("依据", BASIS, tuple(
        (version_label(one), basis) for one in regulation.versions
        for basis in one.meta.basis or (None,)
    ))  # fmt: skip
    yield Table("在哪里被引用", CITED, tuple(_cited(scope, regulation)))
    cadences = [one for one in scope.handbook.cadences if is_required_by(one, regulation)]
    yield Table("频次和台账", CADENCES, tuple(
        row for one in cadences for row in _windows(scope, one)
    ))  # fmt: skip
    yield from _records(scope, cadences)


def _cited(scope: Scope, regulation: Regulation) -> Iterator[tuple[str, str, str]]:
    citations = Citations(scope.handbook)
    own = {version.page.path for version in regulation.versions}
    for page in scope.handbook.pages.values():
        if page.path in own:
            continue
        for link in citations.links(page):
            if link.regulation.id == regulation.id:
                line = page.file.text.count("\n", 0, link.start) + 1
                words = page.file.text[link.start : link.end]
                yield f"{page.name}:{line}", words, link.place.anchor or "全文"


def _windows(scope: Scope, cadence: Cadence) -> Iterator[tuple[str | None, ...]]:
    about = (
        cadence.id, cadence.matter, cadence.requirement, cadence.period, cadence.strength,
        "已核验" if cadence.is_verified else "未核验",
        cadence.proof and cadence.proof.ledger,
    )  # fmt: skip
    found = list(windows(scope.handbook, cadence, scope.year))
    if not found:
        yield (*about, "—", "—", "不分期或没有台账，须由人核对", "—")
    for window in found:
        places = "、".join(map(str, window.rows)) or "—"
        period, state = period_name(window), window.state.value
        yield (*about, window.organization or "全局", period, state, places)


def _records(scope: Scope, cadences: list[Cadence]) -> Iterator[Table]:
    """Yield, per ledger, the rows of the year that prove any of the frequencies."""
    proofs = [one.proof for one in cadences if one.proof]
    for name in dict.fromkeys(proof.ledger for proof in proofs):
        ledger = scope.data.ledgers.get(name)
        if ledger is None:
            continue
        rows = {
            row
            for proof in proofs
            if proof.ledger == name and set(proof.conditions) <= set(ledger.cells)
            for row in ledger.matching(proof.conditions)
        }
        yield records_table(scope, ledger, sorted(rows), {})
