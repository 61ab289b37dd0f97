"""What a command shows while it takes long."""

import io
import sys
import time

import pytest

from macros.cli import progress
from macros.cli.progress import stage


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def shown(monkeypatch):
    """Return a function that runs a stage of some seconds, and gives what was on the screen."""

    def run(stream: io.StringIO, seconds: float) -> str:
        monkeypatch.setattr(sys, "stderr", stream)
        monkeypatch.setattr(progress, "SILENT", 0.1)
        with stage("检查"):
            end = time.monotonic() + seconds
            while time.monotonic() < end and "检查" not in stream.getvalue():
                time.sleep(0.01)
        return stream.getvalue()

    monkeypatch.delenv("CI", raising=False)
    return run


class TestStage:
    def test_what_takes_long_is_named(self, shown):
        """
        After a while, the terminal says what is being done.
        """
        assert "检查……" in shown(Terminal(), 60)

    def test_what_is_quick_is_not(self, shown):
        """
        A stage that is over before shows nothing.
        """
        assert "" == shown(Terminal(), 0)

    def test_files_and_ci_stay_clean(self, shown, monkeypatch):
        """
        Nothing is shown where nobody waits in front of a terminal.
        """
        assert "" == shown(io.StringIO(), 0.3)
        monkeypatch.setenv("CI", "true")
        assert "" == shown(Terminal(), 0.3)

    def test_no_terminal_at_all(self, monkeypatch):
        """
        Where a service has closed the output, the work is done all the same.
        """
        monkeypatch.setattr(sys, "stderr", None)
        with stage("检查"):
            done = True

        assert done
