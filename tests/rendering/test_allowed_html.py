"""The allow-list: what a page may become, whoever wrote it."""

import pytest

from macros.rendering.allowed_html import is_outside, is_safe_link, violations
from macros.rendering.document import to_article


def wrong(html: str) -> list[str]:
    """Return what is wrong with HTML that stands on a page."""
    return [what for _, what, _ in violations(to_article(html))]


class TestViolations:
    @pytest.mark.parametrize(
        ("html", "what"),
        [
            ("<script>a</script>", "标签 <script>"),
            ("<p onclick=a>甲</p>", "<p> 的 属性 onclick"),
            ("<p style='color:red'>甲</p>", "<p> 的 属性 style"),
            ("<p data-md-component='search'>甲</p>", "<p> 的 属性 data-md-component"),
            ("<a href='java&#9;script:a'>甲</a>", "<a> 的 链接“java\tscript:a”"),
            ("<a href='data:text/html,a'>甲</a>", "<a> 的 链接“data:text/html,a”"),
            ("<a href='b.md' target='_blank'>甲</a>", "<a> 的 属性 target"),
            ("<img src='https://a.example/b.png'>", "<img> 的 外站图片“https://a.example/b.png”"),
            ("<img src='\\\\a.cn\\b.png'>", "<img> 的 外站图片“\\\\a.cn\\b.png”"),
            ("<img src='data:image/png,a'>", "<img> 的 外站图片“data:image/png,a”"),
            ("<svg><foreignObject>甲</foreignObject></svg>", "标签 <foreignobject>"),
            ("<svg><use href='https://a.example/b.svg#c'/></svg>",
             "<use> 的 链接“https://a.example/b.svg#c”"),
            ("<svg><path fill='url(http://a.cn/)'/></svg>", "<path> 的 属性 fill（取自别处）"),
            ("<svg><style>a</style></svg>", "标签 <style>"),
            ("<!-- 甲 -->", "注释或声明“甲”"),
        ],
    )  # fmt: skip
    def test_refused(self, html, what):
        """Programs, styles, hidden text and other hosts."""
        assert what in wrong(html)

    def test_what_markdown_and_macros_make(self):
        """Tables, footnotes, boxes, marks, links, permalinks and drawings pass."""
        text = (
            "# 甲\n\n| 乙 |\n|:-:|\n| 丙[^1] |\n\n[^1]: 丁 [戊](b.md \"题\") **己** `庚`\n\n"
            "!!! note \"辛\"\n    壬\n\n??? note\n    癸\n\n```text\n子\n```\n\n"
            '<span class="figure" data-figure="局党组会@2023" title="url(甲)">30次</span>\n\n'
            '<svg viewBox="0 0 9 9" role="img" aria-label="丑"><title>寅</title>'
            '<path d="M0 0" fill="url(#a)" stroke-width="1"/></svg>\n'
        )

        assert [] == wrong(text)


class TestLinks:
    @pytest.mark.parametrize("target", ["b.md", "../b.md#甲", "#甲", "https://a.cn/", "HTTP://a.cn"])
    def test_safe(self, target):
        """Pages, headings and web pages."""
        assert is_safe_link(target)

    @pytest.mark.parametrize(
        "target",
        ["javascript:a", " JavaScript:a", "java\nscript:a", "\x01javascript:a", "vbscript:a",
         "file:///c:/a", "data:text/html,a", "mailto:a@b.cn", "C:\\a"],
    )  # fmt: skip
    def test_unsafe(self, target):
        """Whatever a browser would run, or open outside of the web."""
        assert not is_safe_link(target)

    @pytest.mark.parametrize("target", ["//a.cn/b.png", "\\\\a.cn\\b", "/\\a.cn", "https://a.cn"])
    def test_outside(self, target):
        """Browsers read backslashes as slashes."""
        assert is_outside(target)
