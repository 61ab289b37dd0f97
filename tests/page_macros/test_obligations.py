"""义务对照."""

from lxml import html

RULE = "---\ntitle: 约谈办法\n施行日期: {}\n---\n# 约谈办法\n\n第一条 约谈每季度召开。\n"
CADENCE = (
    "- 编号: C1\n  事项: 约谈会\n  适用: 局党组\n  依据: 本局做法\n  制度: talks#第一条\n"
    "  周期: 季度\n  强度: 本单位\n  已核验: true\n"
    "  计算: {台账: 约谈, 条件: {类别: 集体约谈}}\n"
)
FILES = {
    "data/cadences.yml": CADENCE,
    "data/2023/year.yml": "年份: 2023\n状态: 编制中\n截至: 2023-09-30\n",
    "docs/regulations/talks/2023-01-01.md": RULE.format("2023-01-01"),
    "docs/index.md": "# 首页\n",
}


class TestObligations:
    def test_show_every_window_with_its_rows(self, rows, talks):
        """
        Done with the ledger rows, no record, not yet due.
        """
        ledger = "data/2023/ledgers/talks.csv"

        assert [
            ["第一条", "约谈会", "全局", "第一季度", "已办（1次）", f"{ledger}:2"],
            ["第一条", "约谈会", "全局", "第二季度", "已办（1次）", f"{ledger}:3"],
            ["第一条", "约谈会", "全局", "第三季度", "本期未见记录 提醒", "—"],
            ["第一条", "约谈会", "全局", "第四季度", "未到期", "—"],
        ] == rows({**FILES, **talks}, "义务对照", "talks", 2023)

    def test_do_not_apply_before_the_rule_took_effect(self, rows, talks):
        """
        A rule of May asks for nothing in the first quarter.
        """
        files = {
            **FILES,
            **talks,
            "docs/regulations/talks/2023-01-01.md": RULE.format("2023-05-01"),
        }

        assert ["不适用 2023年5月1日起施行", "已办（1次）"] == [
            row[4] for row in rows(files, "义务对照", "talks", 2023)[:2]
        ]

    def test_lead_to_the_article(self, show, talks):
        """
        As seen from docs/regulations/.
        """
        article = html.fragment_fromstring(
            show({**FILES, **talks}, "义务对照", "talks", 2023), create_parent="div"
        )

        assert {"talks/2023-01-01.html#第一条"} == set(article.xpath(".//td/a/@href"))

    def test_are_found_by_title_too(self, rows, talks):
        """
        A rule that is the source of a cadence needs no id; the article is what 条款 says.
        """
        by_title = CADENCE.replace("  制度: talks#第一条\n", "  条款: 第一条\n").replace(
            "本局做法", "约谈办法"
        )

        assert "第一条" == rows(
            {**FILES, **talks, "data/cadences.yml": by_title}, "义务对照", "talks", 2023
        )[0][0]

    def test_of_a_draft_say_that_it_binds_nobody(self, show, talks):
        """
        A draft may be compared, it may not be held against anybody.
        """
        files = {**FILES, **talks, "docs/regulations/talks/2023-01-01.md": RULE.format("null")}

        assert "不产生义务" in show(files, "义务对照", "talks", 2023)

    def test_of_a_rule_without_cadences(self, show):
        """
        Nothing to compare is said in words.
        """
        assert "没有登记频次规定" in show(
            {**FILES, "data/cadences.yml": "[]\n"}, "义务对照", "talks", 2023
        )
