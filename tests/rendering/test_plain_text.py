"""Text without markup is passed by; what comes out is the same."""

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.util import HTML_PLACEHOLDER

from macros.rendering.document import EXTENSIONS, convert, slug
from macros.rendering.plain_text import MARKUP

TEXTS = [
    "党员应当参加组织生活。",
    "# 题 {: #t }\n\n甲**乙**丙，`码`，[丁](d.md)，![图](a.png)，<b>戊</b>，&nbsp;己_庚_",
    "第一行  \n第二行\n\n- 甲\n- 乙\n\n    丙",
    r"\*甲\* 和 \`乙\`，<https://a.cn>，<a@b.cn>",
    "甲[^1]乙\n\n[^1]: 注**释**",
    "| 甲 | 乙 |\n|---|---|\n| 丙 | *丁* |",
    "甲<br>乙\n丙 &amp; 丁 < 戊",
    '!!! note "说明"\n\n    甲**乙**',
    "术语\n: 解释 `码` 和 ![图][a]\n\n[a]: a.png",
    "# 题\n\n## 甲  乙\n\n## 甲 乙\n\n#### 丁\n\n### 甲 乙_1",
    "# 题\n\n[TOC]\n\n## 甲\n\n## 乙",
    "# 题\n\n## 甲>乙\n\n## 甲 乙 {: data-toc-label='丙' }",
    "# 题\n\n第一条 甲\n{: #a }\n\n第二条 乙",
    "第三条至第五条（删去）\n\n### 附则\n\n## 附则",
    '# 题\n\n共<span class="figure" data-figure="局党组会@2023">30次</span>。\n\n'
    '## <mark class="missing">【待填】</mark>\n\n<span>甲</span>\n\n甲<mark>\n\n乙 & 丙',
]

LINES = [
    "党员应当参加组织生活。", "（一）甲", "第三条 乙", "a.b", "_丙_", "二 *丁", "2023年", "1. 甲",
    "２. 乙", "- 甲", "* - 乙", "> 甲", ": 解释", ":   解释", "# 题", "## 题 ##", "##",
    "#题 {: #t .c }", "### 甲#乙", "## *甲*", "## `码`", "## [甲](a.md)", "## 甲 & 乙",
    "## 甲[^1]", "## 甲 > 乙", "## 甲\\_乙", "===", "---", "***", "| 甲 | 乙 |", "|---|---|",
    "甲 | 乙", "{: #b }", "甲 {: .c }", "[^1]: 注", "甲[^1]乙", "[a]: b.md", "[甲][a]", "[TOC]",
    "甲 [TOC]", "\\[TOC]", "!!! note", '!!! note "题"', "??? note", '???+ "# 题"', "```", "~~~",
    "甲  ", "甲\\", "&amp;#x", "&#123", "<!-- 甲", "-->", "<div>", "</div>", "<hr>", "甲<div>乙",
    "<br/>甲", "<span>", '<span class="a">30次</span>', "甲</span>", '<mark class="[b](c)">',
    '甲<span title="*">乙*</span>', '甲<span a="`">`</span>', '<span a="甲', '乙">',
    "<https://a.cn>", "\u3000甲", "\x0b甲", "\x02甲\x030",
]  # fmt: skip
"""Beginnings and ends of everything that Markdown makes, and what only looks like it."""

DOCUMENTS = st.lists(
    st.tuples(
        st.sampled_from(["", "", "", " ", "   ", "    ", "        ", "\t", "> ", "- "]),
        st.sampled_from(LINES),
        st.sampled_from(["", "", "", "。", " ", "  "]),
        st.sampled_from(["\n", "\n\n", "\n\n", "\n \n", "\n\n\n", "\r\n"]),
    ).map("".join),
    min_size=1,
    max_size=12,
).map("".join)


@pytest.mark.parametrize("text", TEXTS)
def test_same_as_without(text):
    """The HTML is what Markdown makes of the text with the extensions of the site alone."""
    _assert_same(text)


@given(DOCUMENTS)
def test_same_whatever_stands_together(text):
    """So it is however marks of Markdown follow one another, complete or not."""
    _assert_same(text)


def test_every_pattern_needs_markup():
    """No inline pattern of the site finds anything in a text without the marks looked for."""
    plain = "党员2023年，第三条：（一）“引号”—{: #id } a-b @ x+y=z | ~1~ ^2^ :smile: // $5 #6 > 7]"
    plain += HTML_PLACEHOLDER % 0
    assert not MARKUP.search(plain)
    patterns = list(_markdown().inlinePatterns)
    assert patterns
    assert not [one.pattern for one in patterns if one.getCompiledRegExp().search(plain)]


def _assert_same(text: str) -> None:
    library, made = _markdown(), convert(text)
    assert made.html == library.convert(text)
    assert _headings(made.toc) == _headings(library.toc_tokens)


def _headings(toc: list[dict]) -> list[tuple]:
    return [(one["level"], one["id"], one["name"], _headings(one["children"])) for one in toc]


def _markdown() -> markdown.Markdown:
    configs = {name: dict(options) for name, options in EXTENSIONS.items()}
    configs["toc"]["slugify"] = slug
    return markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=configs)
