"""Citations must exist and be in force."""

from datetime import date

import pytest

from macros.checks import citation
from macros.handbook import load_handbook
from macros.rendering.site import render_site

RULE = """---
title: 请假办法
类型: 制度
类别: 管理
施行日期: {effective}
废止日期: {repealed}
---

# 请假办法

## 第一章 总则

第一条 为了规范请假，制定本办法。

第二条 请假按照下列规定批准：

（一）一天以内的，由科室负责人批准；

（二）一天以上的，由分管领导批准。

前款规定的天数按工作日计算。
"""


@pytest.fixture
def found(project):
    """Return a function that gives the findings on a page citing the rule."""

    def check(text, effective="2020-01-01", repealed="null", front="", files=None):
        rule = RULE.format(effective=effective, repealed=repealed)
        page = f"{front}# 甲\n\n{text}\n"
        root = project(
            {"docs/regulations/leave/2020-01-01.md": rule, "docs/a.md": page, **(files or {})}
        )
        site = render_site(load_handbook(root, date(2023, 7, 1)))
        return site, list(citation.check(site))

    return check


class TestCitation:
    def test_becomes_a_link(self, found):
        """
        A citation links to the article itself, with its text at hand.
        """
        site, problems = found("依照《请假办法》第二条第二项办理。")

        link = site.pages["a.md"].article.xpath(".//a[contains(., '请假办法')]")[0]
        assert [] == problems
        assert "regulations/leave/2020-01-01.md#第二条第一款第二项" == link.get("href")
        assert "由分管领导批准" in link.get("title")

    def test_cited_by(self, found):
        """
        The cited article names the page that cites it.
        """
        site, _ = found("依照《请假办法》第一条办理。")

        article = site.pages["regulations/leave/2020-01-01.md"].article
        cited = article.xpath(".//p[@id='第一条']//span[@class='cited-by']")[0]
        assert "被引用：甲" == cited.text_content()

    def test_unknown_article(self, found):
        """
        An article that does not exist is an error at its line.
        """
        _, problems = found("依照《请假办法》第九条办理。")

        assert [("docs/a.md", 3)] == [(one.where.file, one.where.line) for one in problems]
        assert "没有“第九条”" in problems[0].fact

    def test_repealed(self, found):
        """
        A rule is in force through its last day; cited later it is an error.
        """
        front = "---\n年份: 2023\n---\n"
        year = {"data/2023/year.yml": "年份: 2023\n状态: 编制中\n截至: {}\n"}
        last = {key: text.format("2023-06-30") for key, text in year.items()}
        after = {key: text.format("2023-07-01") for key, text in year.items()}
        text = "依照《请假办法》第一条办理。"

        assert [] == found(text, repealed="2023-06-30", front=front, files=last)[1]
        problems = found(text, repealed="2023-06-30", front=front, files=after)[1]
        assert "状态是“已废止”" in problems[0].fact

    def test_outside_the_compilation(self, found):
        """
        A title the compilation does not hold is no finding.
        """
        assert [] == found("依照《刑法》第三百八十二条办理。")[1]

    def test_preceding_paragraph(self, found):
        """
        前款 in a rule leads to the paragraph before.
        """
        site, _ = found("甲。")

        article = site.pages["regulations/leave/2020-01-01.md"].article
        links = article.xpath(".//p[@id='第二条第二款']/a[text()='前款']/@href")
        assert ["#第二条第一款"] == links

    def test_law_citing_a_version_nobody_collected(self, found):
        """
        An imported law may cite a rule as it read long ago; that is no finding of ours.
        """
        law = (
            "---\ntitle: 某法\n类别: 法律法规\n施行日期: 2010-01-01\n---\n\n# 某法\n\n"
            "第一条 依照《请假办法》第九条处理。\n"
        )

        site, problems = found("甲。", files={"docs/regulations/law/2010-01-01.md": law})

        link = site.pages["regulations/law/2010-01-01.md"].article.xpath(".//p/a[@title]/@href")[0]
        assert [] == problems
        assert "../leave/2020-01-01.md" == link
