"""`handbook import … --as ledger`: real workbooks, the whole command."""

import zipfile
from datetime import date

import pytest
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.importing.ledger.making import HEADER, LEDGER, meeting, workbook

BOM = "\ufeff".encode()


@pytest.fixture
def bring_in(project, run, tmp_path):
    """Return a function that imports a file into 2023: exit status, output, ledger bytes."""
    root = project()

    def call(path, *options, files=None):
        project(files)
        status, output = run(root, "import", path, "--as", "ledger", "--year", 2023, *options)
        ledger = root / LEDGER
        return status, output, ledger.read_bytes() if ledger.exists() else None

    return call


def rows(content: bytes) -> list[str]:
    """Return the lines of a ledger without its header."""
    return content.decode("utf-8-sig").splitlines()[1:]


def test_new_ledger(bring_in, tmp_path):
    """Excel opens it: UTF-8 with its mark, the columns of the template."""
    book = workbook(tmp_path / "a.xlsx", [HEADER, meeting(1), meeting(2)])
    status, output, ledger = bring_in(book)

    assert 0 == status, output
    assert ledger.startswith(BOM + HEAD.replace("\n", "\r\n").encode())
    assert "2023-001,2023-03-01,局务会,议题1,,7,6,,会-1," == rows(ledger)[0]
    assert "已写入 2 行" in output


def test_twice_adds_nothing(bring_in, tmp_path):
    """Rows the ledger has are recognized, with and without 编号."""
    given = [meeting(1), meeting(2, 编号=None), meeting(3, 编号=None)]
    book = workbook(tmp_path / "a.xlsx", [HEADER, *given])
    _, _, first = bring_in(book)
    status, output, second = bring_in(book)

    assert (0, first) == (status, second)
    assert "台账已有 3" in output
    assert "没有新的内容" in output
    assert ["2023-001", "2023-002", "2023-003"] == [row[:8] for row in rows(first)]


def test_one_bad_row_and_nothing_is_written(bring_in, tmp_path):
    """All refused rows are told with place, reason and remedy."""
    bad = [meeting(2, 日期="三月五日"), meeting(3, 实到="八人"), meeting(4, 日期="2022-01-01")]
    status, output, ledger = bring_in(workbook(tmp_path / "a.xlsx", [HEADER, meeting(1), *bad]))

    assert (1, None) == (status, ledger)
    assert "a.xlsx › 会议:3（日期列）: 拒绝 日期写的是“三月五日”" in output
    assert "a.xlsx › 会议:4（实到列）: 拒绝 实到写的是“八人”" in output
    assert "a.xlsx › 会议:5（日期列）: 拒绝" in output
    assert "台账一个字都没有动" in output


def test_doubtful_rows_are_left_out_until_accepted(bring_in, tmp_path):
    """The good rows go in, the doubtful one does not; asked for, it does."""
    book = workbook(tmp_path / "a.xlsx", [HEADER, meeting(1), meeting(2, 日期="3.5")])
    status, output, ledger = bring_in(book)

    assert 1 == status
    assert 1 == len(rows(ledger))
    assert "存疑的 1 行没有导入" in output

    status, output, ledger = bring_in(book, "--accept-doubtful")
    assert 0 == status
    assert "2023-002,2023-03-05" == rows(ledger)[1][:19]


def test_rehearsal_writes_nothing(bring_in, tmp_path):
    """`--dry-run` says what would happen."""
    status, output, ledger = bring_in(workbook(tmp_path / "a.xlsx", [HEADER, meeting(1)]),
                                      "--dry-run")  # fmt: skip

    assert (0, None) == (status, ledger)
    assert "可以写入 1 行" in output


