"""Every macro: documented, harmless with wrong arguments, one line, escaped, discreet."""

import re

import pytest
from lxml import html

from macros.page_macros import MACROS_BY_NAME, PAGE_MACROS, MacroRefused
from macros.rendering.document import to_html
from macros.rendering.usage import find_uses

CALLS = {
    "数": [("集体约谈", 2023)],
    "截至": [(2023,)],
    "指标表": [(2023,)],
    "指标说明": [("集体约谈",), ("约谈对象数",)],
    "产生自": [("集体约谈", 2023), ("约谈人次", 2023), ("要点数", 2023), ("约谈对象数", 2023)],
    "台账表": [("约谈", 2023, by) for by in ("类别", "对象类别", "月份", "季度")],
    "图": [(name, 2023, by) for name in ("约谈", "约谈人次") for by in ("月份", "季度", "年份")],
    "待补清单": [(2023,)],
    "频次表": [()],
    "履行情况": [(2023,), (2023, "集体约谈")],
    "要点表": [(2023,)],
    "责任清单表": [(2023,)],
    "整改表": [(2023,)],
    "下一步表": [(2023,)],
    "组织表": [()],
    "制度一览": [()],
    "现行有效": [(), ("2023-06-30",)],
    "废止清单": [()],
    "清理到期": [()],
    "效力": [("talks", "draft"), ("talks", "2020-01-01")],
    "修订对照": [("talks", "2020-01-01", "draft")],
    "义务对照": [("talks", 2023)],
    "术语表": [()],
    "数据字典": [()],
    "字段表": [("约谈",), ("figures",)],
    "概览": [(2023,)],
    "本月事项": [()],
    "印本": [()],
    "留白": [(3,)],
}
"""Calls that show everything each macro can show of the project below."""

EVIL = "<script>alert(1)</script>&\"'|*_[x](y)"

FIGURES = f"""集体约谈:
  单位: 次
  口径: '{EVIL.replace("'", "''")}'
  计算: {{台账: 约谈, 条件: {{类别: 集体约谈}}}}
约谈人次:
  单位: 人次
  口径: 人数之和。
  计算: {{台账: 约谈, 方式: 合计, 列: 人数}}
约谈对象数:
  单位: 人
  口径: 不同的对象。
  计算: {{台账: 约谈, 方式: 去重, 列: 对象, 条件: {{约谈人: 甲某某}}}}
要点数:
  单位: 项
  口径: 要点的条目。
  计算: {{台账: 要点}}
"""


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


@pytest.fixture
def files(talks):
    """Return a project in which every kind of record holds the letters that break HTML."""
    evil = quoted(EVIL)
    return {
        **talks,
        "data/figures.yml": FIGURES,
        "data/2023/figures.yml": f"集体约谈:\n  数值: 9\n  来源: {evil}\n",
        "data/organization.yml": f"名称: {evil}\n",
        "data/terms.yml": f"术语:\n  - 词: {evil}\n    释义: {evil}\n",
        "data/cadences.yml": (
            f"- 编号: C1\n  事项: 集体约谈\n  适用: {evil}\n  依据: {evil}\n  周期: 季度\n"
            "  强度: 本单位\n  已核验: false\n  计算: {台账: 约谈, 条件: {对象: 乙某某}}\n"
        ),
        "data/2023/work-points.yml": (
            f"名称: {evil}\n方面:\n  - 序号: 1\n    标题: {evil}\n"
            f"要点:\n  - 序号: 1\n    方面: 1\n    任务: {evil}\n"
        ),
        "data/2023/responsibilities.yml": (
            f"责任清单: {{名称: {evil}, 条目: [{{序号: 1, 责任事项: {evil}}}]}}\n"
            f"责任书: {{名称: {evil}}}\n承诺书: {{名称: {evil}}}\n"
        ),
        "data/2023/rectifications.yml": (
            f"问题:\n  - {{编号: '1', 来源: {evil}, 问题: {evil}, 表现: [{evil}]}}\n"
            f"下一步:\n  - {{序号: 1, 内容: {evil}}}\n"
        ),
        "docs/index.md": "# 首页\n",
        "docs/regulations/talks/draft.md": (
            f"---\ntitle: {evil}\n类型: 制度\n---\n# 办法\n\n第一条 {EVIL}\n"
        ),
        "docs/regulations/talks/2020-01-01.md": (
            f"---\ntitle: {evil}\n类型: 制度\n施行日期: 2020-01-01\n废止日期: 2022-01-01\n"
            f"下次清理: 2021-01-01\n归口科室: {evil}\n---\n# 办法\n\n第一条 旧 {EVIL}\n"
        ),
    }


@pytest.fixture
def shown(files, handbook):
    """Return macro name → what its calls show."""
    loaded = handbook(files)
    assert () == loaded.problems
    return {
        name: [MACROS_BY_NAME[name].call(loaded, *arguments) for arguments in calls]
        for name, calls in CALLS.items()
    }


