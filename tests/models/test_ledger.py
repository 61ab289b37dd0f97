"""Ledgers: every cell checked against its column, with the row an editor sees in Excel."""

from datetime import date

import pytest

from macros.handbook import load_handbook
from macros.models.ledger import Ledger
from macros.models.ledger_kinds import LEDGER_KINDS
from macros.problems import as_text

MEETINGS = "data/2023/ledgers/meetings.csv"
HEADER = "编号,日期,类别,议题,应到,实到\r\n"


@pytest.fixture
def meetings(handbook):
    """Return a function that loads rows as the meetings of 2023."""

    def load(rows: str, header: str = HEADER):
        return handbook({MEETINGS: header + rows})

    return load


def ledger(loaded) -> Ledger:
    """Return the meetings of 2023."""
    return loaded.years[2023].ledgers["会议"]


class TestCells:
    def test_values(self, meetings):
        """Dates are dates, counts numbers, choices tuples; blank cells are None."""
        loaded = meetings("2023-001,2023/3/5,局党组会、专题部署,学习,9,\r\n")

        assert () == loaded.problems
        assert [date(2023, 3, 5), ("局党组会", "专题部署"), "学习", 9, None] == [
            ledger(loaded).cells[name][0] for name in ("日期", "类别", "议题", "应到", "实到")
        ]

    def test_columns_that_a_file_leaves_out(self, meetings):
        """An optional column may be missing; its cells are blank."""
        assert (None,) == ledger(meetings("1,2023-03-05,局党组会,学习,,\r\n")).cells["备注"]

    def test_no_rows(self, meetings):
        """A ledger with a header only is there, and empty."""
        assert 0 == len(ledger(meetings("")))

    @pytest.mark.parametrize(
        ("row", "column", "fact"),
        [
            (",2023-03-05,局党组会,,,", "编号", "编号没有填"),
            ("1,,局党组会,,,", "日期", "日期没有填"),
            ("1,2023-02-30,局党组会,,,", "日期", "日期写的是“2023-02-30”"),
            ("1,3月5日,局党组会,,,", "日期", "日期写的是“3月5日”"),
            ("1,45000,局党组会,,,", "日期", "日期写的是“45000”"),
            ("1,2022-03-05,局党组会,,,", "日期", "日期写的是“2022-03-05”"),
            ("1,2023-03-05,党组会议,,,", "类别", "类别写的是“党组会议”"),
            ("1,2023-03-05,局党组会，专题部署,,,", "类别", "类别写的是“局党组会，专题部署”"),
            ("1,2023-03-05,局党组会,,九,", "应到", "应到写的是“九”"),
            ("1,2023-03-05,局党组会,,９,", "应到", "应到写的是“９”"),
            ("1,2023-03-05,局党组会,,9.5,", "应到", "应到写的是“9.5”"),
            ("1,2023-03-05,局党组会,,-9,", "应到", "应到写的是“-9”"),
            ("1,2023-03-05,局党组会,,09,", "应到", "应到写的是“09”"),
            ("1,2023-03-05,局党组会,,待定,", "应到", "应到写的是“待定”"),
        ],
    )
    def test_refusals(self, meetings, row, column, fact):
        """A cell that does not fit its column is named by row and column."""
        loaded = meetings(f"0,2023-01-05,局务会,,,\r\n{row}\r\n")

        assert "会议" not in loaded.years[2023].ledgers
        assert (f"{MEETINGS}:3（{column}列）", fact) == (
            str(loaded.problems[0].where), loaded.problems[0].fact
        )  # fmt: skip


class TestMessages:
    @pytest.mark.parametrize(
        ("content", "message"),
        [
            pytest.param(
                HEADER + "1,2023-03-05,局党组会,,九,\r\n",
                [f"{MEETINGS}:2（应到列）: 错误 应到写的是“九” [ledger-cell]",
                 "    怎么改：只写半角阿拉伯数字，如 12；不知道就留空，不写“待定”“—”。"],
                id="count",
            ),
            pytest.param(
                HEADER + "1,2023-03-05,局党组会,,,\r\n1,2023-03-06,局务会,,,\r\n",
                [f"{MEETINGS}:3（编号列）: 错误 编号“1”已在第 2 行用过 [ledger-id]",
                 "    怎么改：同一件事只记一行；不同的事换一个没有用过的编号。"],
                id="repeated id",
            ),
            pytest.param(
                "编号,日期,会议类别\r\n",
                [f"{MEETINGS}:1: 错误 台账“会议”没有“会议类别”这一列 [ledger-header]",
                 "    怎么改：这本台账的列：编号、日期、类别、议题、主持、应到、实到、缺席原因、"
                 "记录号、备注。",
                 f"{MEETINGS}:1: 错误 台账“会议”缺少“类别”一列 [ledger-header]",
                 "    怎么改：补上这一列；空表在 data/templates/meetings.csv。"],
                id="header",
            ),
        ],
    )  # fmt: skip
    def test_lines(self, handbook, content, message):
        """One mistake, two lines."""
        assert message == as_text(handbook({MEETINGS: content}).problems)


class TestMatching:
    ROWS = (
        "1,2023-03-05,局党组会,,,\r\n2,2023-03-06,局党组会、专题部署,,,\r\n3,2023-03-07,局务会,,,\r\n"
    )

    @pytest.mark.parametrize(
        ("conditions", "rows"),
        [
            ({}, [0, 1, 2]),
            ({"类别": "局党组会"}, [0, 1]),
            ({"类别": ("专题部署", "局务会")}, [1, 2]),
            ({"类别": "局党组会", "编号": "2"}, [1]),
            ({"类别": "其他"}, []),
        ],
    )
    def test_rows(self, meetings, conditions, rows):
        """All conditions hold; a cell of several words meets each of them."""
        assert rows == ledger(meetings(self.ROWS)).matching(conditions)

    def test_place_of_a_row(self, meetings):
        """A row is found again where it stands in the file."""
        assert f"{MEETINGS}:3" == str(ledger(meetings(self.ROWS)).where(1))


class TestKinds:
    def test_every_ledger_has_its_keys(self):
        """Each ledger identifies its rows and dates them; names and files are unique."""
        assert all(kind.column("编号") and kind.column("日期") for kind in LEDGER_KINDS)
        assert len(LEDGER_KINDS) == len({kind.name for kind in LEDGER_KINDS})
        assert len(LEDGER_KINDS) == len({kind.file for kind in LEDGER_KINDS})

    def test_empty_ledger_of_every_kind(self, project):
        """A file with only the header of its kind loads without a word."""
        files = {
            f"data/2023/ledgers/{kind.file}": ",".join(column.name for column in kind.columns)
            for kind in LEDGER_KINDS
        }
        loaded = load_handbook(project(files))

        assert () == loaded.problems
        assert {kind.name for kind in LEDGER_KINDS} == set(loaded.years[2023].ledgers)
