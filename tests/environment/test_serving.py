"""`handbook serve` as an editor meets it: a save is shown, a mistake is told in the page."""

import urllib.request

import pytest

from tests.environment.previews import running

pytestmark = pytest.mark.slow


@pytest.fixture
def preview(buildable):
    """Return a preview of the small project that shows its first page."""
    with running(buildable()) as found:
        yield found


def test_a_save_is_shown_and_a_mistake_is_told(preview):
    """
    Page and data changes reach the page; what is wrong is told in Chinese while the last good
    page stays, and goes away when it is mended; the page keeps itself fresh.
    """
    assert "/__preview__/preview.js" in preview.get("index.html")
    before, other = preview.state()["page"], preview.state("/404.html")["page"]

    preview.write("data/2023/figures.yml", "局党组会:\n  数值: 31\n  来源: 报告\n")
    assert preview.until(lambda: "31次" in preview.get("index.html"))
    assert before != preview.state()["page"]
    assert other == preview.state("/404.html")["page"]  # which need not be loaded again

    preview.write("docs/index.md", "# 首页\n\n{% for x in y %}\n")
    assert preview.until(lambda: "docs/index.md:3: 错误" in str(preview.state()["faults"]))
    assert "31次" in preview.get("index.html")

    preview.write("docs/index.md", "# 首页\n\n改好了。\n")
    assert preview.until(lambda: "改好了。" in preview.get("index.html"))
    assert preview.until(lambda: [] == preview.state()["faults"])


def test_only_this_machine_may_ask(preview):
    """
    A request under another name, as a hostile site would send, is refused.
    """
    request = urllib.request.Request(f"{preview.base}/index.html", headers={"Host": "evil.test"})

    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(request)
