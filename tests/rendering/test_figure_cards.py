"""Numbers as links to the page of their figure, and the cards that tell what is known of them."""

import json
import re

import pytest

from macros.rendering.figure_cards import cards, linked_numbers
from macros.rendering.site import render_site

TALKS = "编号,日期,类别,人数,约谈人\r\n2023-001,2023-03-20,集体约谈,12,甲某某\r\n"
TALKS_FILE = "data/2023/ledgers/talks.csv"


def linked(loaded, path):
    return linked_numbers(loaded, path, render_site(loaded).pages[path].converted.html)


@pytest.fixture
def card(handbook):
    """Return a function: files, name → title and facts of the card of 2023."""

    def read(files=None, name="集体约谈"):
        loaded = handbook(files)
        scripts = dict(cards(loaded))
        script = scripts[loaded.figure_paths[name].replace(".md", ".js")]
        call = re.fullmatch(r"handbookFigure\((\".*?\"),(.*)\)\n", script)
        assert name == json.loads(call[1])
        found = json.loads(call[2])["2023"]
        return found["title"], dict(map(tuple, found["facts"]))

    return read


class TestLinks:
    def test_lead_to_the_year_on_the_page_of_the_figure(self, handbook):
        """Without scripts, too, a number leads to what is known of it."""
        files = {"docs/a/b.md": '# 甲\n\n开会{{ 数("局党组会", 2023) }}。\n'}

        assert (
            '开会<a class="figure" href="../data/figures/ju-dang-zu-hui.html#2023年"'
            ' data-figure="局党组会@2023">30次</a>。'
        ) in linked(handbook(files), "a/b.md")

    def test_gap_keeps_its_mark(self, handbook):
        """A missing number is a link that still cannot be overlooked."""
        files = {"docs/a.md": '# 甲\n\n约谈{{ 数("集体约谈", 2023) }}。\n'}

        assert (
            '<a class="figure missing" href="data/figures/ji-ti-yue-tan.html#2023年"'
            ' data-figure="集体约谈@2023"><mark class="missing">【待填】</mark>次</a>'
        ) in linked(handbook(files), "a.md")

    def test_none_to_the_page_itself(self, handbook):
        """On its own page a number leads nowhere."""
        assert 'class="figure"' not in linked(handbook(), "data/figures/ju-dang-zu-hui.md").replace(
            '<span class="figure"', ""
        )


class TestCards:
    def test_gap(self, card):
        """Reason, owner and due date; what nobody knows is 【待填】 there, too."""
        title, facts = card()

        assert "集体约谈（2023年）：【待填】次" == title
        assert {"状态": "待填", "截至": "2023年12月31日", "原因": "原文空缺",
                "责任科室": "【待填】", "补报期限": "【待填】",
                "口径": "当年召开的集体约谈，按次计。"} == facts  # fmt: skip

    def test_counted(self, card):
        """How many rows, and nothing of what they say."""
        title, facts = card({TALKS_FILE: TALKS})

        assert "集体约谈（2023年）：1次" == title
        assert "台账“约谈”计入1行" == facts["记录"]
        assert "甲某某" not in str(facts)

    def test_verified(self, card):
        """Who compared it with the originals, and when."""
        values = "局党组会:\n  数值: 30\n  核实人: 某甲\n  核实日期: 2024-01-08\n"
        _, facts = card({"data/2023/figures.yml": values}, "局党组会")

        assert ("已核实", "某甲，2024年1月8日") == (facts["状态"], facts["核实"])

    def test_conflict(self, card):
        """Both values, and who claims each."""
        values = "集体约谈:\n  数值: 3\n  来源: 报告\n"
        _, facts = card({"data/2023/figures.yml": values, TALKS_FILE: TALKS})

        assert ("3次", "1次") == (facts["冲突的一方：填报"], facts["冲突的一方：台账"])
