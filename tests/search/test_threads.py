"""What the index needs, it needs in one thread."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

CODE = """
import os
import macros.search.words
print(len(os.listdir("/proc/self/task")))
"""


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="这个系统不列出线程")
def test_no_thread_is_started():
    """
    Loading what builds the index leaves the process with its one thread.
    """
    # The tests themselves may have loaded it: what that set would be handed down.
    environment = {name: value for name, value in os.environ.items() if "THREADS" not in name}
    done = subprocess.run([sys.executable, "-c", CODE], cwd=REPOSITORY, env=environment,
                          capture_output=True, text=True, check=True)  # fmt: skip

    assert "1" == done.stdout.strip()
