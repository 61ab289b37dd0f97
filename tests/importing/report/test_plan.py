"""What an import changes, what it leaves alone, and when it refuses."""

import pytest

from macros.importing.files import write_all
from macros.importing.report import import_report
from macros.problems import ProblemsFound
from tests.importing.conftest import files

REPORT = "今年以来，召开局党组会30次，召开集体约谈次，约谈干部12人次。\n"


class TestKnownFigures:
    def test_equal_value_changes_nothing(self, project, bring_in):
        """A number that agrees with the one on file only becomes a call."""
        imported = bring_in(project(), "召开局党组会30次。\n")

        assert ["局党组会"] == imported.calls()
        assert [imported.result.page] == [file.name for file in imported.result.files]

    def test_gap_of_both(self, project, bring_in):
        """A blank for a figure that is blank on file stays the same gap."""
        imported = bring_in(project(), "召开集体约谈次。\n")

        assert "召开集体约谈次。\n" == imported.text
        assert [imported.result.page] == [file.name for file in imported.result.files]

    def test_gap_on_file_is_filled(self, project, bring_in):
        """A number for a gap on file is entered, with its source, and reported."""
        imported = bring_in(project(), "召开集体约谈4次。\n")

        values = (imported.root / "data/2023/figures.yml").read_text("utf-8")
        assert (
            "集体约谈:\n  数值: 4\n  原因: 原文空缺\n  责任科室: null\n  补报期限: null\n"
            "  来源: 导入自 report-2023.txt 第一段\n"
        ) in values
        assert [True] == [figure.is_filled for figure in imported.result.figures]
        assert any("补上了数据里的空缺" in line for line in imported.result.summary())

    def test_other_value_is_a_conflict(self, project, bring_in):
        """Both numbers stay, the page shows both, the comment between entries survives."""
        root = project({
            "data/2023/figures.yml": "# 开头\n局党组会:\n  数值: 30  # 已对\n  来源: 台账\n"
            "\n# 中间\n集体约谈:\n  数值: null\n"
        })  # fmt: skip
        imported = bring_in(root, "召开局党组会31次。\n")

        assert (
            "# 开头\n局党组会:\n  数值: 30  # 已对\n  来源: 台账\n"
            "  另报:\n    - 数值: 31\n      来源: 导入自 report-2023.txt 第一段\n"
            "\n# 中间\n集体约谈:\n  数值: null\n"
        ) == (root / "data/2023/figures.yml").read_text("utf-8")
        assert [(30, (31,))] == [(one.value, one.others) for one in imported.result.conflicts]
        assert "【冲突：填报30次" in imported.text

    def test_further_conflict_is_added_once(self, project, bring_in):
        """A third number joins the list; one that is listed is not listed again."""
        root = project({
            "data/2023/figures.yml": "局党组会:\n    数值: 30\n    另报:\n        - 数值: 31\n"
            "          来源: 甲\n"
        })  # fmt: skip
        bring_in(root, "召开局党组会31次。\n召开局党组会32次。\n")

        assert (
            "局党组会:\n    数值: 30\n    另报:\n        - 数值: 31\n          来源: 甲\n"
            "        - 数值: 32\n          来源: 导入自 report-2023.txt 第二段\n"
        ) == (root / "data/2023/figures.yml").read_text("utf-8")

    def test_value_on_file_for_a_blank(self, project, bring_in):
        """The page must read as the report: the blank stays, and is listed."""
        imported = bring_in(project(), "召开局党组会次。\n")

        assert [] == imported.calls()
        assert ["此处空缺；“局党组会”已有 30，核对后再用"] == [
            doubt.reason for doubt in imported.result.doubts
        ]
        assert "召开局党组会次。\n" == imported.text

    def test_narrower_wording_is_another_figure(self, project, bring_in):
        """支部局党组会 with another number is not the 局党组会 on file."""
        imported = bring_in(project(), "乡级局党组会5次。\n")

        assert ["乡级局党组会"] == imported.calls()
        assert () == imported.result.conflicts

    def test_other_style_stays_as_typed(self, project, bring_in):
        """A number that the figure's style would write otherwise is left, and listed."""
        imported = bring_in(project(), "召开局党组会三十次。\n")

        assert [] == imported.calls()
        assert "写法与“局党组会”的样式（阿拉伯）不同" == imported.result.doubts[0].reason

    def test_approximate_value(self, project, bring_in):
        """30余 is not what the file says: left, and listed."""
        imported = bring_in(project(), "召开局党组会30余次。\n")

        assert [] == imported.calls()

    def test_counted_from_a_ledger(self, project, bring_in):
        """A number that the ledger confirms is not typed in as well; another one is a conflict."""
        ledger = "编号,日期,类别\r\n1,2023-01-05,局党组会\r\n"
        root = project({"data/2023/ledgers/meetings.csv": ledger, "data/2023/figures.yml": None})
        same = bring_in(root, "召开局党组会1次。\n", name="same.txt")
        other = bring_in(root, "召开局党组会2次。\n", name="other.txt")

        assert 1 == len(same.result.files)
        assert [(1, (2,))] == [(one.value, one.others) for one in other.result.conflicts]
        values = (root / "data/2023/figures.yml").read_text("utf-8")
        assert "局党组会:\n  数值: 2\n  来源: 导入自 other.txt 第一段\n" in values

    def test_conflict_on_file(self, project, bring_in):
        """Where the data already disagree, a number they know adds nothing; the page shows both."""
        text = "局党组会:\n  数值: 30\n  另报:\n    - 数值: 31\n      来源: 甲\n"
        imported = bring_in(project({"data/2023/figures.yml": text}), "召开局党组会31次。\n")

        assert [(30, (31,))] == [(one.value, one.others) for one in imported.result.conflicts]
        assert () == imported.result.gaps
        assert text == (imported.root / "data/2023/figures.yml").read_text("utf-8")

    def test_not_applicable(self, project, bring_in):
        """A number for what does not apply this year is a conflict."""
        root = project({"data/2023/figures.yml": "局党组会:\n  数值: null\n  不适用: 没有党组\n"})
        imported = bring_in(root, "召开局党组会2次。\n")

        assert ["局党组会"] == [one.name for one in imported.result.conflicts]
        assert () == imported.result.gaps
        assert "一处是 不适用，另一处是 2次" in "\n".join(imported.result.summary())
        assert "【冲突：" in imported.text


