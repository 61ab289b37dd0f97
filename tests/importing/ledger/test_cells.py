"""One cell after the other, as Excel and people write it."""

from datetime import date, datetime, time

import pytest

from macros.importing.ledger.cells import read_cell
from macros.importing.ledger.sheet import CellError, Sheet
from macros.models.ledger_kinds import ledger_kind

MEETINGS = ledger_kind("会议")


def read(name: str, value: object, number_format: str = "", **sheet: object):
    """Return the reading of a cell of the meetings ledger of 2023."""
    formats = {(0, 0): number_format} if number_format else {}
    held = Sheet("会议", [[value]], [1], formats=formats, **sheet)
    return read_cell(MEETINGS.column(name), held, (0, 0), 2023)


@pytest.mark.parametrize(
    "value",
    [
        date(2023, 3, 5),
        datetime(2023, 3, 5, 14, 30),
        44990,
        44990.0,
        20230305,
        "20230305",
        "2023.3.5",
        "2023/3/5",
        "2023 - 3 - 5",
        "２０２３年３月５日",
        "2023年3月5日（星期日）",
        "2023-03-05 09:00:00",
        "2023年3月5日上午9时",
        "3月5日",
        "3月5号",
        " 2023-03-05 ",
    ],
)
def test_dates_that_can_only_mean_one_day(value):
    """However it is written, the ledger holds 2023-03-05."""
    reading = read("日期", value)

    assert ("2023-03-05", "", "") == (reading.text, reading.doubt, reading.refusal)


def test_serial_numbers_of_a_macintosh_workbook():
    """1904 is the first year there: the same number is a day four years later."""
    assert "2023-03-05" == read("日期", 44990 - 1462, starts_1904=True).text


@pytest.mark.parametrize(
    "value",
    ["三月五日", "2023年3月", "2023-02-30", "3月5日至7日", "3/5/2023", 3.5, 7, True, time(9),
     "待定", "2022-03-05", date(2024, 3, 5)],
)  # fmt: skip
def test_dates_that_are_refused(value):
    """No day is guessed, and a day of another year belongs elsewhere."""
    assert read("日期", value).refusal


@pytest.mark.parametrize("value", ["3.5", "3-5", "23.3.5", "2023年3月5日（星期一）"])
def test_dates_that_a_person_must_confirm(value):
    """Read as the likely day, and marked."""
    reading = read("日期", value)

    assert "2023-03-05" == reading.text
    assert reading.doubt


@pytest.mark.parametrize(
    "value", [12, 12.0, "12", "１２", " 12 ", "12人", "12 人次", "012", "12.0"]
)
def test_counts(value):
    """A number however typed, with or without its unit."""
    assert "12" == read("实到", value).text


def test_count_with_thousands():
    """A comma between thousands is no decimal point."""
    assert "1200" == read("实到", "1,200").text


@pytest.mark.parametrize("value", ["八人", "约8人", 8.5, -1, "8-9", "—", "全体", True, "8+2"])
def test_counts_that_are_refused(value):
    """Nothing is rounded, estimated or added up."""
    assert read("实到", value).refusal


def test_percent_is_no_count():
    """Half is not 0.5 people."""
    assert "百分数" in read("实到", 0.5, "0%").refusal


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("007", "", "007"),
        (7, "000", "007"),
        (7, "", "7"),
        (7.0, "", "7"),
        (0.125, "0.0%", "12.5%"),
        (1.5, "", "1.5"),
        (" 会-01 ", "", "会-01"),
        ("会\u200b-01\u00a0", "", "会-01"),
        ("第一行\r\n第二行", "", "第一行\n第二行"),
    ],
)
def test_words(value, number_format, text):
    """What is seen in the cell is what the ledger holds."""
    assert text == read("记录号", value, number_format).text


@pytest.mark.parametrize(
    "value", [123456789012345678, 1.2e19, date(2023, 3, 5), time(9), True, "+86", "-甲"]
)
def test_words_that_excel_may_have_changed(value):
    """A long number has lost its end, 3-5 has become a day."""
    assert read("记录号", value).doubt


@pytest.mark.parametrize("value", ["=1+1", "@甲"])
def test_formulas_are_refused(value):
    """Text that a spreadsheet would compute is refused by the ledger itself."""
    assert read("记录号", value).refusal


@pytest.mark.parametrize("name", ["编号", "日期", "类别", "实到", "备注"])
@pytest.mark.parametrize("value", [CellError("#N/A"), CellError("#REF!")])
def test_errors_are_refused(name, value):
    """A formula that failed is no content, in whichever column."""
    assert str(value) in read(name, value).refusal


@pytest.mark.parametrize("name", ["编号", "日期", "类别", "实到", "备注"])
@pytest.mark.parametrize("value", ["同上", "〃", "【待填】"])
def test_ditto_marks_and_gaps_are_no_content(name, value):
    """They are never taken without a word."""
    reading = read(name, value)

    assert str(value) in reading.refusal + reading.doubt


def test_formula_that_was_never_computed():
    """A program wrote it and no one opened it since: its value is not known."""
    assert read("备注", None, formulas=frozenset({(0, 0)})).doubt


@pytest.mark.parametrize(
    "value",
    ["局党组会,专题部署", "局党组会，专题部署", "局党组会 、 专题部署", "局党组会/专题部署"],
)
def test_several_choices(value):
    """Whatever stands between them becomes 、."""
    assert "局党组会、专题部署" == read("类别", value).text


def test_choice_that_is_not_allowed():
    """The allowed words are told."""
    reading = read("类别", "党组会")

    assert "党组会" in reading.refusal
    assert "局党组会" in reading.remedy


def test_template_marks_are_refused():
    """No workbook brings a macro in."""
    assert read("备注", "{{ 数 }}").refusal