ROWS = "2023-001,2023.3.1,局务会,\"议题,1\",,7,6,,会-1,\n\n2023-009,2023-04-01,局党组会,,,,,,,注"
HEAD = "编号,日期,类别,议题,主持,应到,实到,缺席原因,记录号,备注\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_rows_that_are_there_stay_byte_for_byte(bring_in, tmp_path, encoding, line_end):
    """Order, quotes, blank lines and old ways to write a date included."""
    there = (HEAD + ROWS).replace("\n", line_end).encode(encoding)
    book = workbook(tmp_path / "a.xlsx", [HEADER, meeting(2)])
    _, _, ledger = bring_in(book, files={LEDGER: there})

    added = f"{line_end}2023-002,2023-03-02,局务会,议题2,,7,6,,会-2,{line_end}"
    kept = "gb18030" if encoding == "gb18030" else "utf-8-sig"
    assert there.removeprefix(BOM) + added.encode("gb18030" if kept == "gb18030" else "utf-8") == (
        ledger.removeprefix(BOM)
    )
    assert (kept == "utf-8-sig") == ledger.startswith(BOM)


def test_same_number_other_content_is_doubtful(bring_in, tmp_path):
    """Another clerk's 2023-001 must not overwrite ours; accepted, it corrects the row only."""
    there = {LEDGER: HEAD + ROWS}
    book = workbook(tmp_path / "a.xlsx", [HEADER, meeting(1, 议题="议题,1", 实到=7)])
    status, output, ledger = bring_in(book, files=there)

    assert (1, (HEAD + ROWS).encode()) == (status, ledger)
    assert "已有编号“2023-001”，内容不同：实到“6”→“7”" in output

    _, _, ledger = bring_in(book, "--accept-doubtful")
    assert (HEAD + ROWS.replace(",7,6,", ",7,7,")).encode() == ledger.removeprefix(BOM)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([meeting(1), meeting(1)], "只记一次"),
        ([meeting(1), meeting(1, 议题="别的")], "编号“2023-001”在这次导入里已用过"),
        ([meeting(1, 编号=None), meeting(1, 编号=None)], "和第 2 行完全相同"),
        ([meeting(1), meeting(1, 编号="2023-007")], "和第 2 行完全相同"),
    ],
)
def test_duplicate_rows_in_the_file(bring_in, tmp_path, given, told):
    """A copy of a row is never a second event by itself."""
    _, output, ledger = bring_in(workbook(tmp_path / "a.xlsx", [HEADER, *given]))

    assert told in output
    assert ledger is None or 1 == len(rows(ledger))


def test_sheet_of_an_office(bring_in, tmp_path):
    """Title above, header in two rows, other names, sums and signatures below, empty rows."""

    def merge(sheet):
        for block in ("A1:H1", "E2:F2", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "G2:G3", "A7:H7"):
            sheet.merge_cells(block)

    given = [
        ["某局会议登记"],
        ["序号", "会议时间", "会议类别", "会议议题", "参加情况", None, "档案号", "备注"],
        [None, None, None, None, "应到（人）", "实到（人）", None, None],
        [1, "3月1日", "局务会", "甲", 7, 6, "会-1", None],
        [None] * 8,
        [2, "3月2日", "局务会", "乙", 7, 7, "会-2", None],
        ["第二季度"],
        [3, "5月2日", "局务会", "丙", 7, 7, "会-3", None],
        ["合  计", None, None, None, 21, 20, None, None],
        ["填表人：甲", None, None, "审核：乙"],
    ]
    status, output, ledger = bring_in(workbook(tmp_path / "a.xlsx", given, "Sheet1", merge),
                                      "--ledger", "会议")  # fmt: skip

    assert 0 == status, output
    assert [
        "2023-001,2023-03-01,局务会,甲,,7,6,,会-1,",
        "2023-002,2023-03-02,局务会,乙,,7,7,,会-2,",
        "2023-003,2023-05-02,局务会,丙,,7,7,,会-3,",
    ] == rows(ledger)
    for number in (7, 9, 10):
        assert f"第 {number} 行没有导入" in output


def test_merged_cells(bring_in, tmp_path):
    """A day for several rows is meant for each; a number of people is not; an 编号 cannot be."""

    def merge(sheet):
        sheet.merge_cells("B2:B3")
        sheet.merge_cells("E4:E5")

    given = [meeting(1), meeting(2, 日期=None), meeting(3), meeting(4, 应到=None)]
    status, output, ledger = bring_in(workbook(tmp_path / "a.xlsx", [HEADER, *given],
                                               change=merge))  # fmt: skip

    assert 1 == status
    assert ["2023-03-01", "2023-03-01", "2023-03-03"] == [row[9:19] for row in rows(ledger)]
    assert "会议:5（应到列）: 存疑" in output
    assert "合并的格，往下每行都填上" in output