class TestNewFigures:
    def test_definition_and_value(self, empty, bring_in):
        """What is new is defined in the report's words, and its meaning is to be confirmed."""
        imported = bring_in(empty, "县工作总结\n受教育党员干部1,200余人次，上缴税费2.50万元。\n")

        definition = imported.handbook.definitions["受教育党员干部"]
        value = imported.handbook.years[2023].values["受教育党员干部"]
        assert ("人次", "千分位") == (definition.unit, definition.style)
        assert (
            "导入自《县工作总结》，原文：受教育党员干部1,200余人次；口径须由本单位确认。"
        ) == definition.meaning
        assert (1200, True) == (value.value, value.approximation)
        assert 2 == imported.handbook.definitions["上缴税费"].places

    def test_gap(self, empty, bring_in):
        """A blank is entered as null with the reason; 余 stays with it."""
        imported = bring_in(empty, "签订廉洁承诺书余份。\n")

        value = imported.handbook.years[2023].values["签订廉洁承诺书"]
        assert (None, True) == (value.value, value.approximation)
        assert "导入自 report-2023.txt 第一段，原文此处数字空缺" == value.reason

    def test_same_figure_twice(self, empty, bring_in):
        """The same words with the same number are one figure."""
        imported = bring_in(empty, "召开党委会24次。\n全年召开党委会24次。\n")

        assert ["党委会", "党委会"] == imported.calls()
        assert 1 == len(imported.result.figures)

    def test_two_numbers_for_one_figure(self, empty, bring_in):
        """The same words with another number contradict each other: both are shown."""
        imported = bring_in(empty, "召开党委会24次。\n全年召开党委会23次。\n")

        assert [("党委会", 24, (23,))] == [
            (one.name, one.value, one.others) for one in imported.result.conflicts
        ]

    def test_common_words_are_different_figures(self, empty, bring_in):
        """发现问题 in two paragraphs speaks of two things: no conflict."""
        imported = bring_in(empty, "督查12次，发现问题5个。\n巡察3次，发现问题9个。\n")

        assert () == imported.result.conflicts
        assert 4 == len(set(imported.calls()))

    def test_blank_where_another_place_has_the_number(self, empty, bring_in):
        """The blank is not filled from elsewhere: it stays, and is listed."""
        imported = bring_in(empty, "召开党委会次。\n全年召开党委会24次。\n")

        assert ["党委会"] == imported.calls()
        assert "召开党委会次。\n全年召开党委会24次。\n" == imported.text
        assert "此处空缺；别处的“党委会”是 24，核对后再用" == imported.result.doubts[0].reason

    def test_large_number(self, empty, bring_in):
        """The bound against slips of the key does not fall upon a large number at once."""
        imported = bring_in(empty, "实现产值12345678元。\n")

        assert 10**9 == imported.handbook.definitions["实现产值"].maximum

    def test_year_is_created(self, empty, bring_in):
        """A year without folder gets one, still being drawn up, with no date invented."""
        imported = bring_in(empty, "召开党委会24次。\n")

        state = imported.handbook.years[2023].state
        assert ("编制中", None) == (state.state, state.as_of)

    def test_report_without_figures(self, empty, bring_in):
        """Only the page is written."""
        imported = bring_in(empty, "工作总结\n今年工作很好。\n")

        assert ["docs/reports/report-2023.md"] == [file.name for file in imported.result.files]

    def test_file_that_holds_only_comments(self, project, bring_in):
        """A template is kept, entries follow it."""
        root = project({"data/figures.yml": "# 模板\n", "data/2023/figures.yml": "# 模板\n{}\n"})
        imported = bring_in(root, "召开党委会24次。\n")

        assert () == imported.handbook.problems
        assert (root / "data/figures.yml").read_text("utf-8").startswith("# 模板\n\n党委会:\n")

    def test_line_ends_and_mark_of_a_file_stay(self, project, bring_in):
        """A file saved on Windows stays as it was."""
        raw = b"\xef\xbb\xbf" + "局党组会:\r\n  单位: 次\r\n  口径: 计数。\r\n".encode()
        root = project({"data/figures.yml": raw, "data/2023/figures.yml": None})
        bring_in(root, "召开党委会24次。\n")

        after = (root / "data/figures.yml").read_bytes()
        assert after.startswith(raw)
        assert after.count(b"\n") == after.count(b"\r\n")


