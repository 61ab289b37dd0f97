"""What editors read about links, headings, tables and marks: one mistake, two lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.checks.markup import (
    block_macro,
    broken_link,
    code_mark,
    heading,
    snippet,
    table_width,
    unsafe_html,
)
from macros.handbook import Handbook, load_handbook
from macros.problems import ProblemsFound, as_text
from macros.rendering.document import to_article
from macros.rendering.site import RenderedPage, RenderedSite, render_site
from macros.sources.calls import find_calls
from macros.sources.markdown_file import parse_markdown
from tests.checks.support import findings
from tests.conftest import FILES

MESSAGES = [
    pytest.param(
        unsafe_html, "<div>甲</div>",
        ["docs/x.md:3: 错误 页面里写了 HTML“<div>” [unsafe-html]",
         "    怎么改：删去；页面只用 Markdown，链接只写 .md 页面或 http(s) 网址，小于号写作 ＜。"],
        id="tag",
    ),
    pytest.param(
        unsafe_html, "[甲](javascript:a)",
        ["docs/x.md:3: 错误 网页里会出现不允许的<a> 的 链接“javascript:a” [unsafe-html]",
         "    怎么改：删去；页面只用 Markdown，链接只写 .md 页面或 http(s) 网址，小于号写作 ＜。"],
        id="script link",
    ),
    pytest.param(
        snippet, '--8<-- "a.md"',
        ["docs/x.md:3: 错误 用 --8<-- 引入别的文件 [snippet]",
         "    怎么改：删去这一行；写上内容本身，或链接到那个文件。"],
        id="snippet",
    ),
    pytest.param(
        code_mark, "甲 `乙",
        ["docs/x.md:3: 错误 代码的标记没有成对，或代码块没有顶格 [code-mark]",
         "    怎么改：句中的反引号要在同一行成对；代码块的 ``` 单独占一行、不缩进，"
         "后面最多写一个语言名，末尾用同样的 ``` 收住。"],
        id="backtick",
    ),
    pytest.param(
        block_macro, "如下：{{ 指标表(2023) }}",
        ["docs/x.md:3: 错误 宏“指标表”没有单独占一行 [block-macro]",
         "    怎么改：把它放到单独一行，顶格写，前后各空一行。"],
        id="block macro",
    ),
    pytest.param(
        heading, "### 甲",
        ["docs/x.md:3: 错误 “甲”是3级标题，上一个是1级 [heading]",
         "    怎么改：少写几个 #，改成2级标题。"],
        id="level",
    ),
    pytest.param(
        heading, "## 学习\n\n## 甲\n\n## 甲",
        ["docs/x.md:3: 错误 标题“学习”与第 1 行的标题重名 [heading]",
         "    怎么改：换一个说法，如加上对象或年份；链接靠标题文字定位。",
         "docs/x.md:7: 错误 标题“甲”与第 5 行的标题重名 [heading]",
         "    怎么改：换一个说法，如加上对象或年份；链接靠标题文字定位。"],
        id="repeated headings",
    ),
    pytest.param(
        table_width, "| 甲 | 乙 |\n|---|---|\n| 1 |",
        ["docs/x.md:5: 错误 这一行有 1 格，表头有 2 格 [table-width]",
         "    怎么改：补上或删去几格，与表头一样多；单元格里的竖线写作 \\|，表格后面空一行。"],
        id="narrow row",
    ),
    pytest.param(
        broken_link, "[甲](indx.md)",
        ["docs/x.md:3: 错误 链接“indx.md”没有对应的文件 [broken-link]",
         "    怎么改：是不是想写 index.md（从 docs 算起）？核对文件名和文件夹；"
         "路径从本页所在的文件夹算起。"],
        id="page",
    ),
    pytest.param(
        broken_link, "[甲](index.md#首面)",
        ["docs/x.md:3: 错误 “首页”没有标题“#首面” [broken-link]",
         "    怎么改：是不是想写 #首页？# 后面写标题的文字，去掉标点，空格写成 -。"],
        id="anchor",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("check", "body", "lines"), MESSAGES)
def test_message(handbook, check, body, lines):
    """What stands where, and what to write instead."""
    site = render_site(handbook({"docs/x.md": f"# 学习\n\n{body}\n"}))

    assert lines == as_text(findings(site, check))


def test_same_link_on_two_lines(handbook):
    """Every line that has the broken link is named, the one with another anchor is not."""
    text = "# 学习\n\n[甲](a.md)\n\n[乙](index.md)\n\n[丙](a.md)\n"
    site = render_site(handbook({"docs/x.md": text}))

    assert [3, 7] == [found.where.line for found in findings(site, broken_link)]


def test_link_longer_than_any_file_name(handbook):
    """What no file can be called is told like any other link that leads nowhere."""
    site = render_site(handbook({"docs/x.md": f"# 学习\n\n[甲]({'a' * 300}.md)\n"}))

    assert [3] == [found.where.line for found in findings(site, broken_link)]


def test_link_to_a_page_that_cannot_be_read(handbook):
    """A page with a fault of its own is there all the same."""
    site = render_site(handbook({"docs/x.md": "# 学习\n\n[甲](y.md)\n", "docs/y.md": "---\n"}))

    assert [] == findings(site, broken_link)


MARKS = st.lists(
    st.sampled_from(["`", "``", "```", "~~~", "\\", "\n", "\n\n", " ", "    ", "甲", "|", "#",
                     "<b onclick=a>", "<!--x-->", "- ", "> ", "[x](y)", ":", "*"]),
    max_size=16,
)  # fmt: skip


@pytest.fixture(scope="module")
def loaded(tmp_path_factory) -> Handbook:
    """Return the small project, loaded once."""
    root = tmp_path_factory.mktemp("project")
    for name, content in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return load_handbook(root)


@settings(max_examples=300, deadline=None)
@given(MARKS.map("".join))
def test_code_is_what_markdown_takes_for_code(loaded, text):
    """Where the marks of code are sound, no tag hides from the search of what was typed."""
    try:
        file = parse_markdown("# 学习\n\n" + text, "docs/x.md")
    except ProblemsFound:
        return
    if find_calls(file)[1]:
        return
    site = _site(loaded, file)
    typed = [found for found in findings(site, unsafe_html) if "页面里写了" in found.fact]
    if typed or findings(site, code_mark):
        return

    assert [] == to_article(file.body).xpath(".//@onclick | .//comment() | .//b")


def _site(loaded: Handbook, file) -> RenderedSite:
    site = render_site(loaded)
    some = site.pages["index.md"]
    page = type(some.page)("x.md", file, some.page.meta, ())
    rendered = RenderedPage(loaded, page, some.macros, site.citations)
    return RenderedSite(loaded, {"x.md": rendered}, site.citations)