def test_hidden_rows_columns_and_sheets(bring_in, tmp_path):
    """Each is told: rows are doubtful, columns are read, sheets are not."""

    def hide(sheet):
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["H"].hidden = True
        sheet.parent.create_sheet("学习").sheet_state = "hidden"
        sheet.parent["学习"]["A1"] = "编号"

    given = [meeting(1, 备注="注"), meeting(2)]
    status, output, ledger = bring_in(workbook(tmp_path / "a.xlsx", [HEADER, *given],
                                               change=hide))  # fmt: skip

    assert 1 == status
    assert ["2023-001,2023-03-01,局务会,议题1,,7,6,,会-1,注"] == rows(ledger)
    assert "会议:3: 存疑 这一行是隐藏的" in output
    assert "隐藏的列照样读了：备注" in output
    assert "学习：这张表是隐藏的" in output


def test_words_tell_which_ledger_it_is(bring_in, tmp_path):
    """Several ledgers have these columns, one allows this word; without one the clerk is asked."""
    head = ["日期", "类别", "备注"]
    told = workbook(tmp_path / "a.xlsx", [head, ["2023-03-05", "局务会", None]], "Sheet1")
    open_ = workbook(tmp_path / "b.xlsx", [head, ["2023-03-05", "其他", None]], "Sheet1")

    assert 0 == bring_in(told)[0]
    assert "看不出是哪本台账" in bring_in(open_)[1]
    assert 0 == bring_in(open_, "--ledger", "会议")[0]


def test_whole_column_merged(bring_in, tmp_path):
    """A slip of the mouse: told at once instead of read for minutes."""
    path = workbook(tmp_path / "a.xlsx", [HEADER, meeting(1)],
                    change=lambda sheet: sheet.merge_cells("B2:B3"))  # fmt: skip
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    with zipfile.ZipFile(path, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content.replace(b"B2:B3", b"B2:B1048576"))
    status, output, ledger = bring_in(path)

    assert (1, None) == (status, ledger)
    assert "合并的格占了 1048575 格" in output


def test_csv_with_an_open_quote(bring_in, tmp_path):
    """The rows behind it would be swallowed by one cell."""
    path = tmp_path / "会议.csv"
    path.write_text('日期,类别,议题\n3月1日,局务会,"甲\n3月2日,局务会,乙\n', "utf-8")
    status, output, ledger = bring_in(path)

    assert (1, None) == (status, ledger)
    assert "会议.csv:2: 错误" in output


def test_struck_rows(bring_in, tmp_path):
    """A line through an entry cancels it on paper; nobody knows what it means here."""

    def strike(sheet):
        sheet["D3"].font = Font(strike=True)

    given = [meeting(1), meeting(2)]
    book = workbook(tmp_path / "a.xlsx", [HEADER, *given], change=strike)
    status, output, ledger = bring_in(book)

    assert (1, 1) == (status, len(rows(ledger)))
    assert "会议:3: 存疑 这一行划了删除线" in output


def test_column_the_ledger_did_not_have(bring_in, tmp_path):
    """The header grows; the rows above stay as they were typed."""
    there = "编号,日期,类别\n2023-009,2023.4.1,局务会\n"
    book = workbook(tmp_path / "a.xlsx", [HEADER, meeting(1)])
    _, _, ledger = bring_in(book, files={LEDGER: there})

    assert [
        "编号,日期,类别,议题,应到,实到,记录号",
        "2023-009,2023.4.1,局务会",
        "2023-001,2023-03-01,局务会,议题1,7,6,会-1",
    ] == ledger.decode("utf-8-sig").splitlines()


