"""What the index knows of each page."""

from datetime import date

from macros.handbook import load_handbook
from macros.rendering.site import render_site
from macros.search.entries import Entry, index_entries

RULE = """---
类型: 制度
类别: {category}
文号: 局发〔2023〕5号
版本说明: {note}
施行日期: {start}
废止日期: {end}
---

# 约谈办法

## 第一章 总则

第一条　为了规范约谈，制定本办法。

第二条　约谈每年不少于一次。

约谈应当记录。
"""


def entries(project, files: dict[str, str]) -> dict[str, Entry]:
    """Return what the index knows, by address."""
    handbook = load_handbook(project(files), day=date(2024, 6, 1))
    assert () == handbook.problems
    return {entry.address: entry for entry in index_entries(render_site(handbook))}


def rule(start: str = "2023-01-01", end: str = "null", note: str = "null") -> str:
    return RULE.format(category="管理", note=note, start=start, end=end)


def test_articles_are_sections(project):
    """Every article is a section with its number, its chapter and all its paragraphs."""
    found = entries(project, {"docs/regulations/talks/2023-01-01.md": rule()})
    entry = found["regulations/talks/2023-01-01.html"]
    article = entry.read()[-1]

    assert ["", "第一章-总则", "第一条", "第二条"] == [one.anchor for one in entry.read()]
    assert ("第二条", "第一章 总则") == (article.heading, article.path)
    assert "约谈每年不少于一次。 约谈应当记录。" == article.text


def test_facets_of_a_regulation(project):
    """Category, status on the day, year and document number come from the front matter."""
    found = entries(
        project,
        {
            "docs/regulations/talks/2020-01-01.md": rule("2020-01-01", "2022-12-31"),
            "docs/regulations/talks/2023-01-01.md": rule("2023-01-01"),
            "docs/regulations/talks/draft-1.md": rule("null", note="第一稿"),
            "docs/regulations/talks/draft.md": rule("null", note="第二稿"),
        },
    )
    statuses = {entry.version: entry.status for entry in found.values() if entry.status}
    current = found["regulations/talks/2023-01-01.html"]

    assert {
        "2020-01-01起施行": "已废止",
        "2023-01-01起施行": "现行有效",
        "第一稿": "草案（旧稿）",
        "第二稿": "草案",
    } == statuses
    assert ("管理制度", "2023", "局发〔2023〕5号") == (
        current.category, current.year, current.number)  # fmt: skip


def test_sections_of_a_page(project):
    """A figure stands in the text as readers see it; code and links of headings do not."""
    text = (
        '# 约谈\n\n开头。\n\n## 次数\n\n召开{{ 数("局党组会", 2023) }}。\n\n'
        "### 要求\n\n- 第一\n- 第二\n"
    )
    sections = entries(project, {"docs/a.md": text})["a.html"].read()

    assert ["开头。", "召开30次。", "第一 第二"] == [one.text for one in sections]
    assert ["约谈", "次数", "要求"] == [one.heading for one in sections]
    assert "次数" == sections[2].path


def test_comparisons_are_found_by_title_only(project):
    """A page that repeats two versions does not stand before them."""
    text = "# 约谈办法修订对照\n\n约谈应当记录。\n"
    found = entries(project, {"docs/regulations/talks/compare-a-b.md": text})
    entry = found["regulations/talks/compare-a-b.html"]

    assert "约谈办法修订对照" == entry.title
    assert [""] == [one.text for one in entry.read()]
