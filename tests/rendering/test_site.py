"""Rendered pages: lines as typed and as read, anchors, and where things come from."""

import re

import pytest

from macros.page_macros import PageMacro
from macros.rendering.site import render_site

TEXT = (
    "---\ntitle: 学习\n---\n# 学习\n\n"
    '召开{{ 数("局党组会", 2023) }}，见 `{{ 例 }}` 和[首页](index.md)。\n\n'
    "{{ 指标表(2023) }}\n"
)


@pytest.fixture
def page(handbook):
    """Return a function that renders the text of a page."""
    return lambda text=TEXT: render_site(handbook({"docs/x.md": text})).pages["x.md"]


class TestLines:
    def test_numbers_and_texts(self, page):
        """Each line knows its place in the file, what was typed there and what is read there."""
        lines = {line.where.line: line for line in page().body.lines}

        assert [4, 5, 6, 7, 8, 9] == list(lines)
        assert "召开30次，见  和[首页](index.md)。" == lines[6].shown
        assert re.fullmatch("召开[^{}]+，见 [^{}]+ 和.首页.+", lines[6].typed)
        assert "" == lines[8].shown

    def test_made_once(self, handbook):
        """A call is made once, however many look at what it shows."""
        calls = []
        macro = PageMacro("记", lambda _, text: calls.append(text) or text, is_block=False)
        site = render_site(handbook({"docs/x.md": '# 学习\n\n{{ 记("甲") }}\n'}), {"记": macro})
        page = site.pages["x.md"]

        assert ("# 学习\n\n甲\n", "甲", []) == (page.text, page.body.lines[2].shown, page.problems)
        assert [3] == [where.line for where in page.places(re.compile("甲"))]
        assert ["甲"] == calls

    def test_same_length(self, page):
        """Offsets within a typed line are those of the file."""
        assert [len(line) for line in TEXT.split("\n")[3:]] == [
            len(line.typed) for line in page().body.lines
        ]


class TestArticle:
    def test_anchors(self, page):
        """Headings are found by their words."""
        assert "办法-一" in page("# 学习\n\n## 办法 一\n").ids

    def test_fences_are_code(self, page):
        """The site turns fences into code, and so do the checks."""
        assert 1 == len(page("# 学习\n\n```\n甲\n```\n").article.findall(".//pre"))


class TestPlaces:
    def test_typed(self, page):
        """What was typed is found on each of its lines, entities resolved."""
        found = page("# 学习\n\na&amp;b\n\na&b `a&b`\n").places(re.compile("a&b"))

        assert ["docs/x.md:3", "docs/x.md:5"] == [str(where) for where in found]

    def test_from_a_call(self, page):
        """What a macro shows is found at its call."""
        assert ["docs/x.md:6", "docs/x.md:8"] == [
            str(where) for where in page().places(re.compile("局党组会"))
        ]

    def test_nowhere(self, page):
        """The first line of the body stands for the page."""
        assert ["docs/x.md:4"] == [str(where) for where in page().places(re.compile("没有"))]


def test_imported_laws_are_not_our_wording(handbook):
    """
    Checks of wording leave out texts that were collected from their issuer, and made pages.
    """
    law = "---\ntitle: 某法\n文本采集至: 2025-01-01\n---\n\n# 某法\n\n第一条 甲,乙。\n"
    files = {"docs/regulations/law/2020-01-01.md": law}

    own = [page.page.path for page in render_site(handbook(files)).own_pages]

    assert ["index.md"] == own
