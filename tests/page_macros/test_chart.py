"""图: drawn from the data alone, legible everywhere, and never a zero where nobody knows."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree, html

from macros.page_macros import MACROS_BY_NAME, MacroRefused
from macros.page_macros.drawing import Bar, bar_chart

SVG = "{http://www.w3.org/2000/svg}"
BARS = (Bar("1月", 2, "2"), Bar("2月", 0, "0"), Bar("3月", None, "", "未到"))

YEARS = {
    "data/2021/year.yml": "年份: 2021\n状态: 已定稿\n截至: 2021-12-31\n",
    "data/2021/figures.yml": "集体约谈:\n  数值: 3\n",
    "data/2023/figures.yml": "集体约谈:\n  数值: 4\n",
}
"""2022 has no folder at all."""


def drawn(bars=BARS):
    return etree.fromstring(bar_chart("集体约谈", "1月 2", bars))


class TestDrawing:
    def test_is_named_for_screen_readers(self):
        """
        The chart is one image with a name and a description in words.
        """
        root = drawn()
        title, description = root[0], root[1]

        assert "img" == root.get("role")
        assert ("集体约谈", "1月 2") == (title.text, description.text)
        assert root.get("aria-labelledby") == title.get("id")
        assert root.get("aria-describedby") == description.get("id")

    def test_scales_with_its_column(self):
        """
        The size comes from the page; only the view box is fixed.
        """
        root = drawn()

        assert root.get("viewBox")
        assert (None, None) == (root.get("width"), root.get("height"))

    def test_has_nothing_a_strict_policy_forbids(self):
        """
        No style attribute or element, no script, no reference to another host.
        """
        root = drawn()
        tags = {element.tag.removeprefix(SVG) for element in root.iter()}

        assert [] == root.xpath("//@style | //@class | //@*[contains(., '://')]")
        assert {"svg", "title", "desc", "path", "text"} == tags

    def test_heights_are_in_proportion(self):
        """
        Half the number is half the height, all on one line; zero has no height, nothing no bar.
        """
        root = drawn((Bar("1月", 4, "4"), Bar("2月", 2, "2"), Bar("3月", 0, "0"),
                      Bar("4月", None, "", "未到")))  # fmt: skip
        bars = [re.findall(r"[0-9.]+", path.get("d")) for path in root.iter(f"{SVG}path")][:-1]
        heights = [float(foot) - float(end) for _, foot, end, _, again in bars if again == foot]

        assert 0 < heights[0] == 2 * heights[1]
        assert [0] == heights[2:]

    def test_all_text_is_inside(self):
        """
        The highest number and the lowest remark are within the view box.
        """
        root = drawn()
        left, top, width, height = map(int, root.get("viewBox").split())

        for text in root.iter(f"{SVG}text"):
            assert left < float(text.get("x")) < width
            assert top + 12 <= float(text.get("y")) <= height - 4

    def test_text_cannot_become_markup(self):
        """
        What a clerk typed is shown, never run.
        """
        text = bar_chart("<b>&", '"><script>', (Bar("<i>", 1, "1"),))

        assert "<script" not in text
        assert ["<b>&", '"><script>'] == [one.text for one in etree.fromstring(text)[:2]]

    def test_needs_no_font_of_its_own(self):
        """
        Text is text, in the reader's sans-serif and in the color of the page.
        """
        texts = list(drawn().iter(f"{SVG}text"))

        assert ["2", "1月", "0", "2月", "3月", "未到"] == [text.text for text in texts]
        assert {"sans-serif"} == {text.get("font-family") for text in texts}
        assert "currentColor" == drawn().get("fill")

    def test_ids_differ_between_charts(self):
        """
        Two charts on a page never share an id.
        """
        one = bar_chart("甲", "1月 2", BARS)
        other = bar_chart("甲", "1月 3", (Bar("1月", 3, "3"),))

        ids = [set(etree.fromstring(text).xpath("//@id")) for text in (one, other)]
        assert set() == ids[0] & ids[1]

    def test_is_the_same_in_every_process(self):
        """
        A build that changes nothing changes no byte.
        """
        code = (
            "from macros.page_macros.drawing import Bar, bar_chart;"
            f"print(ascii(bar_chart('图', '表', {BARS!r})))"
        )
        root = Path(__file__).parents[2]

        def run(seed):
            environment = {**os.environ, "PYTHONHASHSEED": seed}
            command = [sys.executable, "-c", code]
            return subprocess.run(
                command, cwd=root, env=environment, capture_output=True, check=True
            ).stdout

        first, second = run("1"), run("2")
        assert first
        assert first == second


class TestPeriods:
    def test_a_figure_by_quarter(self, rows, talks):
        """
        Only the rows that the figure counts are drawn; the table says the same.
        """
        assert [
            ["第一季度", "1"],
            ["第二季度", "1"],
            ["第三季度", "0"],
            ["第四季度", "0"],
            ["合计", "2"],
        ] == rows(talks, "图", "集体约谈", 2023, 按="季度")

    def test_a_sum_by_quarter(self, rows, talks):
        """
        人次 are added up within each quarter.
        """
        assert ["5", "7", "0", "0", "12"] == [
            row[1] for row in rows(talks, "图", "约谈人次", 2023, 按="季度")
        ]

    def test_a_ledger_by_month(self, rows, talks):
        """
        For a ledger every row counts.
        """
        shown = dict(rows(talks, "图", "约谈", 2023, 按="月份"))

        assert ("1", "2", "0", "3") == tuple(shown[k] for k in ("2月", "5月", "12月", "合计"))

    def test_periods_after_as_of_are_to_come(self, rows, talks):
        """
        With data up to 30 June, the second half is not empty but still to come.
        """
        files = {**talks, "data/2023/year.yml": "年份: 2023\n状态: 编制中\n截至: 2023-06-30\n"}

        assert ["1", "1", "未到", "未到", "2"] == [
            row[1] for row in rows(files, "图", "集体约谈", 2023, 按="季度")
        ]

    @pytest.mark.parametrize("name", ["集体约谈", "约谈"])
    def test_no_ledger_gives_no_chart(self, show, name):
        """
        An empty chart would look like zero.
        """
        text = show(None, "图", name, 2023, 按="季度")

        assert "【待填】" in text
        assert "<svg" not in text

    def test_a_conflict_is_told_in_the_caption(self, show, talks):
        """
        A chart of the ledger does not settle what the typed number contradicts.
        """
        files = {**talks, "data/2023/figures.yml": "集体约谈:\n  数值: 9\n"}

        assert "台账与填报的数冲突" in show(files, "图", "集体约谈", 2023, 按="季度")

    def test_a_typed_figure_has_no_months(self, show):
        """
        A number that was typed for the year cannot be split.
        """
        files = {
            "data/figures.yml": "甲:\n  单位: 次\n  口径: 甲。\n",
            "data/2023/figures.yml": "甲:\n  数值: 1\n",
            "docs/index.md": "# 页\n",
        }
        with pytest.raises(MacroRefused, match="分不出月份和季度"):
            show(files, "图", "甲", 2023, 按="月份")

    def test_no_other_grouping(self, show, talks):
        """
        Charts are over time only.
        """
        with pytest.raises(MacroRefused, match="没有叫“对象”的分法"):
            show(talks, "图", "约谈", 2023, 按="对象")


class TestYears:
    def test_a_year_without_data_is_not_zero(self, show, rows):
        """
        The hole is named below its tick and in the table, and has no bar.
        """
        article = html.fragment_fromstring(show(YEARS, "图", "集体约谈", 2023, 按="年份"))
        texts = [element.text for element in article.iter("text")]

        assert ["3", "2021年", "2022年", "待填", "4", "2023年"] == texts
        assert [["2021年", "3次"], ["2022年", "【待填】"], ["2023年", "4次"]] == rows(
            YEARS, "图", "集体约谈", 2023, 按="年份"
        )

    def test_a_ledger_over_years(self, rows, talks):
        """
        A year without the ledger is missing, whatever its folder holds otherwise.
        """
        assert [["2021年", "【待填】"], ["2022年", "【待填】"], ["2023年", "3"]] == rows(
            {**talks, **YEARS}, "图", "约谈", 2023, 按="年份"
        )

    def test_nothing_at_all_gives_no_chart(self, show):
        """
        Where no year has a value, the page says so.
        """
        text = show(None, "图", "集体约谈", 2023, 按="年份")

        assert "【待填】" in text
        assert "<svg" not in text


class TestUses:
    def test_a_ledger_chart_uses_every_figure_counted_from_it(self, handbook):
        """
        Tracing a figure finds the charts that its rows are in.
        """
        keys = MACROS_BY_NAME["图"].figures(handbook(), "约谈", 2023, 按="月份")

        assert ["集体约谈@2023", "约谈人次@2023"] == [str(key) for key in keys]

    def test_a_chart_over_years_uses_each_year(self, handbook):
        """
        Years without a folder have no figure to trace.
        """
        keys = MACROS_BY_NAME["图"].figures(handbook(YEARS), "集体约谈", 2023, 按="年份")

        assert ["集体约谈@2021", "集体约谈@2023"] == [str(key) for key in keys]
