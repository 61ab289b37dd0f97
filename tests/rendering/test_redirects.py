"""Old addresses lead on in the built site, by themselves and without a script."""

import re

import pytest

pytestmark = pytest.mark.slow

REDIRECTS = (
    "- 旧地址: old/talks.html\n  新地址: handbook/talks.html#约谈\n"
    "  原因: 改名 <b>\n  日期: 2024-03-01\n"
    "- 旧地址: handbook/talks.html#旧标题\n  新地址: index.html\n"
    "  原因: 并入首页\n  日期: 2024-03-01\n"
)


def test_built(buildable, run):
    """A page that was given up leads to its successor as seen from its own folder, under a policy
    that lets no script run; a heading that was given up is found at the end of its page."""
    files = {"docs/handbook/talks.md": "# 约谈\n\n正文。\n", "data/redirects.yml": REDIRECTS}
    root = buildable(files)

    code, output = run(root, "build")

    assert 0 == code, output
    page = (root / "site/old/talks.html").read_text("utf-8")
    target = "../handbook/talks.html#%E7%BA%A6%E8%B0%88"
    assert f'<meta http-equiv="refresh" content="0; url={target}">' in page
    assert f'<a href="{target}">handbook/talks.html#约谈</a>' in page
    assert "改名 &lt;b&gt;" in page
    assert "script-src 'self';" in page
    assert "<script" not in page
    moved = re.search(r'<p class="moved" id="旧标题">.*?</p>',
                      (root / "site/handbook/talks.html").read_text("utf-8"))[0]  # fmt: skip
    assert '<a href="../index.html">index.html</a>' in moved