def test_csv_with_a_title_above(bring_in, tmp_path):
    """The separator is told from more than the first line."""
    path = tmp_path / "会议.csv"
    given = "某局会议台账\n日期\t类别\t议题\n3月1日\t局务会\t甲, 乙\n"
    path.write_bytes(given.encode("gbk"))
    status, output, ledger = bring_in(path)

    assert 0 == status, output
    assert ['2023-001,2023-03-01,局务会,"甲, 乙",,,,,,'] == rows(ledger)


def test_1904(bring_in, tmp_path):
    """A workbook of an old Macintosh."""

    def old(sheet):
        sheet.parent.epoch = CALENDAR_MAC_1904

    book = workbook(tmp_path / "a.xlsx", [HEADER, meeting(1, 日期=date(2023, 3, 5))], change=old)
    assert "2023-03-05" == rows(bring_in(book)[2])[0][9:19]


def test_unknown_column_is_never_dropped_in_silence(bring_in, tmp_path):
    """Its content would be lost: it is refused until the clerk says so."""
    given = [[*HEADER, "地点"], [*meeting(1), "三楼"]]
    book = workbook(tmp_path / "a.xlsx", given)
    status, output, ledger = bring_in(book)

    assert (1, None) == (status, ledger)
    assert "没有“地点”这一列，里面有 1 格内容" in output

    status, output, ledger = bring_in(book, "--ignore", "地点")
    assert 0 == status
    assert "没有导入的列：地点" in output


def test_several_sheets(bring_in, tmp_path):
    """Each goes into its ledger; a sheet that is none is told."""

    def more(sheet):
        book = sheet.parent
        book.create_sheet("2023年约谈台账").append(["日期", "类别", "约谈对象", "人数"])
        book["2023年约谈台账"].append(["2023-05-01", "集体约谈", "甲、乙", 2])
        book.create_sheet("说明")["A1"] = "随便写写"
        book.create_sheet("Sheet3")

    book = workbook(tmp_path / "a.xlsx", [HEADER, meeting(1)], change=more)
    status, output, _ = bring_in(book)

    assert 0 == status, output
    assert "已写入 2 行" in output
    assert "说明：不像台账" in output
    assert "Sheet3" not in output


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_csv(bring_in, tmp_path, encoding, separator):
    """As Excel and WPS save it on a Chinese Windows, and as other systems do."""
    path = tmp_path / "会议台账.csv"
    given = [[str(cell or "") for cell in row] for row in (HEADER, meeting(1))]
    path.write_bytes("\r\n".join(separator.join(row) for row in given).encode(encoding))
    status, output, ledger = bring_in(path)

    assert 0 == status, output
    assert ["2023-001,2023-03-01,局务会,议题1,,7,6,,会-1,"] == rows(ledger)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "文件里没有内容"),
        (b"PK\x03\x04rubbish", "文件损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rubbish", "文件损坏"),
        (b"<html><table></table></html>", "这是网页"),
        ("随便,写写\n1,2\n".encode(), "没有认出一张台账"),
    ],
)
def test_files_that_are_no_ledgers(bring_in, tmp_path, content, told):
    """Told in one line; nothing is written."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    status, output, ledger = bring_in(path)

    assert (1, None) == (status, ledger)
    assert told in output


def test_closed_year_is_refused(bring_in, tmp_path):
    """What is issued does not change by an import."""
    closed = {"data/2023/year.yml": "年份: 2023\n状态: 已定稿\n截至: 2023-12-31\n"}
    status, output, _ = bring_in(workbook(tmp_path / "a.xlsx", [HEADER, meeting(1)]),
                                 files=closed)  # fmt: skip

    assert 1 == status
    assert "2023 年已定稿" in output


def test_year_is_asked_for(project, run, tmp_path):
    """A ledger is of one year."""
    book = workbook(tmp_path / "a.xlsx", [HEADER, meeting(1)])

    assert 2 == run(project(), "import", book)[0]


def test_very_wide_sheet(bring_in, tmp_path):
    """A stray mark in the last column is told, and takes no time."""

    def stray(sheet):
        sheet["XFD2"] = "x"

    status, output, _ = bring_in(workbook(tmp_path / "a.xlsx", [HEADER, meeting(1)], change=stray))

    assert 1 == status
    assert "第 16384 列没有列名，有 1 格内容" in output
