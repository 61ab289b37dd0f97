"""`handbook serve` as an editor meets it: a save is shown, a mistake is told in the page."""

import json
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

pytestmark = pytest.mark.slow

PATIENCE = 120
"""Seconds after which something will never come."""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Preview:
    """A running preview."""

    def __init__(self, root, port):
        self.root, self.base = root, f"http://127.0.0.1:{port}"

    def get(self, address):
        with urllib.request.urlopen(f"{self.base}/{address}") as answer:
            return answer.read().decode("utf-8")

    def state(self, page="/index.html"):
        return json.loads(self.get(f"__preview__/state?after=&page={page}"))

    def until(self, is_so):
        """Wait for something to be so; an answer that does not come yet is none."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if is_so():
                    return True
            except OSError:
                pass
            time.sleep(0.1)
        return False

    def write(self, name, text):
        (self.root / name).write_text(text, "utf-8")


@pytest.fixture
def preview(buildable):
    """Return a preview of the small project that shows its first page."""
    root, port = buildable(), free_port()
    command = [sys.executable, "-m", "macros", "-C", str(root), "serve", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    found = Preview(root, port)
    try:
        assert found.until(lambda: "30次" in found.get("index.html"))
        yield found
    finally:
        process.terminate()
        process.wait()


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
    assert preview.until(lambda: "docs/index.md:3: 错误" in str(preview.state()["problems"]))
    assert "31次" in preview.get("index.html")

    preview.write("docs/index.md", "# 首页\n\n改好了。\n")
    assert preview.until(lambda: "改好了。" in preview.get("index.html"))
    assert preview.until(lambda: "template-logic" not in str(preview.state()["problems"]))


def test_only_this_machine_may_ask(preview):
    """
    A request under another name, as a hostile site would send, is refused.
    """
    request = urllib.request.Request(f"{preview.base}/index.html", headers={"Host": "evil.test"})

    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(request)