class TestEveryMacro:
    @pytest.mark.parametrize("macro", PAGE_MACROS, ids=lambda macro: macro.name)
    def test_is_documented_with_an_example(self, macro):
        """
        An editor finds what readers see and a call to copy.
        """
        docstring = macro.function.__doc__

        assert re.match(r"[一-鿿]", docstring)
        assert f"{{{{ {macro.name}(" in docstring

    def test_is_exercised_here(self):
        """
        A new macro must join the calls that the tests below look at.
        """
        assert set(MACROS_BY_NAME) == set(CALLS)

    def test_shows_one_line(self, shown):
        """
        Line numbers of a page must stay those of its source.
        """
        assert [] == [name for name, texts in shown.items() if any("\n" in t for t in texts)]

    def test_shows_no_style_and_no_script(self, shown):
        """
        A strict CSP forbids both; neither may come out of data.
        """
        for texts in shown.values():
            for text in texts:
                tree = html.fragment_fromstring(text, create_parent="div")
                assert [] == tree.xpath("//@style | //style | //script")

    def test_shows_data_as_it_was_typed(self, shown):
        """
        Letters of HTML and Markdown in data reach the reader as they are, through Markdown too.
        """
        for name in ("指标表", "要点表", "责任清单表", "整改表", "下一步表", "组织表", "术语表",
                     "制度一览", "废止清单", "修订对照", "频次表",
                     "数据字典", "产生自"):  # fmt: skip
            for text in (shown[name][0], to_html(shown[name][0])):
                tree = html.fragment_fromstring(text, create_parent="div")
                cells = [cell.text_content() for cell in tree.iter("td")]
                assert any(EVIL in cell for cell in cells), name

    def test_never_shows_a_restricted_cell(self, shown):
        """
        A name planted in a restricted column, or in a condition on it, is seen nowhere.
        """
        secrets = ("甲某某", "乙某某", "丙某某")

        assert {} == {
            name: secret
            for name, texts in shown.items()
            for secret in secrets
            if any(secret in text for text in texts)
        }


class TestArguments:
    @pytest.mark.parametrize("macro", PAGE_MACROS, ids=lambda macro: macro.name)
    @pytest.mark.parametrize(
        "arguments", [(2023, "集体约谈", 1), ("2023",), (None, None, None), (True,), ((1,), 2023)]
    )
    def test_of_the_wrong_kind_are_refused(self, handbook, macro, arguments):
        """
        Swapped, quoted or superfluous arguments get a fact and a remedy, never a traceback.
        """
        with pytest.raises(MacroRefused) as refused:
            macro.call(handbook(), *arguments)

        assert refused.value.fact
        assert refused.value.hint

    @pytest.mark.parametrize("name", ["指标表", "要点表", "待补清单", "履行情况", "概览"])
    def test_a_year_without_data_is_refused(self, handbook, name):
        """
        A page about a year nobody has set up yet says how to set it up.
        """
        with pytest.raises(MacroRefused, match="没有 2031 年的数据") as refused:
            MACROS_BY_NAME[name].call(handbook(), 2031)

        assert "handbook new-year 2031" in refused.value.hint


class TestOneMoreTalk:
    PAGE = (
        "# 页\n\n{{ 数(\"集体约谈\", 2023) }}，{{ 数(\"局党组会\", 2023) }}\n\n"
        "{{ 指标表(2023) }}\n\n{{ 台账表(\"约谈\", 2023, 按=\"类别\") }}\n\n"
        "{{ 台账表(\"会议\", 2023, 按=\"类别\") }}\n\n{{ 图(\"集体约谈\", 2023, 按=\"季度\") }}\n\n"
        "{{ 图(\"约谈\", 2023, 按=\"月份\") }}\n\n{{ 产生自(\"局党组会\", 2023) }}\n\n"
        "{{ 要点表(2023) }}\n"
    )

    def test_changes_only_what_counts_it(self, handbook, talks):
        """
        A row added for 集体约谈 changes its sentence, and the tables and charts that count it.
        """
        meetings = {"data/2023/ledgers/meetings.csv": "编号,日期,类别\r\n1,2023-01-05,局党组会\r\n"}
        before = self.shown(handbook, {**talks, **meetings})
        more = talks["data/2023/ledgers/talks.csv"] + "2023-004,2023-11-01,集体约谈,,,,3,,\r\n"
        after = self.shown(handbook, {**talks, **meetings, "data/2023/ledgers/talks.csv": more})

        changed = [call for call in before if before[call] != after[call]]
        assert [
            "数('集体约谈', 2023)",
            "指标表(2023,)",
            "台账表('约谈', 2023){'按': '类别'}",
            "图('集体约谈', 2023){'按': '季度'}",
            "图('约谈', 2023){'按': '月份'}",
        ] == changed

    def test_is_traced_to_every_place_that_counts_it(self, handbook, talks):
        """
        The where-used index names tables and charts of the ledger, not only sentences.
        """
        uses = find_uses(handbook({**talks, "docs/index.md": self.PAGE}))

        assert ["数", "指标表", "台账表", "图", "图"] == [
            use.macro for use in uses if use.key.name == "集体约谈"
        ]

    def shown(self, handbook, files):
        loaded = handbook({**files, "docs/index.md": self.PAGE})
        return {
            f"{call.name}{call.arguments}{call.keywords or ''}": MACROS_BY_NAME[call.name].call(
                loaded, *call.arguments, **call.keywords
            )
            for call in loaded.pages["index.md"].calls
        }
