"""手册数据.xlsx: what an office gets, and that it may write in it without losing anything."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from macros.exporting.contents import Scope, blank_ledgers, tables
from macros.exporting.workbook import workbook
from macros.handbook import load_handbook
from macros.importing.ledger import Wishes, import_ledgers

LEDGER = "data/2023/ledgers/talks.csv"
HEAD = "编号,日期,类别,约谈人,对象,人数,后续,记录号,备注\r\n"
ROWS = (
    "2023-001,2023.3.5,集体约谈,甲某,乙某,8,,谈-01,\r\n"
    "2023-002,2023-04-01,个别约谈,,,1,,,+1+1\r\n"
)


def exported(root: Path, is_restricted: bool = False) -> bytes:
    """Return the workbook of 2023."""
    scope = Scope(load_handbook(root), 2023, is_restricted)
    return workbook("数据", [("年度", "2023年")], tables(scope), date(2023, 12, 31), is_restricted)


def opened(content: bytes) -> Workbook:
    """Return the workbook as a program reads it."""
    return load_workbook(io.BytesIO(content))


def cells(content: bytes, sheet: str) -> list[dict[str, object]]:
    """Return the rows of a sheet by header."""
    head, *rows = opened(content)[sheet].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def brought_in(root: Path, book: Workbook, tmp_path: Path):
    """Save the workbook, import it, return the outcome."""
    path = tmp_path / "改过.xlsx"
    book.save(path)
    return import_ledgers(root, path, 2023, Wishes())


def test_same_data_same_bytes(project):
    """Nothing of the machine or the hour goes in."""
    root = project({LEDGER: HEAD + ROWS})

    assert exported(root) == exported(root)


def test_figures_with_provenance(project):
    """Value as a number, state, rows; a gap is 【待填】 and marked."""
    gaps = cells(exported(project()), "指标")
    found = {row["指标"]: row for row in cells(exported(project({LEDGER: HEAD + ROWS})), "指标")}

    assert (30, "手工填报", "报告") == tuple(found["局党组会"][k] for k in ("数值", "状态", "来源"))
    assert (9, "台账计算", 2) == tuple(found["约谈人次"][k] for k in ("数值", "状态", "台账行数"))
    assert "data/2023/figures.yml:1" == found["局党组会"]["出处"]

    assert "【待填】" in [row["数值"] for row in gaps]


def test_gaps_name_who_owes_them(project):
    """待补 lists what is missing, why, and where to write it."""
    missing = {row["内容"]: row for row in cells(exported(project()), "待补")}["集体约谈"]

    told = tuple(missing[name] for name in ("状态", "原因", "责任科室"))
    assert ("待填", "原文空缺", "【待填】") == told


def test_for_an_office(project):
    """Frozen header, filter, dates as dates, numbers as numbers, notes at the heads."""
    sheet = opened(exported(project({LEDGER: HEAD + ROWS})))["约谈"]

    assert "B2" == sheet.freeze_panes
    assert sheet.auto_filter.ref.startswith("A1:")
    assert "yyyy-mm-dd" == sheet["B2"].number_format
    assert date(2023, 3, 5) == sheet["B2"].value.date()
    assert "发生的那一天" in sheet["B1"].comment.text
    rules = {rule.type for rule in sheet.data_validations.dataValidation}
    assert {"list", "date", "whole"} == rules


def test_names_stay_out_unless_asked_for(project):
    """With them every sheet is marked 内部, on the screen and in print."""
    root = project({LEDGER: HEAD + ROWS})
    public, internal = opened(exported(root)), opened(exported(root, is_restricted=True))

    def held(book):
        return {cell.value for sheet in book for row in sheet for cell in row}

    assert not {"甲某", "对象", "约谈人"} & held(public)
    assert {"甲某", "对象", "约谈人"} <= held(internal)
    assert all("内部" in sheet["A1"].value for sheet in internal)
    assert all("内部" == sheet.oddHeader.center.text for sheet in internal)
    assert not any(sheet.oddHeader.center.text for sheet in public)


def test_text_is_never_a_formula(project):
    """`+1+1` in a ledger stays the text it is."""
    sheet = opened(exported(project({LEDGER: HEAD + ROWS})))["约谈"]
    cell = next(cell for row in sheet for cell in row if cell.value == "+1+1")

    assert "s" == cell.data_type
    assert cell.quotePrefix


def test_unchanged_workbook_changes_nothing(project, tmp_path):
    """With or without the restricted columns, not a byte."""
    root = project({LEDGER: HEAD + ROWS})
    for is_restricted in (False, True):
        outcome = brought_in(root, opened(exported(root, is_restricted)), tmp_path)
        assert outcome.is_clean
        assert (HEAD + ROWS).encode() == (root / LEDGER).read_bytes()


def test_edit_in_the_workbook(project, tmp_path):
    """One row changed, one added below: the other row and the hidden names stay."""
    root = project({LEDGER: HEAD + ROWS})
    book = opened(exported(root))
    sheet = book["约谈"]
    head = [cell.value for cell in sheet[1]]
    sheet.cell(2, head.index("人数") + 1).value = 9
    for name, value in {"日期": date(2023, 6, 1), "类别": "个别约谈", "人数": 2}.items():
        sheet.cell(4, head.index(name) + 1).value = value
    outcome = brought_in(root, book, tmp_path)

    assert outcome.is_clean
    expected = HEAD + ROWS.replace(",8,,谈", ",9,,谈") + "2023-003,2023-06-01,个别约谈,,,2,,,\r\n"
    assert expected == (root / LEDGER).read_bytes().decode("utf-8-sig")


def test_edit_of_a_row_that_changed_meanwhile(project, tmp_path):
    """The check digits tell: neither version wins by itself."""
    root = project({LEDGER: HEAD + ROWS})
    book = opened(exported(root))
    sheet = book["约谈"]
    head = [cell.value for cell in sheet[1]]
    sheet.cell(2, head.index("人数") + 1).value = 9
    project({LEDGER: HEAD + ROWS.replace(",8,", ",7,")})

    assert not brought_in(root, book, tmp_path).is_clean
    assert ",7," in (root / LEDGER).read_text("utf-8")


def test_blank_ledgers_can_be_filled_in_and_imported(project, tmp_path):
    """Every ledger has its sheet; an empty one brings nothing in."""
    root = project()
    content = workbook("空白台账", [], blank_ledgers(), date(2023, 12, 31))
    assert 0 == brought_in(root, opened(content), tmp_path).total()

    book = opened(content)
    assert 14 == len(book.sheetnames)
    book["课题"].append([None, date(2023, 5, 1), "甲课题"])
    assert brought_in(root, book, tmp_path).is_clean
    topics = (root / "data/2023/ledgers/topics.csv").read_text("utf-8")
    assert "2023-001,2023-05-01,甲课题" in topics


TEXT = st.text("甲乙丙=+-@,'\"07\n ", max_size=6).map(lambda text: text.lstrip(" \n=@").rstrip())
"""What begins with = or @ is refused by the ledger itself."""
DAYS = st.dates(date(2023, 1, 1), date(2023, 12, 31))
NUMBERS = st.integers(0, 2000)
EDITS = st.fixed_dictionaries(
    {}, optional={"日期": DAYS, "人数": NUMBERS, "后续": st.sampled_from(["甲", None, "丁\n戊"])}
)


@st.composite
def ledgers(draw) -> list[list[str]]:
    """Draw the rows of a talks ledger."""
    count = draw(st.integers(1, 5))
    return [
        [
            f"2023-{number:03d}",
            draw(DAYS).isoformat(),
            draw(st.sampled_from(["集体约谈", "个别约谈", "集体约谈、个别约谈"])),
            *(draw(TEXT) for _ in range(2)),
            str(draw(NUMBERS)),
            *(draw(TEXT) for _ in range(3)),
        ]
        for number in range(1, count + 1)
    ]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ledgers(), st.data())
def test_round_trip_loses_nothing(project, tmp_path, rows, data):
    """Export, edit, import, export: the second workbook is the edited one, names untouched."""
    output = io.StringIO()
    csv.writer(output).writerows([HEAD.strip().split(","), *rows])
    root = project({LEDGER: output.getvalue().encode()})
    before = load_handbook(root).years[2023].ledgers["约谈"]
    book = opened(exported(root))
    sheet = book["约谈"]
    head = [cell.value for cell in sheet[1]]
    for number in range(2, len(rows) + 2):
        for name, value in data.draw(EDITS).items():
            sheet.cell(number, head.index(name) + 1).value = value
    wanted = [row[: head.index("出处")] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert brought_in(root, book, tmp_path).is_clean

    after = opened(exported(root))["约谈"].iter_rows(min_row=2, values_only=True)
    assert [_days(row) for row in wanted] == [_days(row[: head.index("出处")]) for row in after]
    names = load_handbook(root).years[2023].ledgers["约谈"].cells
    assert [before.cells[name] for name in ("约谈人", "对象")] == [names["约谈人"], names["对象"]]


def _days(row):
    return [cell.date() if hasattr(cell, "date") else cell for cell in row]


FORMATTED = ("007", "008", "009", "50%")
"""What the cells show; the old format does not let its reader see that, and the report says so."""


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_workbook_of_another_program(project, suffix):
    """Written by LibreOffice: dates, a merged day, a formula with its value."""
    root = project()
    book = Path(__file__).parent.parent / "importing/ledger/books" / f"libreoffice.{suffix}"
    outcome = import_ledgers(root, book, 2023, Wishes())

    assert outcome.is_clean, list(outcome.summary())
    rows = (root / "data/2023/ledgers/meetings.csv").read_text("utf-8-sig").splitlines()[1:]
    seven, eight, nine, half = ("7", "8", "9", "0.5") if suffix == "xls" else FORMATTED
    assert [
        f"2023-001,2023-03-05,局党组会,甲题,,7,7,,{seven},",
        f"2023-002,2023-03-05,局务会,乙题,,12,11,出差,{eight},",
        f"2023-003,2023-11-30,局党组会、专题部署,丙题,,7,6,,{nine},{half}",
    ] == rows
    assert (suffix == "xls") == ("007 读成 7" in "".join(outcome.summary()))
