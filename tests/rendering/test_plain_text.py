"""Text without markup is passed by; what comes out is the same."""

import markdown
import pytest

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
]


@pytest.mark.parametrize("text", TEXTS)
def test_same_as_without(text):
    """The HTML is what Markdown makes of the text with the extensions of the site alone."""
    assert _markdown().convert(text) == convert(text).html


def test_every_pattern_needs_markup():
    """No inline pattern of the site finds anything in a text without the marks looked for."""
    plain = "党员2023年，第三条：（一）“引号”—{: #id } a-b @ x+y=z | ~1~ ^2^ :smile: // $5 #6 > 7]"
    assert not MARKUP.search(plain)
    patterns = list(_markdown().inlinePatterns)
    assert patterns
    assert not [one.pattern for one in patterns if one.getCompiledRegExp().search(plain)]


def _markdown() -> markdown.Markdown:
    configs = {name: dict(options) for name, options in EXTENSIONS.items()}
    configs["toc"]["slugify"] = slug
    return markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=configs)
