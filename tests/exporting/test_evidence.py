"""`handbook evidence`: what an inspection is handed, as PDF and as Excel."""

import io
from pathlib import Path

import pdfplumber
import pytest
from openpyxl import load_workbook

MEETINGS = (
    "编号,日期,类别,议题,主持,应到,实到,缺席原因,记录号,备注\n"
    "2023-001,2023-01-05,局党组会,甲题《乙条例》第三条,,7,6,出差,会-01,\n"
    "2023-002,2023-02-05,局党组会、专题部署,,,7,7,,会-02,\n"
    "2023-003,2023-03-05,局党组会,丙题,,7,5,,,\n"
    "2023-004,2023-04-05,局党组会,丁题,,,,,会-04,\n"
    "2023-005,2023-05-05,局党组会,戊题,,7,8,,会-05,\n"
    "2023-006,2023-06-05,局务会,己题,,7,7,,会-06,\n"
)
TALKS = (
    "编号,日期,类别,约谈人,对象,人数,要求,记录号\n"
    "2023-001,2023-03-30,集体约谈,甲某,乙某,8,改,谈-1\n"
)
RULE = (
    "---\ntitle: 约谈办法\n类别: 管理\n---\n# 约谈办法\n\n"
    "第一条 制定本办法。\n\n第二条 每季度约谈。\n"
)
CADENCE = (
    "- 编号: C1\n  事项: 约谈\n  依据: 约谈办法\n  条款: 第二条\n  要求: 每季度一次\n  周期: 季度\n"
    "  强度: 本单位\n  已核验: false\n  计算:\n    台账: 约谈\n    条件:\n      类别: 集体约谈\n"
)
FILES = {
    "data/2023/ledgers/meetings.csv": MEETINGS,
    "data/2023/ledgers/talks.csv": TALKS,
    "data/cadences.yml": CADENCE,
    "docs/regulations/talks/draft.md": RULE,
    "docs/other.md": "# 其他\n\n按照《约谈办法》第二条办。\n",
}


@pytest.fixture
def made(project, run, tmp_path):
    """Return a function that makes a pack: text of each page, and the workbook."""

    def call(*arguments):
        folder = tmp_path / "out"
        status, output = run(project(FILES), "evidence", *arguments, "--year", 2023,
                             "--into", folder)  # fmt: skip
        assert 0 == status, output
        [pdf], [book] = folder.glob("*.pdf"), folder.glob("*.xlsx")
        with pdfplumber.open(pdf) as file:
            pages = [page.extract_text() for page in file.pages]
        return pages, load_workbook(io.BytesIO(book.read_bytes()))

    return call


def by_number(sheet) -> dict[str, dict[str, object]]:
    """Return the rows of a sheet by 编号."""
    head, *rows = sheet.iter_rows(values_only=True)
    return {row[head.index("编号")]: dict(zip(head, row, strict=True)) for row in rows}


def held(sheets) -> str:
    """Return all the text of a workbook, or of some of its sheets."""
    return "\n".join(str(cell.value) for sheet in sheets for row in sheet for cell in row)


def test_figure_down_to_the_filed_records(made):
    """Every row with its 记录号; what is missing says so, what contradicts is told."""
    pages, book = made("局党组会")
    rows = by_number(book["会议"])

    assert [f"2023-00{number}" for number in range(1, 6)] == list(rows)
    assert {
        "2023-001": "齐全",
        "2023-002": "齐全",
        "2023-003": "缺：缺席原因、记录号",
        "2023-004": "缺：应到、实到",
        "2023-005": "实到多于应到，须核对原件",
    } == {number: row["核对"] for number, row in rows.items()}
    assert ("无缺席", "【待填】") == (rows["2023-002"]["缺席原因"], rows["2023-003"]["记录号"])
    assert "data/2023/ledgers/meetings.csv:2" == rows["2023-001"]["出处"]
    text = "".join(pages)
    for word in ("会-01", "缺：缺席原因", "冲突", "【待填】", "内容校验码", "草", "docs/index.md"):
        assert word in text
    assert "](" not in text


def test_names_stay_out(made):
    """Neither in print nor in the workbook."""
    pages, book = made("集体约谈")

    assert "谈-1" in "".join(pages)
    assert not any(name in "".join(pages) + held(book) for name in ("甲某", "乙某", "内部"))


def test_names_on_request_mark_every_page(made):
    """And every sheet."""
    pages, book = made("集体约谈", "--restricted")

    assert "乙某" in "".join(pages)
    assert all("内部" in page for page in pages)
    assert all("内部" in sheet["A1"].value for sheet in book)


@pytest.mark.parametrize("name", ["talks", "约谈办法", "《约谈办法》"])
def test_regulation(made, name):
    """Versions, basis, where it is cited, and the ledger rows that show it is kept."""
    pages, book = made(name)

    assert "草案" in held([book["版本"]])
    assert "【待填】" in held([book["依据"]])
    assert "docs/other.md:3" in held([book["在哪里被引用"]])
    assert "data/2023/ledgers/talks.csv:2" in held([book["频次和台账"]])
    assert ["2023-001"] == list(by_number(book["约谈"]))
    assert "《约谈办法》第二条" in "".join(pages)


def test_whole_year(made):
    """All figures, all rows with the figures that count them, ledgers that do not exist."""
    pages, book = made()
    rows = by_number(book["会议"])

    assert ("局党组会", "—") == (rows["2023-002"]["计入的指标"], rows["2023-006"]["计入的指标"])
    ledgers = {row[0]: row for row in book["台账"].iter_rows(values_only=True)}
    assert (6, 3) == ledgers["会议"][1:3]
    assert "还没有这本台账" in ledgers["承诺书"]
    assert "集体约谈" in held([book["指标"]])
    assert "承诺书" in "".join(pages)


def test_same_data_same_bytes(project, run, tmp_path, monkeypatch):
    """A pack made twice is the same pack."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    root = project(FILES)
    for name in ("a", "b"):
        run(root, "evidence", "局党组会", "--year", 2023, "--into", tmp_path / name)
    first, second = (sorted((tmp_path / name).iterdir()) for name in ("a", "b"))

    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert 2 == len(first)


def test_unknown_name(project, run, tmp_path):
    """Names that are near are offered; nothing is written."""
    status, output = run(project(FILES), "evidence", "约谈人数", "--year", 2023,
                         "--into", tmp_path / "out")  # fmt: skip

    assert 1 == status
    assert "没有叫“约谈人数”的指标或制度" in output
    assert "约谈人次" in output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("folder", ["docs", "docs/evidence", "site", "data"])
def test_never_beside_what_is_published(project, run, folder):
    """Evidence may hold names."""
    root: Path = project(FILES)
    status, output = run(root, "evidence", "--year", 2023, "--into", root / folder)

    assert 2 == status
    assert "会随网站发布" in output