class TestPage:
    def test_headings_and_paragraphs(self, empty, bring_in):
        """Lines that stand alone become headings; run-in headings stay paragraphs."""
        text = (
            "某局工作总结\n一、加强领导\n（一）抓学习\n正文。\n二、抓落实。正文。\n"
            "第三部分 下一步\n三、召开会议3次\n"
        )
        imported = bring_in(empty, text)

        assert (
            "# 某局工作总结\n\n## 一、加强领导\n\n### （一）抓学习\n\n正文。\n\n"
            "二、抓落实。正文。\n\n"
            '## 第三部分 下一步\n\n三、召开会议{{ 数("召开会议", 2023) }}\n'
        ) == imported.page.file.body.lstrip("\n")
        assert text == imported.text

    def test_report_without_title(self, empty, bring_in):
        """The title of the page says what it is, and is no part of the text."""
        imported = bring_in(empty, "今年以来，工作很好。\n")

        assert "2023年报告（导入）" == imported.page.title
        assert "今年以来，工作很好。\n" == imported.text

    def test_title_of_two_lines(self, empty, bring_in):
        """The menu shows both lines."""
        imported = bring_in(empty, "某县林业局\n2023年工作总结\n\n正文。\n")

        assert "某县林业局2023年工作总结" == imported.page.meta.title

    def test_front_matter(self, empty, bring_in):
        """The page is a report of the year."""
        meta = bring_in(empty, "工作总结\n满意率98%。\n").page.meta

        assert (2023, "报告", ("满意率98%",)) == (meta.year, meta.kind, meta.doubts)

    @pytest.mark.parametrize(
        ("name", "page"),
        [
            ("Report 2023_final.txt", "report-2023-final"),
            ("工作总结.txt", "report-2023"),
            ("2023年总结.txt", "report-2023"),
        ],
    )
    def test_name(self, empty, bring_in, name, page):
        """The name of the page is ASCII: that of the file, else report and year."""
        assert f"docs/reports/{page}.md" == bring_in(empty, "正文。\n", name=name).result.page

    def test_name_given(self, empty, tmp_path):
        """The caller can name the page."""
        (tmp_path / "a.txt").write_text("正文。\n", "utf-8")

        result = import_report(empty, tmp_path / "a.txt", 2023, name="party-2023")

        assert "docs/reports/party-2023.md" == result.page


