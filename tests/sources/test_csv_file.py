"""The ledger reader: whatever Excel writes, with the line of every row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.problems import ProblemsFound, as_text
from macros.sources.csv_file import read_csv

NAME = "data/2023/ledgers/meetings.csv"


@pytest.fixture
def table(tmp_path):
    """Return a function that reads bytes or text as a ledger."""

    def read(content):
        path = tmp_path / "x.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_csv(path, NAME)

    return read


@pytest.fixture
def refusal(table):
    """Return a function that gives the message lines for a refused ledger."""

    def lines(content):
        with pytest.raises(ProblemsFound) as caught:
            table(content)
        return as_text(caught.value.problems)

    return lines


class TestReading:
    TEXT = "编号,议题\r\n1,学习\r\n2,约谈\r\n"

    @pytest.mark.parametrize(
        "content",
        [TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.encode("gb18030"),
         TEXT.replace("\r\n", "\n").encode(), TEXT.replace("\r\n", "\r").encode()],
        ids=["utf-8", "bom", "gb18030", "lf", "cr"],
    )  # fmt: skip
    def test_whatever_excel_writes(self, table, content):
        """Encoding and line ends make no difference."""
        read = table(content)

        assert ("编号", "议题") == read.header
        assert (("1", "2"), ("学习", "约谈")) == read.columns
        assert [2, 3] == list(read.lines)

    def test_short_gbk(self, table):
        """Two Chinese characters in GBK can be valid UTF-8; they are read as Chinese."""
        assert ("学习",) == table("学习\r\n1\r\n".encode("gbk")).header

    def test_lines_of_rows_behind_a_cell_with_line_breaks(self, table):
        """A row begins where an editor sees it begin."""
        read = table('编号,议题\n1,"学习\n约谈"\n2,整改\n')

        assert [2, 4] == list(read.lines)

    def test_blank_rows_are_left_out(self, table):
        """Excel leaves rows of commas behind; they are not events."""
        assert [2, 4] == list(table("编号,议题\n1,学习\n,\n2,约谈\n").lines)

    def test_short_rows_are_filled(self, table):
        """A row without its last cells has them blank."""
        assert (("1",), ("",)) == table("编号,议题\n1\n").columns

    @given(st.lists(st.tuples(st.text("甲乙,\"'，\n ", max_size=5), st.text("12", min_size=1))))
    def test_any_cells_come_back(self, tmp_path_factory, rows):
        """What a spreadsheet quotes is read as it was."""
        path = tmp_path_factory.mktemp("csv") / "x.csv"
        quoted = ((text.replace('"', '""'), number) for text, number in rows)
        path.write_text(
            "议题,编号\r\n" + "".join(f'"{text}",{number}\r\n' for text, number in quoted),
            encoding="utf-8",
            newline="",
        )

        read = read_csv(path, NAME)

        assert rows == list(zip(*read.columns, strict=True))


class TestMessages:
    def test_repeated_header(self, refusal):
        """Two columns of one name would hide each other."""
        assert [f"{NAME}:1: 错误 列名“议题”写了两次 [csv-header]",
                "    怎么改：删去重复的一列，或改成正确的列名。",
                ] == refusal("议题,议题\n1,2\n")  # fmt: skip

    def test_nameless_column(self, refusal):
        """A column with cells needs a name."""
        assert f"{NAME}:1: 错误 第 1 列没有列名 [csv-header]" == refusal(",议题\n1,2\n")[0]

    def test_no_header(self, refusal):
        """An empty file has no header."""
        assert f"{NAME}:1: 错误 第一行没有列名 [csv-header]" == refusal("")[0]

    def test_row_too_wide(self, refusal):
        """A comma within a text pushes cells out of the table."""
        assert [f"{NAME}:3: 错误 这一行有 3 格，列名只有 2 个 [csv-width]",
                "    怎么改：删去多出来的格；单元格里有逗号时用引号括起来。",
                ] == refusal("编号,议题\n1,学习\n2,约谈,整改\n")  # fmt: skip

    def test_open_quote(self, refusal):
        """The row is named in which the quote opens."""
        found = refusal('编号,议题\n1,学习\n2,"约谈\n3,整改\n')

        assert f"{NAME}:3: 错误 引号没有成对 [csv-syntax]" == found[0]

    def test_template_marks(self, refusal):
        """Data is never a template."""
        assert f"{NAME}:2:" in refusal("编号,议题\n1,{{ 数() }}\n")[0]

    def test_invisible_character(self, refusal):
        """What nobody can see is refused."""
        assert "U+200B" in refusal("编号,议题\n1,学\u200b习\n")[0]
