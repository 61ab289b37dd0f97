"""A running `handbook serve`."""

import json
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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


@contextmanager
def running(root: Path) -> Iterator[Preview]:
    """Give a preview of a project that shows its first page."""
    port = free_port()
    command = [sys.executable, "-m", "macros", "-C", str(root), "serve", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    found = Preview(root, port)
    try:
        assert found.until(lambda: "30次" in found.get("index.html"))
        yield found
    finally:
        process.terminate()
        process.wait()