class TestRefusals:
    def test_page_exists(self, project, refused):
        """A page that is there is never overwritten."""
        root = project({"docs/reports/report-2023.md": "# 报告\n"})

        assert "docs/reports/report-2023.md:1: 错误 这个页面已经有了" in refused(root, REPORT)

    def test_invisible_character(self, empty, refused):
        """A zero-width character could hide in a number: file and line are named."""
        message = refused(empty, "正文。\n召开会议1\u200b2次。\n")

        assert "incoming/report-2023.txt:2: 错误 这一行第 6 个字符是看不见的 U+200B" in message

    @pytest.mark.parametrize("raw", [b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0", b"%PDF-1.7"])
    def test_not_text(self, empty, refused, raw):
        """Word and PDF files are named as such, with the way out."""
        assert "另存为" in refused(empty, raw)

    def test_broken_utf8(self, empty, refused):
        """A broken byte must not turn the whole report into other characters."""
        raw = "第一段。\n".encode() + "第二段，召开会议".encode()[:-1] + "12次。\n".encode()

        assert "report-2023.txt:2: 错误 文件是 UTF-8，但这一行有坏字节" in refused(empty, raw)

    def test_nothing_in_it(self, empty, refused):
        assert "没有文字" in refused(empty, " \n\n")

    def test_unreadable_data(self, project, refused):
        """Figures on file that cannot be read would be defined a second time."""
        root = project({"data/figures.yml": "局党组会:\n  单位 次\n"})

        assert "data/figures.yml:1: 错误" in refused(root, REPORT)

    def test_year_is_final(self, project, refused):
        """Numbers of a year that is closed are not changed."""
        root = project({"data/2023/year.yml": "年份: 2023\n状态: 已定稿\n截至: 2023-12-31\n"})

        assert "2023 年已定稿" in refused(root, "召开集体约谈4次。\n")

    def test_entry_on_one_line(self, project, refused):
        """An entry that nothing can be added to is named with the way out."""
        root = project({"data/2023/figures.yml": "局党组会: {数值: 30}\n"})

        assert "data/2023/figures.yml:1: 错误 “局党组会”的内容写在同一行" in refused(
            root, "召开局党组会31次。\n"
        )

    def test_bad_name(self, empty, tmp_path):
        (tmp_path / "a.txt").write_text(REPORT, "utf-8")

        with pytest.raises(ProblemsFound, match="不能用"):
            import_report(empty, tmp_path / "a.txt", 2023, name="../x")


class TestWriting:
    def test_rehearsal(self, project, tmp_path):
        """A dry run tells everything and writes nothing."""
        root = project()
        source = tmp_path / "incoming" / "r.txt"
        source.parent.mkdir()
        source.write_text(REPORT, "utf-8")
        before = files(root)

        result = import_report(root, source, 2023, dry_run=True)

        assert before == files(root)
        assert result.is_rehearsal
        assert 3 == len(result.figures)
        assert "试导入，没有写文件：incoming/r.txt → docs/reports/r.md" == next(result.summary())

    def test_all_or_nothing(self, project, tmp_path):
        """If one file cannot be written, none has changed and no folder is left behind."""
        root = project()
        source = tmp_path / "incoming" / "r.txt"
        source.parent.mkdir()
        source.write_text("召开党委会24次。\n", "utf-8")
        planned = import_report(root, source, 2023, dry_run=True).files
        (root / "docs/reports").write_text("在路上的文件", "utf-8")
        before = files(root)

        with pytest.raises(ProblemsFound):
            write_all(root, planned)

        assert before == files(root)

    def test_changed_meanwhile(self, project, tmp_path):
        """What somebody saved since the plan was made is not overwritten."""
        root = project()
        source = tmp_path / "incoming" / "r.txt"
        source.parent.mkdir()
        source.write_text("召开党委会24次。\n", "utf-8")
        planned = import_report(root, source, 2023, dry_run=True).files
        (root / "data/figures.yml").write_text("# 改过\n", "utf-8")

        with pytest.raises(ProblemsFound, match="导入期间有人改了这个文件"):
            write_all(root, planned)


def test_outcome_as_problems(project, bring_in):
    """Conflicts and doubts are reminders with file and line, for any format of output."""
    result = bring_in(project(), "召开局党组会31次。\n满意率98%。\n").result

    assert ["import-conflict", "import-doubt"] == [found.code for found in result.problems()]
    assert [1, 2] == [found.where.line for found in result.problems()]
