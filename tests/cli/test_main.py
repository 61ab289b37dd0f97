"""`handbook` as a process: what it prints arrives, and its status tells how it ended."""

import json
import subprocess
import sys

from tests.conftest import REPOSITORY

COMMAND = [sys.executable, "-m", "macros"]
PIPE = 65_536
"""Bytes that a pipe holds before somebody reads it."""

MANY = "# 页\n\n" + "办结率，为 90％ ,很好.\n\n" * 300


class TestMain:
    def test_long_output_arrives_whole(self, project):
        """
        Whoever reads the findings through a pipe gets the last one too; errors give status 1.
        """
        root = project({"docs/a.md": MANY, "docs/b.md": "# 页\n\n{% for x in y %}\n"})
        command = [*COMMAND, "-C", root, "check", "--format", "json"]
        done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=False)

        assert 1 == done.returncode
        assert len(done.stdout) > PIPE and 300 <= len(json.loads(done.stdout))

    def test_success_and_misuse(self):
        """
        Help ends well, an unknown command with status 2 and a sentence in Chinese.
        """
        help_page = subprocess.run(
            [*COMMAND, "--help"], cwd=REPOSITORY, capture_output=True, text=True, check=True
        )
        misuse = subprocess.run(
            [*COMMAND, "nothing"], cwd=REPOSITORY, capture_output=True, text=True, check=False
        )

        assert "用法：" in help_page.stdout
        assert (2, True) == (misuse.returncode, "没有命令" in misuse.stderr)

    def test_reader_that_leaves(self, project):
        """
        `handbook check | head -1` ends without a traceback.
        """
        root = project({"docs/a.md": MANY})
        process = subprocess.Popen(
            [*COMMAND, "-C", root, "check"],
            cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        process.stdout.readline()
        process.stdout.close()

        assert b"Traceback" not in process.stderr.read()
        assert 0 <= process.wait()

    def test_nowhere_to_print(self, project):
        """
        Where there is no output at all, as in some services, a command ends as it would elsewhere.
        """
        command = ["sh", "-c", '"$@" >&-', "sh", *COMMAND, "-C", project(), "check"]
        done = subprocess.run(
            command, cwd=REPOSITORY, stderr=subprocess.PIPE, text=True, check=False
        )

        assert (0, "") == (done.returncode, done.stderr)
